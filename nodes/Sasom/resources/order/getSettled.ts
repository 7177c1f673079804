import type { Operation } from '../../../shared/provider';
import { listItems } from '../answer';
import { firstPage, PAGE_OPTIONS, pages } from '../pages';

/** GET /partner/settled/orders ("Rate Limiting"); that it has pages is our conclusion. */
export const getSettled: Operation = {
	value: 'getSettled',
	name: 'Get Settled',
	action: 'Get settled orders',
	description: 'Get the orders that are settled',
	properties: [],
	options: PAGE_OPTIONS,
	request: (parameters) => firstPage('/partner/settled/orders', parameters),
	items: listItems,
	list: pages,
};
