import type { Operation } from '../../../shared/provider';
import { listItems } from '../answer';
import { firstPage, PAGE_OPTIONS, pages } from '../pages';

/** GET /partner/processing/orders (SASOM Partners API, "Authentication" and "Rate Limiting"). */
export const getProcessing: Operation = {
	value: 'getProcessing',
	name: 'Get Processing',
	action: 'Get processing orders',
	description: 'Get the orders that are being processed',
	properties: [],
	options: PAGE_OPTIONS,
	request: (parameters) => firstPage('/partner/processing/orders', parameters),
	items: listItems,
	list: pages,
};
