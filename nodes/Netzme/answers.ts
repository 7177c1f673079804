import type { IDataObject } from 'n8n-workflow';
import { answerObject, noSuccess } from '../shared/answer';
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
 * @throws UserError where the answer is no JSON object, or does not say that it was successful: these
 * requests move money
 */
export function itemWithRequestId(body: unknown, { request }: Asked): IDataObject[] {
	const answer = answerObject(body);
	assertSuccess(answer);
	const requestId = sentRequestId(request);
	const other = answer.requestId;
	return [
		{
			...(isObject(answer.body) && answer.body),
			requestId,
			...(typeof other === 'string' && other !== requestId && { providerRequestId: other }),
		},
	];
}

/** A status that is there and means a failure is found before. */
function assertSuccess(answer: IDataObject): void {
	if (Number(answer.status ?? NaN) >= 100) return;
	throw noSuccess(answer, 'Netzme answers with a status of 100 where it has done what was asked.');
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
