import type { IDataObject } from 'n8n-workflow';
import { requiredDay } from '../shared/fields/day';
import { jsonObject } from '../shared/fields/json';

/** An optional field is empty where it is blank, and where its expression gives nothing. */
export function isGiven(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() !== '';
	return value !== undefined && value !== null;
}

/** `YYYY-MM-DD`; undefined where the field is empty. */
export function optionalDay(
	fields: IDataObject,
	name: string,
	label: string,
	timezone?: string,
): string | undefined {
	return isGiven(fields[name]) ? requiredDay(fields, name, label, timezone) : undefined;
}

/** An empty field is an empty object. */
export function optionalJson(fields: IDataObject, name: string, label: string): IDataObject {
	return isGiven(fields[name]) ? jsonObject(fields, name, label) : {};
}
