import { compileTemplate, referencesOf, type Template } from '../../recipe/compile-template';
import { parameterText } from '../../recipe/compile-parts';
import type { Names } from '../../recipe/names';
import { readTemplate } from '../../recipe/template';
import { assertKeyTemplate, assertProvingText, assertVaries, noSignature } from './assertions';
import {
	compileAnswer,
	compileChallenge,
	type CompiledAnswer,
	type CompiledChallenge,
} from './challenge';
import { coverOf, type Cover } from './cover';
import { jwtReader, type JwtReader } from './jwt';
import { readerOf, type Reader } from './looks-like';
import { parametersOf } from './parameters';
import { harmlessFor } from './harmless';
import { NOT_RECEIVED, parameter, RECEIVED_VALUES } from './received';
import type { Place, ReceivedParameters, TimestampSettings, WebhookRecipe } from './recipe';
import type { FieldKinds } from './references';
import { signatureCheck, type SignatureCheck } from './signature';
import { withTimestamp } from './with-timestamp';

/** The value that holds the secrets or public keys of a credential; each is tried. */
export const SECRET = 'secret';
export const SIGNATURE = 'signature';

/** A webhook recipe that can be applied to requests. */
export interface CompiledWebhook {
	places: Array<{ place: Place; reader: Reader }>;
	/** What the templates refer to, of what is read beside the signature too. */
	namesUsed: Set<string>;
	/** For a JWT; else `check` and `text`. */
	jwt?: JwtReader;
	check?: SignatureCheck;
	text?: Template;
	key?: Template;
	timestamp?: { from: Template; settings: TimestampSettings };
	checks: Array<[Template, Template]>;
	id?: Template;
	/** Whether all that `id` refers to is signed: else a replay could have another one. */
	isIdSafe: boolean;
	cover: Cover;
	challenges: CompiledChallenge[];
	answer?: CompiledAnswer;
	refusal: number;
	/** In lower case: those in which the partner sends the secret itself. */
	tokenHeaders: string[];
	/** @throws UserError where one of them is none that the algorithm takes */
	assertSecrets(secrets: string[]): void;
}

const UNAUTHORIZED = 401;

/**
 * Compiles a webhook recipe, once for all notifications of a credential.
 *
 * @param written a recipe as {@link readWebhook} gives it
 * @param fields the names of the credential's values, and whether they may stand in an answer
 * @throws UserError naming the place in the recipe, and the way out
 */
export function compileWebhook(written: WebhookRecipe, fields: FieldKinds): CompiledWebhook {
	const places = (written.read ?? []).map((place, at) => ({
		place,
		reader: readerOf(place.looksLike ?? `{${SIGNATURE}}`, place.separator, `read[${at}]`),
	}));
	const read = places.flatMap(({ reader }) => reader.names);
	if (!read.includes(SIGNATURE)) throw noSignature(places.length > 0);
	const recipe = withTimestamp(written, read.includes('timestamp'));
	assertVaries(recipe.id, 'id', fields);
	assertVaries(recipe.timestamp?.from, 'timestamp.from', fields);
	const names: Names = {
		fields: { ...Object.fromEntries(read.map((name) => [name, 'open'])), ...fields },
		steps: new Map(),
		exposures: [],
		time: {},
		own: RECEIVED_VALUES,
		without: NOT_RECEIVED,
	};
	names.params = parameterText(receivedRules(recipe.params), [], names);
	const template = (text: string, place: string, param = parametersOf) => {
		const own = { ...RECEIVED_VALUES, param: parameter(param) };
		return compileTemplate(readTemplate(text, place), { ...names, own }, place);
	};
	const cover = coverOf(recipe, fields);
	const harmless = harmlessFor(recipe);
	const isIdSafe = cover.proves(recipe.id ?? '');

	const isJwt = recipe.alg === 'jwt';
	const keyReading = { encoding: recipe.keyEncoding ?? 'text', place: 'key' } as const;
	const check = isJwt ? undefined : signatureCheck(recipe.alg, recipe.output, keyReading);
	const jwt = isJwt ? jwtReader(recipe.jwt, keyReading) : undefined;
	const timestamp = recipe.timestamp && {
		from: template(recipe.timestamp.from ?? '{timestamp}', 'timestamp.from', cover.safeParameters),
		settings: recipe.timestamp,
	};
	const key = recipe.key === undefined ? undefined : template(recipe.key, 'key');
	if (recipe.key !== undefined) assertKeyTemplate(recipe, recipe.key, fields);
	return {
		places,
		namesUsed: new Set(namesIn(recipe)),
		jwt,
		check,
		text: check && provingText(recipe, check, fields, template),
		key,
		timestamp,
		checks: (recipe.checks ?? []).map(([one, other], at) => [
			template(one, `checks[${at}]`, cover.safeParameters),
			template(other, `checks[${at}]`, cover.safeParameters),
		]),
		id: recipe.id
			? template(recipe.id, 'id', isIdSafe ? cover.signedParameters : parametersOf)
			: undefined,
		isIdSafe,
		cover,
		challenges: (recipe.challenges ?? []).map((each, at) =>
			compileChallenge(each, names, harmless, `challenges[${at}]`),
		),
		answer: recipe.answer && compileAnswer(recipe.answer, names, 'answer'),
		refusal: recipe.refusal ?? UNAUTHORIZED,
		tokenHeaders: recipe.alg === 'text' ? headersRead(places) : [],
		assertSecrets: (secrets) => {
			// What a key is made of with filters, only a request tells.
			if (key !== undefined) return;
			if (jwt) jwt.assertKeys(secrets);
			else for (const secret of secrets) check?.assertKey(secret);
		},
	};
}

function headersRead(places: CompiledWebhook['places']): string[] {
	return places.flatMap(({ place }) =>
		place.in === 'header' ? [(place.name ?? '').trim().toLowerCase()] : [],
	);
}

function namesIn({ text, key, id, timestamp, checks = [] }: WebhookRecipe): string[] {
	const time = timestamp && (timestamp.from ?? '{timestamp}');
	const texts = [text, key, id, time, ...checks.flat()].filter((each) => each !== undefined);
	return texts.flatMap((each) => referencesOf(readTemplate(each, 'text')));
}

function provingText(
	recipe: WebhookRecipe,
	{ takesKey }: SignatureCheck,
	fields: FieldKinds,
	template: (text: string, place: string) => Template,
): Template {
	const compiled = template(recipe.text ?? '', 'text');
	assertProvingText(recipe, takesKey, fields);
	return compiled;
}

function receivedRules(params: ReceivedParameters | undefined) {
	const { in: from, exclude, ...rest } = params ?? {};
	return { ...rest, ...(from && { from: [from] }), ...(exclude && { leaveOut: exclude }) };
}
