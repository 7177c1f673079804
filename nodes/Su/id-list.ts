import { UserError } from 'n8n-workflow';
import { jsonValue } from '../shared/fields';
import type { Parameters } from '../shared/provider';

/**
 * A parameter that holds one ID or several: separated by commas, or as a JSON list.
 *
 * @param label as shown in the editor
 * @returns at least one ID, none of them twice, as text: those of Su have more digits than a number
 * keeps exactly
 * @throws UserError naming the field, and the place of an ID that can't be used
 */
export function idList(parameters: Parameters, name: string, label: string): string[] {
	const ids = valuesOf(parameters, name, label)
		.map((value, at) => idOf(value, `${label}: ID ${at + 1}`))
		.filter((id) => id !== '');
	if (ids.length > 0) return [...new Set(ids)];
	throw new UserError(`${label} is empty`, {
		description: `Fill in ${label}: one ID, several with commas between them, or a JSON list.`,
	});
}

function valuesOf(parameters: Parameters, name: string, label: string): unknown[] {
	const value = parameters[name] as unknown;
	if (typeof value !== 'string') return [value ?? ''].flat();
	if (!value.trim().startsWith('[')) return value.split(',');
	return [jsonValue(parameters, name, label)].flat();
}

function idOf(value: unknown, label: string): string {
	if (typeof value === 'string') return value.trim();
	if (Number.isSafeInteger(value)) return String(value);
	throw new UserError(`${label} must be text`, {
		description:
			'Put the ID in quotes. As a bare number it loses its last digits, because it has more than sixteen.',
	});
}
