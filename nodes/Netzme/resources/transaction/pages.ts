import { UserError, type IDataObject } from 'n8n-workflow';
import { answerObject } from '../../../shared/answer';
import type { Page, RequestDescription } from '../../../shared/provider';
import { numberOf } from '../../../../credentials/auth/json';

/**
 * The transactions of a page. The name of the list is documented nowhere, so it is the one list
 * that the body is or has.
 *
 * @returns none where it has no body
 * @throws UserError where the answer has several lists, or something else instead of one
 */
export function transactionsOf(answer: unknown): IDataObject[] {
	const { body, status } = answerObject(answer);
	// Without a status it is no answer of Netzme's, and would look like a day without payments.
	const list = status === undefined ? undefined : listOf(body);
	if (!list) throw noList();
	return list.map((entry) => answerObject(entry));
}

/** The error for an answer that is no list of transactions. */
export function noList(): UserError {
	return new UserError('The answer holds no list of transactions', {
		description: 'Look at the answer with the resource Request.',
	});
}

/** The request for the page after this one; undefined where this one brings nothing new or says that it is the last. */
export function nextPage({ body, items, request }: Page): RequestDescription | undefined {
	const page = numberOf(request.query?.page);
	const last = lastPage(answerObject(body).body);
	if (items.length === 0 || (last > 0 && page >= last)) return undefined;
	return { ...request, query: { ...request.query, page: page + 1 } };
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
