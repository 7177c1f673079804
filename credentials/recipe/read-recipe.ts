import { faultIn } from './json-fault';
import { recipeError } from './recipe-error';
import {
	ADDITION_PLACES,
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
import { objectAt, type Fields } from './read-fields';

const MAX_CHARACTERS = 100_000;
const MAX_STEPS = 20;
const MAX_ADDITIONS = 50;
const MAX_EXTRA = 50;
const MAX_NONCE_LENGTH = 128;
/** UTC+14 is the easternmost zone; some make it a full day. */
const MAX_OFFSET_IN_MINUTES = 24 * 60;
const ONE_YEAR_IN_SECONDS = 366 * 24 * 3600;

/** A recipe whose shape is right. Its templates are still unread. */
export type ReadRecipe = Required<Pick<Recipe, 'steps' | 'add'>> & Omit<Recipe, 'steps' | 'add'>;

/**
 * Reads a recipe from JSON text.
 *
 * @throws UserError where it is not JSON, or as {@link readRecipe}
 */
export function parseRecipe(text: string): ReadRecipe {
	if (text.length > MAX_CHARACTERS) {
		throw recipeError('Recipe is too long', `${MAX_CHARACTERS} characters are the most.`);
	}
	let recipe: unknown;
	try {
		recipe = JSON.parse(text);
	} catch {
		const { line, character } = faultIn(text) ?? { line: 1, character: 1 };
		throw recipeError(
			'Recipe is not valid JSON',
			`Look at line ${line}, character ${character}: check commas, quotation marks and brackets.`,
		);
	}
	return readRecipe(recipe);
}

/**
 * Checks the shape of a recipe: what may stand where.
 *
 * @throws UserError naming the place, such as `steps[0].alg`, and the nearest word that is known
 */
export function readRecipe(value: unknown): ReadRecipe {
	const recipe = objectAt(value, '', ['steps', 'add', 'time', 'params', 'nonce']);
	return {
		time: recipe.object('time', ['format', 'offset', 'shift'], time),
		nonce: recipe.object('nonce', ['format', 'length'], nonce),
		params: recipe.object('params', PARAMETER_KEYS, parameters),
		steps: recipe.objects('steps', STEP_KEYS, MAX_STEPS, step) ?? [],
		add: recipe.objects('add', ['in', 'name', 'value', 'when'], MAX_ADDITIONS, addition) ?? [],
	};
}

const PARAMETER_KEYS = [
	...['from', 'leaveOut', 'dropEmpty', 'order', 'pair', 'join', 'encoding', 'names'],
	...['nested', 'extra'],
];
const STEP_KEYS = ['name', 'alg', 'key', 'keyEncoding', 'text', 'output', 'header'];

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
		dropEmpty: fields.flag('dropEmpty'),
		order: fields.choice('order', PARAMETER_ORDERS),
		pair: fields.text('pair'),
		join: fields.text('join'),
		encoding: fields.choice('encoding', PARAMETER_ENCODINGS),
		names: fields.choice('names', PARAMETER_NAMES),
		nested: fields.choice('nested', NESTED),
		extra: fields.objects('extra', ['name', 'value'], MAX_EXTRA, (pair) => ({
			name: pair.required('name'),
			value: pair.text('value') ?? '',
		})),
	};
}

function step(fields: Fields): Step {
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

function addition(fields: Fields): Addition {
	const place = fields.choice('in', ADDITION_PLACES);
	if (place === undefined) throw fields.missing('in');
	return {
		in: place,
		name: fields.text('name'),
		value: fields.text('value') ?? '',
		when: fields.texts('when')?.flatMap((methods) => methods.toUpperCase().split(/[\s,]+/)),
	};
}
