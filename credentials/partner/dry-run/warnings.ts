import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { addressOf } from '../../auth/outgoing-request';
import type { CompiledRecipe } from '../../recipe/compile';
import { looksLike } from './key-kind';
import type { AllDone } from './masked';
import { NO_TOKEN, type Draft, type Trial } from './trial';

interface Previewed {
	credentials: ICredentialDataDecryptedObject;
	draft: Draft;
	trial: Trial;
	done: AllDone;
	compiled: CompiledRecipe;
}

/** What looks like a mistake and is none for sure, as sentences. They name fields, never values. */
export function warningsOf(previewed: Previewed): string[] {
	const { compiled, trial } = previewed;
	return [
		...compiled.warnings,
		...trimmedValues(previewed),
		...suspiciousKeys(previewed),
		...changedOnTheWay(previewed),
		...missingToken(previewed),
		...missingMilliseconds(previewed),
		...(trial.recipe.steps.length === 0 ? ['The recipe has no step: nothing is signed.'] : []),
	];
}

/** White space at the ends is never part of a value: a form takes it along when it is pasted. */
function trimmedValues({ credentials, trial: { inputs } }: Previewed): string[] {
	const { entry = [] } = (credentials.values ?? {}) as {
		entry?: Array<{ name?: unknown; value?: unknown }>;
	};
	const given = [
		...Object.keys(inputs.values).map((name) => ({ name, value: credentials[name] as unknown })),
		...entry,
	];
	return given
		.filter(({ value }) => typeof value === 'string' && /^\s|\s$/.test(value))
		.filter(({ value }) => !String(value).includes('-----BEGIN'))
		.map(
			({ name }) =>
				`The value {${String(name)}} has white space or a line break at an end. It is left out; where the partner counts it in, write it into the template, as in {${String(name)}}\\n.`,
		);
}

function suspiciousKeys({ trial: { recipe }, done }: Previewed): string[] {
	return recipe.steps.flatMap(({ name, alg, key = '', keyEncoding = 'text' }) => {
		const value = done.get(name)?.key;
		const isText =
			typeof value === 'string' && keyEncoding === 'text' && /^(hmac|jwt-HS)/.test(alg);
		const kind = isText ? looksLike(value) : undefined;
		if (kind === undefined) return [];
		const what = /^\{[\w-]+\}$/.test(key) ? `the key ${key}` : 'its key';
		if (kind === 'PEM') {
			return [
				`Step ${name}: ${what} looks like PEM, and ${alg} uses it as text. Check the algorithm.`,
			];
		}
		return [
			`Step ${name}: ${what} looks like ${kind}, and is used as text. If the signature is refused, set Key Encoding to ${kind === 'hex' ? 'Hex' : kind}.`,
		];
	});
}

function changedOnTheWay({ draft: { typed, options, origin }, trial }: Previewed): string[] {
	const { url, body } = trial.request;
	const address = addressOf(options, origin ?? url.origin);
	const typedPath = typed.path.split(/[?#]/)[0];
	const isOtherPath = address !== undefined && typedPath !== address.pathname;
	const isOtherBody = typed.body !== undefined && typed.body !== body.toString();
	return [
		...(isOtherPath ? ['The path is sent otherwise than typed: see url in request.'] : []),
		...(isOtherBody
			? [
					'The body is sent otherwise than typed: see body in request. Body Type Text sends it as it is.',
				]
			: []),
	];
}

/** Nobody can know those of an example from its seconds. */
function missingMilliseconds({ draft: { typed }, trial: { recipe } }: Previewed): string[] {
	if (!/^\s*\d{1,11}\s*$/.test(typed.time ?? '')) return [];
	const templates = JSON.stringify([recipe.steps, recipe.add, recipe.params]);
	const isInMs = (recipe.time?.format ?? 'ms') === 'ms' && templates.includes('{timestamp');
	if (!isInMs && !templates.includes('{ms')) return [];
	return ['Time is in seconds, and the recipe has milliseconds: they are taken for 000.'];
}

function missingToken({ draft, trial }: Previewed): string[] {
	if (draft.token || !/\{[?/]?token\b/.test(JSON.stringify(trial.recipe))) return [];
	return draft.showsToken
		? [
				`The word ${NO_TOKEN} stands for the token, which was not asked for. Fill in Token to see the true signature.`,
			]
		: ['The recipe has a token, and Token is empty.'];
}
