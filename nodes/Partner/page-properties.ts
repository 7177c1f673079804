import type { INodeProperties } from 'n8n-workflow';

/** How a list goes on behind its first page. */
export const PAGINATIONS = ['none', 'cursor', 'next', 'offset', 'page'] as const;
export type Pagination = (typeof PAGINATIONS)[number];

const shownFor = (...pagination: Pagination[]): INodeProperties['displayOptions'] => ({
	show: { method: ['GET'], pagination },
});

/** The parameters of a list that comes in pages. */
export const PAGE_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Pagination',
		name: 'pagination',
		type: 'options',
		options: [
			{ name: 'Cursor', value: 'cursor', description: 'The answer holds a mark of the next page' },
			{
				name: 'Next Address',
				value: 'next',
				description: 'The answer holds the address of the next page',
			},
			{ name: 'None', value: 'none', description: 'One answer is all' },
			{
				name: 'Offset',
				value: 'offset',
				description: 'The request says how many entries to leave out',
			},
			{ name: 'Page Number', value: 'page', description: 'The request says which page' },
		],
		default: 'none',
		displayOptions: { show: { method: ['GET'] } },
	},
	{
		displayName: 'Cursor Path',
		name: 'cursorPath',
		type: 'string',
		default: '',
		placeholder: 'e.g. meta.next_cursor',
		description:
			'Field of the answer with the mark of the next page; dots lead into nested fields. The last page has none.',
		displayOptions: shownFor('cursor'),
	},
	{
		displayName: 'Cursor Parameter',
		name: 'cursorParameter',
		type: 'string',
		default: 'cursor',
		description: 'Name under which the mark is sent in the query',
		displayOptions: shownFor('cursor'),
	},
	{
		displayName: 'Next Address Path',
		name: 'nextPath',
		type: 'string',
		default: '',
		placeholder: 'e.g. links.next',
		description:
			'Field of the answer with the address of the next page, on the host of the credential; dots lead into nested fields. The last page has none.',
		displayOptions: shownFor('next'),
	},
	{
		displayName: 'Page Parameter',
		name: 'pageParameter',
		type: 'string',
		default: 'page',
		description: 'Name under which the number of the page is sent in the query',
		displayOptions: shownFor('page'),
	},
	{
		displayName: 'First Page',
		name: 'firstPage',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1,
		description: 'Number of the first page: 1 as a rule, 0 with some partners',
		displayOptions: shownFor('page'),
	},
	{
		displayName: 'Offset Parameter',
		name: 'offsetParameter',
		type: 'string',
		default: 'offset',
		description: 'Name under which the number of entries to leave out is sent in the query',
		displayOptions: shownFor('offset'),
	},
	{
		displayName: 'Size Parameter',
		name: 'sizeParameter',
		type: 'string',
		default: 'limit',
		description: 'Name under which the size of a page is sent; leave empty to send none',
		displayOptions: shownFor('offset', 'page'),
	},
	{
		displayName: 'Page Size',
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 100,
		description: 'How many entries to ask for at once',
		displayOptions: shownFor('offset', 'page'),
	},
	{
		displayName: 'Stop Path',
		name: 'stopPath',
		type: 'string',
		default: '',
		placeholder: 'e.g. meta.has_more',
		description:
			'Field of the answer that tells the last page. Leave empty to go on until a page is empty, or has no next one.',
		displayOptions: shownFor('cursor', 'next', 'offset', 'page'),
	},
	{
		displayName: 'Stop Value',
		name: 'stopValue',
		type: 'string',
		default: 'false',
		description: 'What stands there on the last page',
		displayOptions: shownFor('cursor', 'next', 'offset', 'page'),
	},
];
