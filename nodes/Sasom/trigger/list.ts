import { UserError, type IDataObject } from 'n8n-workflow';
import { answerObject } from '../../shared/answer';
import type { Parameters, RequestDescription } from '../../shared/provider';
import { getProcessing } from '../resources/order/getProcessing';
import { ORDERS_REMEMBERED } from './orders';

/** Even if a page holds ten orders only. */
const MOST_PAGES = ORDERS_REMEMBERED / 10;

/**
 * All orders in process, page by page.
 *
 * @param pages how many pages at most; all of them by default
 * @throws UserError where an answer holds no list or the pages do not end: a part of the list would
 * look as if the other orders were gone
 */
export async function listOrders(
	ask: (request: RequestDescription) => Promise<{ body: unknown }>,
	parameters: Parameters,
	pages = Infinity,
): Promise<IDataObject[]> {
	const all: IDataObject[] = [];
	const asked = new Set<string>();
	let request: RequestDescription | undefined = getProcessing.request(parameters, {});
	while (request && asked.size < pages) {
		if (asked.has(pageOf(request)) || asked.size === MOST_PAGES) throw endless(asked.size);
		asked.add(pageOf(request));
		const { body }: { body: unknown } = await ask(request);
		assertList(body);
		const items: IDataObject[] = getProcessing.items?.(body, { parameters, request }) ?? [];
		for (const item of items) all.push(item);
		request = getProcessing.list?.next?.({ body, items, request, parameters });
		// Nothing can be missing behind an empty page that leads back.
		if (items.length === 0 && request && asked.has(pageOf(request))) return all;
	}
	return all;
}

const pageOf = ({ query }: RequestDescription): string => JSON.stringify(query);

function endless(pages: number): UserError {
	return new UserError(`SASOM's list of orders does not end after ${pages} pages`, {
		description:
			'Nothing was emitted. Check Cursor Field in Options: the answer leads to the same pages again.',
	});
}

/** Without this, an answer about anything else would be taken for an order. */
function assertList(body: unknown): void {
	if (Array.isArray(body)) return;
	const { data = body } = answerObject(body);
	const places =
		typeof data === 'object' && data !== null ? [data, ...Object.values(data)] : [data];
	if (data === null || places.some(Array.isArray)) return;
	throw new UserError('The answer holds no list of orders', {
		description:
			'Nothing was emitted. Look at the whole answer with the SASOM node, resource Request, path /partner/processing/orders.',
	});
}
