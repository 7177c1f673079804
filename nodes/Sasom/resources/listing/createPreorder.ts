import { DAY_HINT, requiredDay } from '../../../shared/fields/day';
import type { Operation } from '../../../shared/provider';
import { createdItems } from '../answer';
import { listingFields, PRICE, QUANTITY, SIZE, SKU, YEAR, yearOf } from './fields';

/** POST /partner/list/preorder (guide "Listing Management", Creating Preorder Listings). */
export const createPreorder: Operation = {
	value: 'createPreorder',
	name: 'Create Preorder',
	action: 'Create a preorder listing',
	description: 'Offer a product that will be available on a future date',
	properties: [
		SKU,
		SIZE,
		PRICE,
		QUANTITY,
		{
			displayName: 'Release Date',
			name: 'releaseDate',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'The day on which the product is expected; a time of day is left out',
			hint: DAY_HINT,
		},
		YEAR,
	],
	request: (parameters, _account, timezone) => {
		const listing = listingFields(parameters);
		const releaseDate = requiredDay(parameters, 'releaseDate', 'Release Date', timezone);
		return {
			method: 'POST',
			path: '/partner/list/preorder',
			body: { ...listing, ...yearOf(parameters), releaseDate },
			reference: `SKU ${listing.sku}, size ${listing.size}`,
		};
	},
	items: createdItems,
};
