import type { Operation } from '../../../shared/provider';
import { createdItems } from '../answer';
import { listingFields, PRICE, QUANTITY, SIZE, SKU, YEAR, yearOf } from './fields';

/** POST /partner/list/ask (guide "Listing Management", Creating Ask Listings). */
export const createAsk: Operation = {
	value: 'createAsk',
	name: 'Create Ask',
	action: 'Create an ask listing',
	description: 'Offer a product that is in stock, ready to ship',
	properties: [SKU, SIZE, PRICE, QUANTITY, YEAR],
	request: (parameters) => {
		const listing = listingFields(parameters);
		return {
			method: 'POST',
			path: '/partner/list/ask',
			body: { ...listing, ...yearOf(parameters) },
			reference: `SKU ${listing.sku}, size ${listing.size}`,
		};
	},
	items: createdItems,
};
