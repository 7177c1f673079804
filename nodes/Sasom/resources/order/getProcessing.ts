import type { IDataObject } from 'n8n-workflow';
import { answerObject } from '../../../shared/fields';
import type { Operation } from '../../../shared/provider';

/** GET /partner/processing/orders (SASOM Partners API, orders). */
export const getProcessing: Operation = {
	value: 'getProcessing',
	name: 'Get Processing',
	action: 'Get processing orders',
	description: 'Get the orders that are being processed',
	properties: [],
	options: [
		{
			displayName: 'Start Cursor',
			name: 'cursor',
			type: 'string',
			default: '',
			description: 'Where to go on; leave empty for the first page',
		},
	],
	request: ({ options }) => ({
		method: 'GET',
		path: '/partner/processing/orders',
		query: pickCursor(options as IDataObject | undefined),
	}),
	items: ordersOf,
};

/** The orders stand in `data`, or in a list within it: the documents do not say which. */
function ordersOf(body: unknown): IDataObject[] {
	if (Array.isArray(body)) return body as IDataObject[];
	const answer = answerObject(body);
	if (Array.isArray(answer.data)) return answer.data as IDataObject[];
	const data = answerObject(answer.data ?? answer);
	return (Object.values(data).find(Array.isArray) ?? [data]) as IDataObject[];
}

function pickCursor({ cursor }: IDataObject = {}): IDataObject {
	return cursor ? { cursor } : {};
}
