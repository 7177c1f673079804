import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { mergeHeaders } from '../../auth/headers';
import { redact } from '../../auth/redact';
import { compileRecipe } from '../../recipe/compile';
import { shownValue } from '../../recipe/compile-template';
import type { Value } from '../../recipe/encodings';
import { evaluate, type SignedRequest } from '../../recipe/evaluate';
import { newTrace, type TracedStep, type Tracer } from '../../recipe/trace';
import { withLabels } from '../labelled';
import { carriedSecrets } from './carried';
import { kindOfKey } from './key-kind';
import { trialOf, type Draft, type Trial } from './trial';
import { visibly } from './visible';
import { warningsOf } from './warnings';

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
		const first = carriedOut(trial, hidden);
		const secrets = [...hidden, ...carriedSecrets(trial, hidden, first.results)];
		// Masked with all that is known only after the first time.
		const { steps, keys, signed, recipe } = carriedOut(trial, secrets);
		return {
			steps: steps.map((step) => shownStep(trial, step, keys)),
			request: shownRequest(trial, signed, secrets),
			warnings: warningsOf({ credentials, draft, trial, keys, compiled: recipe }),
			time: new Date(trial.inputs.nowInMs).toISOString(),
			nonce: trial.inputs.nonce,
		};
	});
}

/** By the names of the steps. */
export type Keys = Map<string, string | Buffer>;

function carriedOut(trial: Trial, secrets: string[]) {
	const recipe = compileRecipe(trial.recipe, trial.fields);
	const trace = newTrace(secrets);
	const keys: Keys = new Map();
	const results = new Map<string, Value>();
	const tracer: Tracer = {
		stepDone: (step, scene, done) => {
			trace.stepDone(step, scene, done);
			results.set(step.name, done.result);
			if (done.key !== undefined) keys.set(step.name, done.key);
		},
		adding: () => undefined,
	};
	const signed = evaluate(recipe, trial.request, trial.inputs, tracer);
	return { recipe, steps: trace.steps, signed, keys, results };
}

function shownStep(
	{ recipe }: Trial,
	{ name, algorithm, text, textBytes, key, result }: TracedStep,
	keys: Keys,
): PreviewedStep {
	const step = recipe.steps.find((each) => each.name === name);
	const value = keys.get(name);
	const kind = step && value !== undefined ? `: ${kindOfKey(step, value)}` : '';
	return {
		name,
		algorithm,
		text: visibly(text),
		bytes: textBytes,
		key: key ? `${key.template}${kind}` : '',
		result: visibly(result),
	};
}

function shownRequest(
	{ request }: Trial,
	{ method, url, body, contentType, headers }: SignedRequest,
	secrets: string[],
): Preview['request'] {
	const type = contentType === '' ? {} : { 'Content-Type': contentType };
	const all = mergeHeaders(request.headers as never, { ...type, ...headers });
	const shown = (text: string) => redact(text, secrets);
	return {
		method,
		url: shown(url.href),
		headers: Object.fromEntries(
			Object.entries(all).map(([name, value]) => [name, shown(String(value as string))]),
		),
		body: shown(shownValue(body)),
	};
}
