import { UserError, type IDataObject } from 'n8n-workflow';
import { isRounded, numbersIn } from '../../../credentials/auth/json';
import { nameOf } from '../../../credentials/auth/text';
import type { Parameters } from '../provider';
import { empty } from './text';

/** So many levels no provider asks for; many more would overflow the stack. */
const DEEPEST = 500;
/** What n8n makes of a Luxon value that is not valid. */
const INVALID = 'Invalid DateTime';
/** White space that JSON does not know, and marks that nobody sees. */
const NOT_OF_JSON = /[\p{Cf}\p{Zl}\p{Zp}]|(?![ \t\r\n])\p{Zs}/u;

/**
 * A parameter that holds JSON, typed in or from an expression.
 *
 * @throws UserError naming the field where it is no JSON object
 */
export function jsonObject(parameters: Parameters, name: string, label: string): IDataObject {
	const value = parameters[name] as unknown;
	if (value === undefined || value === null) throw notAnObject(label);
	const parsed = jsonValue(parameters, name, label);
	if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
		return parsed as IDataObject;
	}
	throw notAnObject(label);
}

function notAnObject(label: string): UserError {
	return new UserError(`${label} must be a JSON object`, {
		description: 'Enter names and values in braces, e.g. {"page": 1}. Nothing was sent.',
	});
}

/**
 * A parameter that holds any JSON, typed in or from an expression.
 *
 * @throws UserError naming the field where it is not valid, has a number that JavaScript would
 * change, or its expression gives nothing
 */
export function jsonValue(parameters: Parameters, name: string, label: string): unknown {
	const value = parameters[name] as unknown;
	if (value === undefined || value === null) throw empty(label);
	if (typeof value !== 'string') return givenValue(value, label);
	const text = value.replace(/^\ufeff/, '');
	const parsed = parsedOr(text, undefined);
	if (parsed === undefined) throw malformed(text, label);
	if (flawOf(parsed) === 'depth') throw tooDeep(label);
	for (const { digits } of numbersIn(text)) {
		if (!isRounded(digits)) continue;
		throw new UserError(`${label} has a number with too many digits`, {
			description: `Put ${digits.slice(0, 40)} in quotation marks, or its last digits are lost. Nothing was sent.`,
		});
	}
	return parsed;
}

/** What an expression gives may hold what JSON can't: `JSON.stringify` would change it or leave it out. */
function givenValue(value: unknown, label: string): unknown {
	switch (flawOf(value)) {
		case undefined:
			return value;
		case 'number':
			throw new UserError(`${label} has a number that JSON cannot hold exactly`, {
				description:
					'It is no number, not finite, or has too many digits. Make it text where it comes from. Nothing was sent.',
			});
		case 'value':
			throw new UserError(`${label} has a value that JSON cannot hold`, {
				description:
					'It is a date that is not valid, a function or the like. Make it text or a number where it comes from. Nothing was sent.',
			});
		case 'depth':
			throw tooDeep(label);
	}
}

function flawOf(value: unknown, depth = 0): 'number' | 'value' | 'depth' | undefined {
	if (typeof value === 'number') {
		const isExact =
			Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
		return isExact ? undefined : 'number';
	}
	if (isNoJson(value)) return 'value';
	// What writes itself, a date for instance, is looked at no further.
	if (typeof value !== 'object' || value === null || 'toJSON' in value) return undefined;
	if (depth === DEEPEST) return 'depth';
	for (const each of Object.values(value)) {
		const flaw = flawOf(each, depth + 1);
		if (flaw) return flaw;
	}
	return undefined;
}

/** A Luxon value says itself whether it is valid. */
function isNoJson(value: unknown): boolean {
	if (['function', 'symbol', 'bigint'].includes(typeof value) || value === INVALID) return true;
	if (value instanceof Date) return Number.isNaN(value.getTime());
	if (value instanceof Map || value instanceof Set) return true;
	const isLuxon = typeof value === 'object' && value !== null && 'toISO' in value;
	return isLuxon && (value as { isValid?: unknown }).isValid === false;
}

function tooDeep(label: string): UserError {
	return new UserError(`${label} is nested too deeply`, {
		description: `It has more than ${DEEPEST} levels, or holds itself. Nothing was sent.`,
	});
}

function malformed(text: string, label: string): UserError {
	const misleading = NOT_OF_JSON.exec(outsideStrings(text));
	const where = misleading
		? `It has a ${nameOf(misleading[0])} where JSON takes plain spaces only: replace it.`
		: 'Check quotes, commas and braces.';
	return new UserError(`${label} is not valid JSON`, {
		description: `${where} Nothing was sent.`,
	});
}

/** Without what stands between quotation marks; good enough to point at a character. */
function outsideStrings(text: string): string {
	return text
		.split('"')
		.filter((_, index) => index % 2 === 0)
		.join('""');
}

function parsedOr(text: string, fallback: undefined): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return fallback;
	}
}
