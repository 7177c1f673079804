import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { dataItems } from '../answer';
import { LISTING_ID, PRICE, priceOf } from './fields';

/** PUT /partner/edit/preorder (guide "Listing Management", Edit Preorder Listing). */
export const updatePreorder: Operation = {
	value: 'updatePreorder',
	name: 'Update Preorder',
	action: 'Update a preorder listing',
	description: 'Change the price of a preorder listing',
	properties: [LISTING_ID, PRICE],
	request: (parameters) => {
		const listing_id = requiredId(parameters, 'listingId', 'Listing ID');
		return {
			method: 'PUT',
			path: '/partner/edit/preorder',
			body: { listing_id, price: priceOf(parameters) },
			reference: `Listing ID ${listing_id}`,
		};
	},
	items: dataItems,
};
