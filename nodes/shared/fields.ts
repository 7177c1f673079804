import { jsonParse, UserError, type IDataObject } from 'n8n-workflow';
import type { Parameters } from './provider';

const NOT_JSON = Symbol('not JSON');

/**
 * What a provider answered, as a JSON object.
 *
 * @throws UserError where it is none: a web page in place of an answer, for instance
 */
export function answerObject(body: unknown): IDataObject {
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	if (isObject && !Buffer.isBuffer(body)) return body as IDataObject;
	throw new UserError('The answer is not what this operation gets as a rule', {
		description:
			'Check the base URL or environment of the credential, or look at the answer with the resource Request.',
	});
}

/** What an answer says of itself, as a sentence of an error's description; '' where it says nothing. */
export function itsWords({ Message, message = Message }: IDataObject): string {
	return typeof message === 'string' ? ` This answer says: ${message}.` : '';
}

/**
 * The error for an answer to a write that reports neither a failure nor success.
 *
 * @param expected how the provider reports success, as a sentence
 */
export function noSuccess(answer: IDataObject, expected: string): UserError {
	return new UserError('The answer does not report success', {
		description: `${expected}${itsWords(answer)}`,
	});
}

/**
 * A mandatory text parameter.
 *
 * @param label as shown in the editor
 * @returns the value without surrounding white space, never ''
 * @throws UserError naming the field where it is empty
 */
export function requiredText(parameters: Parameters, name: string, label: string): string {
	const value = String(parameters[name] ?? '').trim();
	if (value === '') {
		throw new UserError(`${label} is empty`, {
			description: `Fill in ${label} in the node, or in the credential where it has such a field.`,
		});
	}
	return value;
}

/** A text parameter as a step of a path: URL-encoded, so that it stays one step. */
export function requiredPathStep(parameters: Parameters, name: string, label: string): string {
	const value = requiredText(parameters, name, label);
	if (value === '.' || value === '..' || /\p{Cs}/u.test(value)) {
		throw new UserError(`${label} is not valid`, { description: `Check ${label} in the node.` });
	}
	return encodeURIComponent(value);
}

/**
 * A calendar day.
 *
 * @returns `YYYY-MM-DD`
 * @throws UserError naming the field where it is no date
 */
export function requiredDay(parameters: Parameters, name: string, label: string): string {
	const value = requiredText(parameters, name, label);
	const day = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(value)?.[1];
	if (day === undefined || !isCalendarDay(day)) {
		throw new UserError(`${label} is not a date`, {
			description: 'Enter a date such as 2026-01-31.',
		});
	}
	return day;
}

/** JavaScript takes 30 February for 2 March. */
function isCalendarDay(day: string): boolean {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/**
 * A whole number.
 *
 * @throws UserError naming the field where it is none or below `least`
 */
export function requiredInteger(
	parameters: Parameters,
	name: string,
	label: string,
	least: number,
): number {
	const value = Number(requiredText(parameters, name, label));
	if (!Number.isSafeInteger(value) || value < least) {
		throw new UserError(`${label} must be a whole number of at least ${least}`, {
			description: `Check ${label} in the node.`,
		});
	}
	return value;
}

/**
 * A parameter that holds JSON, typed in or from an expression.
 *
 * @throws UserError naming the field where it is no JSON object
 */
export function jsonObject(parameters: Parameters, name: string, label: string): IDataObject {
	const value = jsonValue(parameters, name, label);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new UserError(`${label} must be a JSON object`, {
			description: 'Enter names and values in braces, e.g. {"page": 1}. Nothing was sent.',
		});
	}
	return value as IDataObject;
}

/**
 * A parameter that holds any JSON, typed in or from an expression.
 *
 * @throws UserError naming the field where it is not valid, or has a whole number so long that
 * JavaScript would round it
 */
export function jsonValue(parameters: Parameters, name: string, label: string): unknown {
	const value = parameters[name] as unknown;
	if (typeof value !== 'string') return value;
	const parsed = jsonParse<unknown>(value, { fallbackValue: NOT_JSON });
	if (parsed === NOT_JSON) {
		throw new UserError(`${label} is not valid JSON`, {
			description: 'Check quotes, commas and braces. Nothing was sent.',
		});
	}
	const long = wholeNumbersIn(value).find((digits) => digits !== String(Number(digits)));
	if (long === undefined) return parsed;
	throw new UserError(`${label} has a number with too many digits`, {
		description: `Put ${long} in quotation marks, or its last digits are lost. Nothing was sent.`,
	});
}

/** The whole numbers of a JSON text that JavaScript may round, as they are written. */
function wholeNumbersIn(json: string): string[] {
	const numbers = json.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/-?\d[\d.eE+-]*/g) ?? [];
	return numbers.filter((number) => /^-?\d{16,}$/.test(number));
}
