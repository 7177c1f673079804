import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { sasom } from '../../nodes/Sasom/provider';
import { parametersOf } from '../../nodes/shared/properties';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const OPERATION = operationOf(sasom, 'r2sBatch', 'create');
const LISTING = { sku: 'A-1', size: '10', price: 5000, quantity: 2 };
const PRICE = 'Price must be a number of at least 250 (baht)';
const QUANTITY = 'Quantity must be a whole number of at least 1';

describe('an R2S batch', () => {
	const { request } = OPERATION;
	const form = (...listing: IDataObject[]): IDataObject => ({
		specifyListings: 'fields',
		listings: { listing },
		parcelQuantity: 1,
		logisticType: '',
	});
	const json = (listingsJson: unknown) =>
		({ ...form(), specifyListings: 'json', listingsJson }) as IDataObject;
	const kerry = (changes: IDataObject): IDataObject => ({
		...form(LISTING),
		logisticType: 'kerry',
		pickupDate: '2026-01-31T00:00:00',
		pickupTime: '09:30',
		...changes,
	});
	const OTHER = { sku: 'A-2', size: 'M', price: 300, quantity: 1 };

	it('is sent to its address, and can be recognised', () => {
		expect(request(form(LISTING, OTHER), {})).toEqual({
			method: 'POST',
			path: '/partner/batch/r2s',
			body: { listings: [LISTING, OTHER], parcel_quantity: 1 },
			reference: 'R2S batch from SKU A-1 on, listings: 2',
		});
	});

	it.each<[string, IDataObject, IDataObject]>([
		['several parcels', { ...form(LISTING), parcelQuantity: '3' }, { parcel_quantity: 3 }],
		['JSON', json('[{"sku":"A-1","size":"10","price":5000,"quantity":2}]'), {}],
		['JSON from an expression', json([{ ...LISTING, note: 'not sent' }]), {}],
		['numbers in JSON', json([{ ...LISTING, size: 10, price: '5000', quantity: '2' }]), {}],
		[
			'Kerry',
			kerry({}),
			{ logistic_type: 'kerry', pickup_date: '2026-01-31', pickup_time: '09:30' },
		],
		[
			'the last minute of a day',
			kerry({ pickupDate: '2028-02-29', pickupTime: ' 23:59 ' }),
			{ logistic_type: 'kerry', pickup_date: '2028-02-29', pickup_time: '23:59' },
		],
		[
			'Kerry with a capital, from an expression',
			kerry({ logisticType: 'Kerry' }),
			{ logistic_type: 'kerry', pickup_date: '2026-01-31', pickup_time: '09:30' },
		],
		['another carrier', kerry({ logisticType: 'other' }), { logistic_type: 'other' }],
		['no carrier', kerry({ logisticType: '' }), {}],
		['no carrier at all', { ...form(LISTING), logisticType: undefined }, {}],
	])('may have %s', (_what, parameters, expected) => {
		expect(request(parameters, {}).body).toEqual({
			listings: [LISTING],
			parcel_quantity: 1,
			...expected,
		});
	});

	it.each<[string, IDataObject[]]>([
		['a SKU and size twice at the same price', [LISTING, { ...LISTING, price: '5000' }]],
		['a SKU in two sizes at two prices', [LISTING, { ...LISTING, size: '11', price: 300 }]],
		['two SKUs of a size at two prices', [LISTING, { ...LISTING, sku: 'A-2', price: 300 }]],
		[
			'names that only look the same together',
			[
				{ ...LISTING, sku: 'A', size: '1 0' },
				{ ...LISTING, sku: 'A 1', size: '0', price: 300 },
			],
		],
	])('may have %s', (_what, listings) => {
		expect((request(form(...listings), {}).body as IDataObject).listings).toHaveLength(2);
	});

	it.each<[string, IDataObject, string]>([
		['no listing', form(), 'Listings is empty'],
		['no list of listings', { ...form(), listings: {} }, 'Listings is empty'],
		['an empty list', json('[]'), 'Listings is empty'],
		['no JSON', json('[{'), 'Listings (JSON) is not valid JSON'],
		['an object', json({ listings: [LISTING] }), 'Listings (JSON) must be a list'],
		['a word among the listings', json([LISTING, 'A-2']), 'Listing 2 must be an object'],
		['a list among the listings', json([[LISTING]]), 'Listing 1 must be an object'],
		['a price below 250', form(LISTING, { ...OTHER, price: 249 }), `Listing 2: ${PRICE}`],
		['a quantity of 0', form(LISTING, { ...OTHER, quantity: 0 }), `Listing 2: ${QUANTITY}`],
		[
			'a quantity of 100',
			json([{ ...OTHER, quantity: 100 }]),
			'Listing 1: Quantity must be at most 99',
		],
		['a listing without SKU', json([LISTING, OTHER, {}]), 'Listing 3: SKU is empty'],
		['a listing without size', form({ ...LISTING, size: '' }), 'Listing 1: Size is empty'],
		[
			'two prices',
			form(LISTING, OTHER, { ...LISTING, sku: ' A-1 ', price: 5001 }),
			'Listing 3: Price differs from that of listing 1, of the same SKU and size',
		],
		[
			'no parcel',
			{ ...form(LISTING), parcelQuantity: 0 },
			'Parcel Quantity must be a whole number of at least 1',
		],
		['no pickup date', kerry({ pickupDate: '' }), 'Pickup Date is empty'],
		[
			'no pickup date for Kerry with a capital',
			kerry({ logisticType: 'KERRY', pickupDate: '' }),
			'Pickup Date is empty',
		],
		['another date', kerry({ pickupDate: '31/01/2026' }), 'Pickup Date is not a date'],
		['no pickup time', kerry({ pickupTime: undefined }), 'Pickup Time is empty'],
		...['9:30', '24:00', '12:60', '09:30:00', '9.30am'].map(
			(pickupTime): [string, IDataObject, string] => [
				`the time ${pickupTime}`,
				kerry({ pickupTime }),
				'Pickup Time must be a time such as 09:30',
			],
		),
	])('may not have %s', (_what, parameters, message) => {
		const refusal = refusalOf(() => request(parameters, {}));
		expect(refusal.message).toBe(message);
		expect(refusal.description).not.toBe('');
	});
});

describe('the editor', () => {
	const shown = (chosen: INodeParameters) =>
		parametersOf(OPERATION)
			.filter((each) => NodeHelpers.displayParameter(chosen, each, { typeVersion: 1 }, null))
			.map(({ displayName }) => displayName);

	it('asks for listings in a form', () => {
		expect(shown({ specifyListings: 'fields', logisticType: '' })).toEqual([
			'Specify Listings',
			'Listings',
			'Parcel Quantity',
			'Logistic Type',
			'Options',
		]);
	});

	it('asks for listings as JSON, and for the pickup where there is one', () => {
		expect(shown({ specifyListings: 'json', logisticType: 'kerry' })).toEqual([
			'Specify Listings',
			'Listings (JSON)',
			'Parcel Quantity',
			'Logistic Type',
			'Pickup Date',
			'Pickup Time',
			'Options',
		]);
	});
});
