import { UserError, type IDataObject } from 'n8n-workflow';
import { answerObject, itsWords, noSuccess } from '../shared/answer';
import { isObject } from './fields';

/**
 * What Su answers to a write: `{"Status": "Success"}`. Its failures are found before.
 *
 * @param others further words for success, of an operation that has them
 * @throws UserError where the answer says anything else, or nothing
 */
export function succeeded(body: unknown, ...others: string[]): IDataObject {
	const answer = answerObject(body);
	const words = ['Success', ...others];
	const status = statusOf(answer).toLowerCase();
	if (words.some((word) => word.toLowerCase() === status)) return answer;
	throw noSuccess(
		answer,
		`Su answers with "Status": "${words.join('" or "')}" where it has done what was asked.`,
	);
}

/**
 * The entries of a list in an answer; none where it is missing, as in the answer of an empty queue.
 *
 * @throws UserError where the answer is no JSON object, or one of another kind
 */
export function entriesOf(body: unknown, name: string): IDataObject[] {
	const answer = answerObject(body);
	if (!(name in answer)) assertSaysNothing(answer);
	const list = answer[name];
	return Array.isArray(list) ? (list as unknown[]).filter(isObject) : [];
}

/**
 * The entries of a list whose place in the answer is not known to us: the answer itself, or the first
 * of these fields that is a list. An answer that holds something else is one entry, as it is.
 *
 * @throws UserError where the answer says nothing that could be one
 */
export function anyEntriesOf(body: unknown, names: string[]): IDataObject[] {
	if (Array.isArray(body)) return (body as unknown[]).filter(isObject);
	const answer = answerObject(body);
	const list = names.map((name) => answer[name]).find((value) => Array.isArray(value));
	if (list) return (list as unknown[]).filter(isObject);
	if (Object.values(answer).some((value) => typeof value === 'object' && value !== null)) {
		return [answer];
	}
	assertSaysNothing(answer);
	return [];
}

/**
 * An answer that is an object by ID or by day. An empty list counts as an empty object: some server
 * languages do not tell them apart.
 *
 * @throws UserError where the answer is neither
 */
export function answerMap(body: unknown): IDataObject {
	return Array.isArray(body) && body.length === 0 ? {} : answerObject(body);
}

/**
 * Lets an answer without the data that was asked for pass as one that has none: where it is empty, or
 * Su's own word of success, or of a failure that means no more than that.
 *
 * @throws UserError where it may be anything: `{"message": "Forbidden"}` of a gateway, for instance,
 * would look like an empty queue
 */
export function assertSaysNothing(answer: IDataObject): void {
	if (Object.keys(answer).length === 0 || /^(success|fail)/i.test(statusOf(answer))) return;
	throw new UserError('The answer is not what this operation gets as a rule', {
		description: `It has neither the data that was asked for nor a Status of Su.${itsWords(answer)} Look at the answer with the resource Request.`,
	});
}

/** Su's own word for how it went, without white space around; '' where it says nothing. */
export function statusOf({ Status, status }: IDataObject): string {
	return String(Status ?? status ?? '').trim();
}
