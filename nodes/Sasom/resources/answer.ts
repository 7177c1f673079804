import type { IDataObject } from 'n8n-workflow';
import { answerObject, noSuccess } from '../../shared/answer';
import { successOf } from '../success';

/**
 * The entries of a list. The bodies of SASOM's lists are not documented: the entries may stand in
 * `data`, in the first list within `data`, or in the first list beside it.
 *
 * @returns one item per entry; what holds no list at all is one item
 * @throws UserError where the answer is no JSON
 */
export function listItems(body: unknown): IDataObject[] {
	const data = Array.isArray(body) ? (body as unknown[]) : dataOf(body);
	if (data === null) return [];
	const list = Array.isArray(data) ? data : Object.values(data).find(Array.isArray);
	return (list ?? [data]).map(asItem);
}

/**
 * What an answer is about: `{"success": true, "message": "...", "data": {...}}` (guide "Listing
 * Management").
 *
 * @returns `data`, or the whole answer where there is none
 * @throws UserError where the answer is no JSON
 */
export function dataItems(body: unknown): IDataObject[] {
	const data = Array.isArray(body) ? (body as unknown[]) : dataOf(body);
	return [data ?? answerObject(body)].flat().map(asItem);
}

/**
 * The same for what was created, where the answer is documented.
 *
 * @throws UserError also where the answer does not say `"success": true`
 */
export function createdItems(body: unknown): IDataObject[] {
	const answer = answerObject(body);
	if (successOf(answer.success)) return dataItems(body);
	throw noSuccess(answer, 'SASOM answers with "success": true where it has created a listing.');
}

function dataOf(body: unknown): unknown[] | IDataObject | null {
	const answer = answerObject(body);
	const { data = answer } = answer;
	if (data === null || Array.isArray(data)) return data;
	return typeof data === 'object' ? (data as IDataObject) : { data };
}

function asItem(value: unknown): IDataObject {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return (isObject ? value : { data: value }) as IDataObject;
}
