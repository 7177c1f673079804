import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { dataItems } from '../answer';
import { LISTING_ID, PRICE, priceOf, QUANTITY, quantityOf } from './fields';

/** PUT /partner/edit/listing (guide "Listing Management", Edit Ask Listing). */
export const updateAsk: Operation = {
	value: 'updateAsk',
	name: 'Update Ask',
	action: 'Update an ask listing',
	description: 'Change price and quantity of an ask listing',
	properties: [LISTING_ID, PRICE, QUANTITY],
	request: (parameters) => {
		const listing_id = requiredId(parameters, 'listingId', 'Listing ID');
		return {
			method: 'PUT',
			path: '/partner/edit/listing',
			body: { listing_id, price: priceOf(parameters), quantity: quantityOf(parameters) },
			reference: `Listing ID ${listing_id}`,
		};
	},
	items: dataItems,
};
