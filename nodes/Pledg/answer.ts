import type { IDataObject } from 'n8n-workflow';
import { answerObject } from '../shared/answer';

/**
 * The output of a request whose answer is not documented: what was asked for, and whatever came
 * back. Pledg may answer with nothing or with plain text.
 *
 * @throws UserError where a web page came back
 */
export function withAnswer(known: IDataObject, body: unknown): IDataObject {
	if (body === '' || body === null) return known;
	const isPlain = typeof body !== 'object' && !/^\s*</.test(String(body));
	if (isPlain || Array.isArray(body)) return { ...known, answer: body as IDataObject };
	return { ...known, ...answerObject(body) };
}
