import { requiredPathStep } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { listItems } from '../answer';
import { firstPage, PAGE_OPTIONS, pages } from '../pages';

/**
 * GET /partner/live/listings/{type} ("Rate Limiting"). Not documented: the types, which we take to
 * be the two kinds of listing, and whether there are pages; a cursor in the answer is followed.
 */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many listings',
	description: 'Get the listings of one type that are live',
	properties: [
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Ask', value: 'ask', description: 'Products in stock' },
				{ name: 'Preorder', value: 'preorder', description: 'Products with a future release date' },
			],
			default: 'ask',
			description: 'Type of the listings',
		},
	],
	options: PAGE_OPTIONS,
	request: (parameters) =>
		firstPage(`/partner/live/listings/${requiredPathStep(parameters, 'type', 'Type')}`, parameters),
	items: listItems,
	list: pages,
};
