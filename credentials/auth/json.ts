import type { IDataObject } from 'n8n-workflow';

/** A JSON text as an object; undefined where it is not JSON, or a list or a single value. */
export function parseJsonObject(text: string): IDataObject | undefined {
	const value = parseJson(text);
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as IDataObject) : undefined;
}

/** A number that an answer gives as number or text; NaN for anything else, also for null and ''. */
export function numberOf(value: unknown): number {
	return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
		? Number(value)
		: NaN;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
