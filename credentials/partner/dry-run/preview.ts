import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { mergeHeaders } from '../../auth/headers';
import { redact } from '../../auth/redact';
import { compileRecipe, type CompiledRecipe } from '../../recipe/compile';
import { shownValue } from '../../recipe/compile-template';
import { evaluate, type SignedRequest } from '../../recipe/evaluate';
import { newTrace, type TracedStep, type Tracer } from '../../recipe/trace';
import { withLabels } from '../labelled';
import { kindOfKey } from './key-kind';
import { asLetters, asMask, masked, withResults, type AllDone } from './masked';
import { unlessRefused } from './search';
import { trialOf, type Draft, type Trial } from './trial';
import { visibly } from './visible';
import { warningsOf } from './warnings';

const REWRITTEN =
	'The request carries a masked value in another form, Base64 for instance. It is shown as if the value were ***; the request has the true one.';

/** What would be signed and sent, without a secret. */
export interface Preview {
	steps: PreviewedStep[];
	request: { method: string; url: string; headers: Record<string, string>; body: string };
	warnings: string[];
	/** ISO 8601. */
	time: string;
	nonce: string;
}

export interface PreviewedStep {
	name: string;
	algorithm: string;
	/** Invisible characters made visible, secrets masked. */
	text: string;
	/** Of the true text. */
	bytes: number;
	/** What it is made of, its kind and length; '' where the algorithm takes none. */
	key: string;
	result: string;
}

/**
 * Signs a request and shows how, without sending it.
 *
 * @throws UserError as the request itself would be refused
 */
export function preview(credentials: ICredentialDataDecryptedObject, draft: Draft): Preview {
	const { settings, ...trial } = trialOf(credentials, draft);
	const hidden = [...settings.hidden, draft.token ?? ''].filter((value) => value !== '');
	return withLabels(settings.labels, () => {
		const recipe = compileRecipe(trial.recipe, trial.fields);
		const done: AllDone = new Map();
		const tracer: Tracer = {
			stepDone: ({ name }, _, each) => done.set(name, each),
			adding: () => undefined,
		};
		const sent = evaluate(recipe, trial.request, trial.inputs, tracer);
		const { steps, signed } =
			unlessRefused(() => shown(recipe, masked(trial, hidden, asMask), done, hidden)) ??
			shown(recipe, masked(trial, hidden, asLetters), done, hidden);
		const request = shownRequest(trial, signed, hidden);
		const isRewritten =
			JSON.stringify(request) !== JSON.stringify(shownRequest(trial, sent, hidden));
		return {
			steps: steps.map((step) => shownStep(trial, step, done)),
			request,
			warnings: [
				...warningsOf({ credentials, draft, trial, done, compiled: recipe }),
				...(isRewritten ? [REWRITTEN] : []),
			],
			time: new Date(trial.inputs.nowInMs).toISOString(),
			nonce: trial.inputs.nonce,
		};
	});
}

function shown(recipe: CompiledRecipe, trial: Trial, done: AllDone, hidden: string[]) {
	const trace = newTrace(hidden);
	const signed = evaluate(withResults(recipe, done), trial.request, trial.inputs, trace);
	return { steps: trace.steps, signed };
}

function shownStep(
	{ recipe }: Trial,
	{ name, algorithm, text, key, result }: TracedStep,
	done: AllDone,
): PreviewedStep {
	const step = recipe.steps.find((each) => each.name === name);
	const { text: trueText = '', key: value } = done.get(name) ?? {};
	const kind = step && value !== undefined ? `: ${kindOfKey(step, value)}` : '';
	return {
		name,
		algorithm,
		text: visibly(text),
		bytes: Buffer.byteLength(trueText),
		key: key ? `${key.template}${kind}` : '',
		result: visibly(result),
	};
}

function shownRequest(
	{ request }: Trial,
	{ method, url, body, contentType, headers }: SignedRequest,
	hidden: string[],
): Preview['request'] {
	const type = contentType === '' ? {} : { 'Content-Type': contentType };
	const all = mergeHeaders(request.headers as never, { ...type, ...headers });
	// What somebody typed into the request itself.
	const clean = (text: string) => redact(text, hidden);
	return {
		method,
		url: clean(url.href),
		headers: Object.fromEntries(
			Object.entries(all).map(([name, value]) => [name, clean(String(value as string))]),
		),
		body: clean(shownValue(body)),
	};
}
