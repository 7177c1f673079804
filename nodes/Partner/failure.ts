import { UserError, type IDataObject } from 'n8n-workflow';
import { valueAt } from '../../credentials/auth/json';
import { optionalId, optionalText, requiredChoice, requiredId } from '../shared/fields/text';
import type { Answer, Failure } from '../shared/provider';

/** How an answer tells whether it is a failure, whatever its HTTP status. */
export interface FailureRule {
	/** Dotted, to the field that tells. */
	path: string;
	meaning: 'success' | 'failure';
	/** Values in lower case; none means any value that is not empty. */
	values: string[];
	/** Dotted, to the words for people; '' where there are none. */
	messagePath: string;
}

const NO_VALUE = ['', '0', 'false', 'null', '[]', '{}'];

/**
 * Reads the option.
 *
 * @returns undefined where it was not added
 * @throws UserError naming the field that does not fit
 */
export function failureRuleOf({ failure }: IDataObject): FailureRule | undefined {
	const { rule } = (failure ?? {}) as { rule?: IDataObject };
	if (!rule) return undefined;
	const meaning = requiredChoice(rule, 'meaning', 'Meaning', ['success', 'failure'] as const);
	const values = optionalText(rule, 'values', 'Values')
		.split(',')
		.map((value) => value.trim().toLowerCase())
		.filter((value) => value !== '');
	if (meaning === 'success' && values.length === 0) {
		throw new UserError('Values is empty', {
			description:
				'Enter what stands there after a success, such as 0 or ok, in Failure in the Answer in Options. Nothing was sent.',
		});
	}
	return {
		path: requiredId(rule, 'statusPath', 'Status Path'),
		meaning,
		values,
		messagePath: optionalId(rule, 'messagePath', 'Message Path'),
	};
}

/** The failure that an answer reports by a rule; undefined where it reports none. */
export function failureIn({ status, body }: Answer, rule: FailureRule): Failure | undefined {
	const { path, meaning, values, messagePath } = rule;
	const value = textAt(body, path);
	const hasNoBody = body === undefined || body === '';
	const isNamed =
		values.length > 0 ? values.includes(value.toLowerCase()) : !NO_VALUE.includes(value);
	const isReported = !hasNoBody && isNamed === (meaning === 'failure');
	if (!isReported && status < 400) return undefined;
	const words = messagePath === '' ? '' : textAt(body, messagePath);
	// What only says that there is an error says which one, too.
	if (words === '' && values.length === 0) return { message: isReported ? value : '' };
	return { message: words, ...(isReported && value !== '' && { code: value.slice(0, 60) }) };
}

/** A single value as text; a list or an object as JSON; '' where there is none. */
function textAt(body: unknown, path: string): string {
	const value = valueAt(body, path);
	if (value === undefined || value === null) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
	return text.trim().slice(0, 500);
}
