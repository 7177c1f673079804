import { UserError } from 'n8n-workflow';
import type { Parameters } from '../provider';
import { jsonValue } from './json';
import { requiredId } from './text';

/** What stands between two IDs, as people type them or copy them from a spreadsheet. */
const SEPARATORS = /[,;\t\r\n]+/;

/**
 * A parameter that holds several IDs: with commas, semicolons, tabs or line breaks between them, or
 * as a JSON list. Quotation marks around an ID are taken off.
 *
 * @param label as shown in the editor
 * @returns the IDs as text, none of them twice; none where the field is empty
 * @throws UserError naming the field, and the place of an ID that can't be used
 */
export function optionalIds(parameters: Parameters, name: string, label: string): string[] {
	const ids = valuesOf(parameters, name, label)
		.map((value, at) => idOf(value, `${label}: ID ${at + 1}`))
		.filter((id) => id !== '');
	return [...new Set(ids)];
}

/**
 * The same, at least one.
 *
 * @throws UserError also where there is none
 */
export function requiredIds(parameters: Parameters, name: string, label: string): string[] {
	const ids = optionalIds(parameters, name, label);
	if (ids.length > 0) return ids;
	throw new UserError(`${label} is empty`, {
		description: `Fill in ${label}: one ID, several with commas between them, or a JSON list. Nothing was sent.`,
	});
}

function valuesOf(parameters: Parameters, name: string, label: string): unknown[] {
	const value = parameters[name] as unknown;
	if (typeof value !== 'string') return [value ?? ''].flat();
	if (!value.trim().startsWith('[')) return value.split(SEPARATORS);
	return [jsonValue(parameters, name, label)].flat();
}

function idOf(value: unknown, label: string): string {
	if (value === '') return '';
	if (typeof value === 'string') return withoutQuotes(value, label);
	if (Number.isSafeInteger(value)) return String(value);
	throw new UserError(`${label} must be text`, {
		description:
			'Put the ID in quotes. As a bare number it loses its last digits, because it has more than sixteen. Nothing was sent.',
	});
}

function withoutQuotes(value: string, label: string): string {
	const id = value.trim() === '' ? '' : requiredId({ id: value }, 'id', label);
	const [, , inside = id] = /^(["'])(.*)\1$/.exec(id) ?? [];
	return inside.trim();
}
