import { UserError, type IDataObject } from 'n8n-workflow';
import { answerObject } from '../../../shared/fields';
import type { Asked, Page, RequestDescription } from '../../../shared/provider';
import { numberOf } from '../../../../credentials/auth/json';

/** What the page before a request held: where Netzme repeats a page, it was the last one. */
const pageBefore = new WeakMap<RequestDescription, string>();

/**
 * The transactions of a page. The name of the list is documented nowhere, so it is the one list
 * that the body is or has.
 *
 * @returns none where the page repeats the one before, or has no body
 * @throws UserError where the answer has several lists, or something else instead of one
 */
export function transactionsOf(answer: unknown, { request }: Asked): IDataObject[] {
	const list = listOf(answerObject(answer).body);
	if (!list) {
		throw new UserError('The answer holds no list of transactions', {
			description: 'Look at the answer with the resource Request.',
		});
	}
	const items = list.map((entry) => answerObject(entry));
	return JSON.stringify(items) === pageBefore.get(request) ? [] : items;
}

/** The request for the page after this one; undefined where this one is empty or says that it is the last. */
export function nextPage({ body, items, request }: Page): RequestDescription | undefined {
	const page = numberOf(request.query?.page);
	const last = lastPage(answerObject(body).body);
	if (items.length === 0 || (last > 0 && page >= last)) return undefined;
	const next = { ...request, query: { ...request.query, page: page + 1 } };
	pageBefore.set(next, JSON.stringify(items));
	return next;
}

function listOf(body: unknown): unknown[] | undefined {
	if (body === null || body === undefined) return [];
	if (Array.isArray(body)) return body;
	const lists = Object.values(answerObject(body)).filter((value) => Array.isArray(value));
	return lists.length === 1 ? lists[0] : undefined;
}

/** NaN where the answer does not say. */
function lastPage(body: unknown): number {
	if (typeof body !== 'object' || body === null) return NaN;
	const { totalPage, totalPages } = body as IDataObject;
	return numberOf(totalPage ?? totalPages);
}
