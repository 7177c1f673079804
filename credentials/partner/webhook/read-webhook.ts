import { objectAt, type Fields } from '../../recipe/read-fields';
import { PARAMETER_RULE_KEYS, parameterRules, STEP_KEYS, stepAt } from '../../recipe/read-parts';
import { jsonOfRecipe } from '../../recipe/read-recipe';
import { KEY_ENCODINGS, OUTPUTS, PARAMETER_PLACES } from '../../recipe/recipe';
import { recipeError } from '../../recipe/recipe-error';
import {
	PLACES,
	TIME_UNITS,
	type AnswerSettings,
	type Challenge,
	type JwtSettings,
	type Place,
	type ReceivedParameters,
	type TimestampSettings,
	type WebhookRecipe,
} from './recipe';

const KEYS = [
	...['read', 'alg', 'text', 'key', 'keyEncoding', 'output', 'timestamp', 'jwt', 'params'],
	...['checks', 'id', 'challenges', 'answer', 'refusal'],
];
const MAX_PLACES = 10;
const MAX_PAIRS = 20;
const MAX_STEPS = 5;
const ONE_DAY_IN_SECONDS = 24 * 3600;

/**
 * Reads a webhook recipe from JSON text.
 *
 * @throws UserError where it is not JSON, or as {@link readWebhook}
 */
export function parseWebhook(text: string): WebhookRecipe {
	return readWebhook(jsonOfRecipe(text));
}

/**
 * Checks the shape of a webhook recipe: what may stand where.
 *
 * @throws UserError naming the place, such as `read[0].in`, and the nearest word that is known
 */
export function readWebhook(recipe: unknown): WebhookRecipe {
	const fields = objectAt(recipe, '', KEYS);
	return {
		read: fields.objects('read', ['in', 'name', 'looksLike', 'separator'], MAX_PLACES, place),
		alg: fields.required('alg'),
		text: fields.text('text'),
		key: fields.text('key'),
		keyEncoding: fields.choice('keyEncoding', KEY_ENCODINGS),
		output: fields.choice('output', OUTPUTS),
		timestamp: fields.object('timestamp', ['from', 'unit', 'tolerance'], timestamp),
		jwt: fields.object('jwt', ['algs', 'skew'], jwt),
		params: fields.object(
			'params',
			['in', 'exclude', 'replace', 'once', ...PARAMETER_RULE_KEYS],
			parameters,
		),
		checks: fields.pairs('checks', MAX_PAIRS)?.map((pair, at) => both(pair, `checks[${at}]`)),
		id: fields.text('id'),
		challenges: fields.objects(
			'challenges',
			['when', 'steps', 'answer', 'isSigned'],
			MAX_PLACES,
			challenge,
		),
		answer: fields.object('answer', ['status', 'type', 'body'], answer),
		refusal: fields.whole('refusal', 400, 499),
	};
}

function place(fields: Fields): Place {
	const where = fields.choice('in', PLACES);
	if (where === undefined) throw fields.missing('in');
	const name = fields.text('name');
	if (where !== 'body' && !name) throw fields.missing('name');
	return {
		in: where,
		name,
		looksLike: fields.text('looksLike'),
		separator: fields.text('separator'),
	};
}

function timestamp(fields: Fields): TimestampSettings {
	return {
		from: fields.text('from'),
		unit: fields.choice('unit', TIME_UNITS),
		tolerance: fields.whole('tolerance', 1, ONE_DAY_IN_SECONDS),
	};
}

function jwt(fields: Fields): JwtSettings {
	return { algs: fields.texts('algs') ?? [], skew: fields.whole('skew', 0, ONE_DAY_IN_SECONDS) };
}

function parameters(fields: Fields): ReceivedParameters {
	const [replaced] = fields.pairs('replace', 1, true) ?? [];
	return {
		...parameterRules(fields),
		in: fields.choice('in', PARAMETER_PLACES),
		exclude: fields.texts('exclude'),
		once: fields.flag('once'),
		replace: replaced && both(replaced, fields.at('replace')),
	};
}

function challenge(fields: Fields): Challenge {
	const when = fields.pairs('when', MAX_PAIRS);
	if (!when || when.length === 0) throw fields.missing('when');
	const settings = fields.object('answer', ['status', 'type', 'body'], answer);
	if (!settings) throw fields.missing('answer');
	return {
		when: when as Challenge['when'],
		steps: fields.objects('steps', STEP_KEYS, MAX_STEPS, stepAt),
		answer: settings,
		isSigned: fields.flag('isSigned'),
	};
}

function answer(fields: Fields): AnswerSettings {
	return {
		status: fields.whole('status', 200, 299),
		type: fields.text('type'),
		body: fields.text('body'),
	};
}

function both(pair: string[], at: string): [string, string] {
	const [one, other] = pair;
	if (other !== undefined) return [one, other];
	throw recipeError(`${at} must be two texts`, 'Write it as ["…", "…"] in the recipe.');
}
