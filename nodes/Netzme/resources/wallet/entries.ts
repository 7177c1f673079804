import type { IDataObject } from 'n8n-workflow';
import { answerObject } from '../../../shared/answer';

/**
 * What an answer holds, where it is documented nowhere whether that is a list: each entry of it, or
 * else the whole body, with whatever tells where the list goes on.
 *
 * @throws UserError where it holds neither
 */
export function entriesOf(answer: unknown): IDataObject[] {
	const body: unknown = answerObject(answer).body;
	return Array.isArray(body) ? body.map((entry) => answerObject(entry)) : [answerObject(body)];
}
