import { UserError, type IDataObject } from 'n8n-workflow';
import { answerObject } from '../shared/fields';
import type { Asked } from '../shared/provider';
import { sentRequestId } from './request-id';

/**
 * What an answer holds besides its envelope.
 *
 * @throws UserError where it holds no object
 */
export function bodyOf(answer: unknown): IDataObject {
	return answerObject(answerObject(answer).body);
}

/**
 * The item for a request with a request ID of its own: what the answer holds, and that ID. Netzme
 * answers with an ID of its own at times, which goes into `providerRequestId`.
 *
 * @throws UserError with the request ID where the answer is no JSON object
 */
export function itemWithRequestId(answer: unknown, { request }: Asked): IDataObject[] {
	const requestId = sentRequestId(request);
	if (!isObject(answer)) {
		throw new UserError('The answer is not what this operation gets as a rule', {
			description: `The request may have been carried out. Look up Request ID ${requestId} before you send it again.`,
		});
	}
	const other = answer.requestId;
	return [
		{
			...(isObject(answer.body) && answer.body),
			requestId,
			...(typeof other === 'string' && other !== requestId && { providerRequestId: other }),
		},
	];
}

/** Those fields of an item that are named; the item as it is where it has none of them. */
export function only(names: string[]): (item: IDataObject) => IDataObject {
	return (item) => {
		const entries = names.filter((name) => name in item).map((name) => [name, item[name]]);
		return entries.length > 0 ? Object.fromEntries(entries) : item;
	};
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
