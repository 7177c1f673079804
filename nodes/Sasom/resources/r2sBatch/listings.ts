import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { jsonValue } from '../../../shared/fields/json';
import { requiredChoice } from '../../../shared/fields/text';
import type { Parameters } from '../../../shared/provider';
import { listingFields, PRICE, QUANTITY, SIZE, SKU, type ListingFields } from '../listing/fields';

/** The listings of a batch: one by one in a form, or all at once as JSON. */
export const LISTINGS: INodeProperties[] = [
	{
		displayName: 'Specify Listings',
		name: 'specifyListings',
		type: 'options',
		options: [
			{ name: 'Fields', value: 'fields' },
			{ name: 'JSON', value: 'json' },
		],
		default: 'fields',
	},
	{
		displayName: 'Listings',
		name: 'listings',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Listing',
		default: {},
		displayOptions: { show: { specifyListings: ['fields'] } },
		description: 'The items of the batch, one row for each SKU and size',
		options: [{ displayName: 'Listing', name: 'listing', values: [SKU, SIZE, PRICE, QUANTITY] }],
	},
	{
		displayName: 'Listings (JSON)',
		name: 'listingsJson',
		type: 'json',
		default: '[]',
		displayOptions: { show: { specifyListings: ['json'] } },
		description:
			'A list of objects with sku, size, price and quantity, e.g. [{"sku": "SKU-1", "size": "10", "price": 5000, "quantity": 1}]. Other fields are left out.',
	},
];

/**
 * The listings of a batch.
 *
 * @throws UserError naming the listing, counted from 1, and the field that SASOM would refuse
 */
export function listingsOf(parameters: Parameters): ListingFields[] {
	const specified = ['fields', 'json'] as const;
	const how = requiredChoice(parameters, 'specifyListings', 'Specify Listings', specified);
	const rows = how === 'json' ? jsonRows(parameters) : formRows(parameters);
	if (rows.length === 0) {
		throw new UserError('Listings is empty', {
			description: 'A batch needs at least one listing. Nothing was sent.',
		});
	}
	const listings = rows.map((row, index) => listingFields(row, `Listing ${index + 1}: `));
	assertOnePrice(listings);
	return listings;
}

function formRows({ listings }: Parameters): IDataObject[] {
	return ((listings as IDataObject | undefined)?.listing ?? []) as IDataObject[];
}

function jsonRows(parameters: Parameters): IDataObject[] {
	const rows = jsonValue(parameters, 'listingsJson', 'Listings (JSON)');
	if (!Array.isArray(rows)) {
		throw new UserError('Listings (JSON) must be a list', {
			description: 'Enter objects in square brackets, also where it is only one.',
		});
	}
	return rows.map((row: unknown, index) => {
		if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as IDataObject;
		throw new UserError(`Listing ${index + 1} must be an object`, {
			description:
				'Check Listings (JSON): enter names and values in braces, e.g. {"sku": "SKU-1", "size": "10"}.',
		});
	});
}

/** A SKU and size may come twice in a batch, but not with different prices ("Errors", 400). */
function assertOnePrice(listings: ListingFields[]): void {
	const known = new Map<string, { price: number; line: number }>();
	listings.forEach(({ sku, size, price }, index) => {
		const id = JSON.stringify([sku, size]);
		const first = known.get(id) ?? { price, line: index + 1 };
		known.set(id, first);
		if (price === first.price) return;
		throw new UserError(
			`Listing ${index + 1}: Price differs from that of listing ${first.line}, of the same SKU and size`,
			{
				description:
					'SASOM takes one price for a SKU and size in a batch. Give both the same price, or make two batches.',
			},
		);
	});
}
