import { equalInConstantTime } from '../../auth/constant-time';
import { compileStep, readStep, type CompiledStep } from '../../recipe/compile-step';
import { compileTemplate, type Template } from '../../recipe/compile-template';
import { Exposure, type Names } from '../../recipe/names';
import { recipeError } from '../../recipe/recipe-error';
import type { Inputs, Scene } from '../../recipe/scene';
import { readTemplate } from '../../recipe/template';
import { sceneOfReceived, type Received } from './received';
import type { AnswerSettings, Challenge } from './recipe';

/** What the sender of a request reads. */
export interface WebhookAnswer {
	status: number;
	/** The content type. */
	type: string;
	body: string;
}

export interface CompiledAnswer {
	write(scene: Scene): WebhookAnswer;
}

export interface CompiledChallenge {
	isSigned: boolean;
	/** Undefined where the request is no challenge of this kind, or none that may be answered. */
	answer(received: Received, inputs: Inputs): WebhookAnswer | undefined;
}

const OK = 200;
const JSON_TYPE = 'application/json';
/** A value between quotation marks that no filter has made JSON yet. */
const IN_QUOTES = /"\{([A-Za-z_][^{}"\n]*)\}"/g;

/** @throws UserError where a template cannot be read, or would give away a secret */
export function compileAnswer(
	{ status = OK, type = JSON_TYPE, body = '' }: AnswerSettings,
	names: Names,
	place: string,
): CompiledAnswer {
	const at = `${place}.body`;
	if (!/^[\w.+-]+\/[\w.+-]+(;[\w =.-]+)?$/.test(type)) {
		throw recipeError(`${place}.type is no content type`, 'Write it as text/plain.');
	}
	const text = type.includes('json') ? body.replace(IN_QUOTES, asJson) : body;
	const template = compileTemplate(readTemplate(text, at), names, at);
	assertOpen(template, at);
	return { write: (scene) => ({ status, type, body: template.evaluate(scene).toString() }) };
}

/**
 * @param harmless what may be signed for somebody who has proved nothing; undefined for nothing
 * @throws UserError where a template cannot be read, or the answer would give away a secret
 */
export function compileChallenge(
	{ when, steps = [], answer, isSigned = false }: Challenge,
	outer: Names,
	harmless: RegExp | undefined,
	place: string,
): CompiledChallenge {
	const names: Names = { ...outer, steps: new Map(), exposures: [] };
	const template = (text: string, at: string) => compileTemplate(readTemplate(text, at), names, at);
	const conditions = when.map(([one, other], at) => ({
		one: template(one, `${place}.when[${at}]`),
		other: other === undefined ? undefined : template(other, `${place}.when[${at}]`),
	}));
	const compiled = steps.map((step, position): CompiledStep => {
		const templates = readStep(step, `${place}.steps[${position}]`);
		const made = compileStep(step, templates, names, position, false);
		if (made.usesSecret && !isSigned && !harmless) throw forger(`${place}.steps[${position}]`);
		names.exposures[position] = made.exposure;
		// A step may refer to those before it only.
		names.steps.set(step.name, position);
		return made;
	});
	const { write } = compileAnswer(answer, names, `${place}.answer`);
	return {
		isSigned,
		answer: (received, inputs) => {
			const scene = sceneOfReceived(received, inputs, {}, steps.length);
			const isIt = conditions.every(({ one, other }) => isTrue(one, other, scene));
			if (!isIt) return undefined;
			for (const step of compiled) {
				const { result, text } = step.run(scene);
				if (step.usesSecret && !isSigned && !harmless?.test(text.toString())) return undefined;
				scene.results[step.position] = result;
			}
			return write(scene);
		},
	};
}

function isTrue(one: Template, other: Template | undefined, scene: Scene): boolean {
	const value = one.evaluate(scene).toString();
	if (value === '') return false;
	return other === undefined || equalInConstantTime(value, other.evaluate(scene).toString());
}

function asJson(whole: string, content: string): string {
	return /\|\s*json\s*$/.test(content) ? whole : `"{${content}|json}"`;
}

function forger(place: string): Error {
	return recipeError(
		`${place} would sign a forged notification`,
		'Whoever asks could choose the digest that a notification is signed by. Write "isSigned": true, so that only the partner is answered.',
	);
}

function assertOpen({ exposure }: Template, place: string): void {
	if (exposure === Exposure.None) return;
	throw recipeError(
		`${place} would give away a secret`,
		'An answer may hold a signature, and values that may be sent, but no secret.',
	);
}
