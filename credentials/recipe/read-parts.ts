import type { Fields } from './read-fields';
import {
	KEY_ENCODINGS,
	NESTED,
	NONCE_FORMATS,
	OUTPUTS,
	PARAMETER_ENCODINGS,
	PARAMETER_NAMES,
	PARAMETER_ORDERS,
	PARAMETER_PLACES,
	type Addition,
	type NonceSettings,
	type ParameterSettings,
	type Recipe,
	type Step,
	type TimeSettings,
} from './recipe';

const MAX_STEPS = 20;
const MAX_ADDITIONS = 50;
const MAX_EXTRA = 50;
const MAX_NONCE_LENGTH = 128;
/** UTC+14 is the easternmost zone; some make it a full day. */
const MAX_OFFSET_IN_MINUTES = 24 * 60;
const ONE_YEAR_IN_SECONDS = 366 * 24 * 3600;
/** How parameters are written as one text. */
export const PARAMETER_RULE_KEYS = [
	'dropEmpty',
	'order',
	'pair',
	'join',
	'encoding',
	'names',
	'nested',
];
const PARAMETER_KEYS = ['from', 'leaveOut', 'extra', ...PARAMETER_RULE_KEYS];
export const STEP_KEYS = ['name', 'alg', 'key', 'keyEncoding', 'text', 'output', 'header'];

type Optional = 'time' | 'nonce' | 'params';

/** What is done to a request: what a recipe and its token request have in common. */
export interface RecipeParts extends Pick<Recipe, Optional> {
	steps: Step[];
	add: Addition[];
}

export const PART_KEYS = ['steps', 'add', 'time', 'params', 'nonce'];

/**
 * Checks the shape of the parts of a recipe.
 *
 * @param places where something may be added
 * @throws UserError naming the place, such as `steps[0].alg`, and the nearest word that is known
 */
export function partsOf(recipe: Fields, places: ReadonlyArray<Addition['in']>): RecipeParts {
	return {
		time: recipe.object('time', ['format', 'offset', 'shift'], time),
		nonce: recipe.object('nonce', ['format', 'length'], nonce),
		params: recipe.object('params', PARAMETER_KEYS, parameters),
		steps: recipe.objects('steps', STEP_KEYS, MAX_STEPS, stepAt) ?? [],
		add:
			recipe.objects('add', ['in', 'name', 'value', 'when'], MAX_ADDITIONS, (fields) =>
				addition(fields, places),
			) ?? [],
	};
}

function time(fields: Fields): TimeSettings {
	return {
		format: fields.text('format'),
		offset: fields.whole('offset', -MAX_OFFSET_IN_MINUTES, MAX_OFFSET_IN_MINUTES),
		shift: fields.whole('shift', -ONE_YEAR_IN_SECONDS, ONE_YEAR_IN_SECONDS),
	};
}

function nonce(fields: Fields): NonceSettings {
	return {
		format: fields.choice('format', NONCE_FORMATS),
		length: fields.whole('length', 1, MAX_NONCE_LENGTH),
	};
}

function parameters(fields: Fields): ParameterSettings {
	return {
		from: fields.choices('from', PARAMETER_PLACES),
		leaveOut: fields.texts('leaveOut'),
		...parameterRules(fields),
		extra: fields.objects('extra', ['name', 'value'], MAX_EXTRA, (pair) => ({
			name: pair.required('name'),
			value: pair.text('value') ?? '',
		})),
	};
}

/** Those of {@link PARAMETER_RULE_KEYS}. */
export function parameterRules(
	fields: Fields,
): Omit<ParameterSettings, 'from' | 'leaveOut' | 'extra'> {
	return {
		dropEmpty: fields.flag('dropEmpty'),
		order: fields.choice('order', PARAMETER_ORDERS),
		pair: fields.text('pair'),
		join: fields.text('join'),
		encoding: fields.choice('encoding', PARAMETER_ENCODINGS),
		names: fields.choice('names', PARAMETER_NAMES),
		nested: fields.choice('nested', NESTED),
	};
}

/** @throws UserError where the name or the algorithm is missing */
export function stepAt(fields: Fields): Step {
	return {
		name: fields.required('name'),
		alg: fields.required('alg'),
		key: fields.text('key'),
		keyEncoding: fields.choice('keyEncoding', KEY_ENCODINGS),
		text: fields.text('text'),
		output: fields.choice('output', OUTPUTS),
		header: fields.text('header'),
	};
}

function addition(fields: Fields, places: ReadonlyArray<Addition['in']>): Addition {
	const place = fields.choice('in', places);
	if (place === undefined) throw fields.missing('in');
	return {
		in: place,
		name: fields.text('name'),
		value: fields.text('value') ?? '',
		when: fields.texts('when')?.flatMap((methods) => methods.toUpperCase().split(/[\s,]+/)),
	};
}
