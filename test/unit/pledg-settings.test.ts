import type { IDataObject } from 'n8n-workflow';
import { bodyOf, DATA, FIELDS, FILLED, PURCHASE } from './pledg-purchase';
import { refusalOf } from './refusal';

describe('the settings of a purchase', () => {
	it.each([true, false])(
		'have a close button or not, as the switch says: %s',
		(showCloseButton) => {
			expect(bodyOf({ purchaseFields: { showCloseButton } }).data).toEqual({
				...DATA,
				showCloseButton,
			});
		},
	);

	it.each<[string, IDataObject, object]>([
		['the required ones', {}, DATA],
		['another merchant', { merchantUid: ' mer_2 ' }, { ...DATA, merchantUid: 'mer_2' }],
		['an amount as text', { amountCents: '2000' }, DATA],
		['all optional ones', { purchaseFields: FIELDS }, { ...DATA, ...FILLED }],
		[
			'a company',
			{ merchantUid: 'mer_2', purchaseFields: { companyUid: 'cmp_1' } },
			{ ...PURCHASE, companyUid: 'cmp_1' },
		],
		[
			'empty ones',
			{
				purchaseFields: {
					...{ subtitle: ' ', metadata: '', address: {}, birthDate: '' },
					...{ civility: '', b2bCompanyNationalIdType: ' ', deferredPaymentDate: '' },
					...{ secondInstallmentPaymentDate: null, showCloseButton: null },
				},
				additionalSettings: '',
			},
			DATA,
		],
		['an empty address', { purchaseFields: { address: { details: { city: ' ' } } } }, DATA],
		[
			'additional ones',
			{ additionalSettings: '{"b2bCompanyName": "Example SA", "showCloseButton": false}' },
			{ ...DATA, b2bCompanyName: 'Example SA', showCloseButton: false },
		],
		['additional ones from an expression', { additionalSettings: { a: 1 } }, { ...DATA, a: 1 }],
	])('hold %s', (_what, parameters, data) => {
		expect(bodyOf(parameters).data).toEqual(data);
	});

	const WHOLE = 'Amount (Cents) must be a whole number of at least 1';
	const fields = (purchaseFields: IDataObject) => ({ purchaseFields });
	it.each<[IDataObject, string]>([
		[{ amountCents: 0 }, WHOLE],
		[{ amountCents: 19.99 }, WHOLE],
		[{ amountCents: 'a lot' }, WHOLE],
		[{ email: '' }, 'Email is empty'],
		[{ email: 'buyer' }, 'Email must look like name@email.com'],
		[{ firstName: ' ' }, 'First Name is empty'],
		[{ lastName: '' }, 'Last Name is empty'],
		[{ reference: '' }, 'Reference is empty'],
		[{ title: '' }, 'Title is empty'],
		[fields({ phoneNumber: '0612345678' }), 'Phone Number must look like +33612345678'],
		[fields({ countryCode: 'France' }), 'Country Code must look like FR'],
		[fields({ birthCountry: 'fr' }), 'Birth Country must look like FR'],
		[fields({ birthCountry: 'FR' }), 'Birth Zip Code is empty'],
		[fields({ birthDate: '2001-02-30' }), 'Birth Date is not a date'],
		[fields({ currency: 'euro' }), 'Currency must look like EUR'],
		[fields({ balancePaymentDate: 'soon' }), 'Balance Payment Date is not a date'],
		[fields({ deferredPaymentDate: '2026-02-30' }), 'Deferred Payment Date is not a date'],
		[fields({ secondInstallmentPaymentDate: 'x' }), 'Second Instalment Payment Date is not a date'],
		[fields({ showCloseButton: 'maybe' }), 'Show Close Button must be true or false'],
		[
			fields({ b2bCompanyNationalId: 'no 12?' }),
			'B2B Company National ID must look like 123456789',
		],
		[
			fields({ b2bCompanyNationalIdType: 'siren' }),
			'B2B Company National ID Type must look like SIREN',
		],
		[fields({ lang: 'fr' }), 'Language must look like fr_FR'],
		[fields({ metadata: '[1]' }), 'Metadata (JSON) must be a JSON object'],
		[
			fields({ errorNotificationUrl: 'mailto:a@b.example' }),
			'Error Notification URL must look like https://shop.example.com/path',
		],
		[
			fields({ paymentNotificationUrl: 'shop.example.com' }),
			'Payment Notification URL must look like https://shop.example.com/path',
		],
		[fields({ address: { details: { city: 'Brest' } } }), 'Country of Billing Address is empty'],
		[
			fields({ shippingAddress: { details: { country: 'Belgium' } } }),
			'Country of Shipping Address must look like FR',
		],
		[{ additionalSettings: '{' }, 'Additional Settings (JSON) is not valid JSON'],
		[{ additionalSettings: '[]' }, 'Additional Settings (JSON) must be a JSON object'],
		[
			{ additionalSettings: '{"amountCents": 1}' },
			'Additional Settings (JSON) must not repeat amountCents',
		],
		[
			{
				purchaseFields: { showCloseButton: true },
				additionalSettings: '{"showCloseButton": false}',
			},
			'Additional Settings (JSON) must not repeat showCloseButton',
		],
		[
			{ additionalSettings: '{"companyUid": "cmp_1"}' },
			'Additional Settings (JSON) must not repeat companyUid',
		],
	])('with %j are refused', (parameters, message) => {
		expect(refusalOf(() => bodyOf(parameters)).message).toBe(message);
	});

	it('name the way out where a field does not fit', () => {
		const { description } = refusalOf(() => bodyOf(fields({ phoneNumber: '06' })));
		expect(description).toMatch(/E\.164.*Nothing was sent\.$/);
	});
});

describe('what an expression gives', () => {
	it.each([null, undefined, '', ' '])(
		'%j as Metadata is left out, as it is optional',
		(metadata) => {
			const { data } = bodyOf({ purchaseFields: { metadata } as IDataObject });
			expect(data).not.toHaveProperty('metadata');
		},
	);

	it.each(['20.00', '0x10', '1e3', '12.'])('%s is no amount in cents', (amountCents) => {
		expect(refusalOf(() => bodyOf({ amountCents })).message).toBe(
			'Amount (Cents) must be a whole number of at least 1',
		);
	});
});
