import { UserError, type IDataObject } from 'n8n-workflow';
import { textOf, trimmed } from '../../../credentials/auth/text';
import type { Parameters } from '../provider';
import { empty, exactText } from './text';

/** JavaScript takes it for something else than a field. */
const NEVER_A_NAME = '__proto__';

type Row = { name?: unknown; value?: unknown };

/**
 * A list of names and values in which every value is one text. Rows without a name are left out.
 *
 * @param isRequired whether an expression that gives nothing is an error, and a value without name
 * @returns in the order of the form; a name may come several times
 * @throws UserError naming the list and the entry that is no text
 */
export function pairsOf(
	parameters: Parameters,
	name: string,
	label: string,
	isRequired = false,
): Array<[string, string]> {
	return rowsOf(parameters[name], label).flatMap(([key, value]): Array<[string, string]> => {
		if (key !== '') return [[key, textIn(value, `${label}: ${key}`, isRequired)]];
		if (!isRequired || value === undefined || value === null || value === '') return [];
		throw namelessRow(label);
	});
}

/**
 * A list of names and values in which a name may have several values: given in several rows, or as a
 * list.
 *
 * @returns text by name, or a list of texts
 * @throws UserError as {@link pairsOf}
 */
export function valuesByName(parameters: Parameters, name: string, label: string): IDataObject {
	// No prototype: a field may be called "constructor".
	const result = Object.create(null) as Record<string, string | string[]>;
	for (const [key, value] of rowsOf(parameters[name], label)) {
		if (key === '') continue;
		const texts = Array.isArray(value)
			? value.map((each: unknown, at) => exactText(each, `${label}: ${key}, value ${at + 1}`))
			: [textIn(value, `${label}: ${key}`)];
		const all = [...[result[key] ?? []].flat(), ...texts];
		result[key] = all.length === 1 && !Array.isArray(value) ? all[0] : all;
	}
	return { ...result };
}

function rowsOf(collection: unknown, label: string): Array<[string, unknown]> {
	const rows = (collection as { field?: Row[] } | undefined | null)?.field ?? [];
	return rows.map(({ name, value }, at) => {
		if (name === undefined || name === null) throw empty(`${label}: Name of field ${at + 1}`);
		const text = trimmed(textOf(name, `${label}: Name of field ${at + 1}`));
		if (text !== NEVER_A_NAME) return [text, value];
		throw new UserError(`${label} has a name that cannot be sent: ${NEVER_A_NAME}`, {
			description: `n8n would leave it out. Remove it from ${label}. Nothing was sent.`,
		});
	});
}

function textIn(value: unknown, label: string, isRequired = false): string {
	return isRequired ? exactText(value, label) : textOf(value, label);
}

function namelessRow(label: string): UserError {
	return new UserError(`${label} has a value without a name`, {
		description: `Fill in the name in ${label}, or remove the row. Nothing was sent.`,
	});
}
