import type { IDataObject } from 'n8n-workflow';

/** A JSON text as an object; undefined where it is not JSON, or a list or a single value. */
export function parseJsonObject(text: string): IDataObject | undefined {
	const value = parseJson(text);
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as IDataObject) : undefined;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
