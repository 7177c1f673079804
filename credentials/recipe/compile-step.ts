import { ALGORITHMS, type Algorithm } from './algorithms';
import { compileTemplate, type Template } from './compile-template';
import { decoded, textOfValue, written, type Value } from './encodings';
import { privateKey } from './key';
import { Exposure, type Names } from './names';
import type { Step } from './recipe';
import { quoted, recipeError, suggestion } from './recipe-error';
import type { Scene } from './scene';
import { readTemplate, type TemplateNode } from './template';

/** The templates of a step, read. */
export interface StepTemplates {
	text: TemplateNode[];
	key?: TemplateNode[];
	header?: TemplateNode[];
}

/** A step that can be carried out for a request. */
export interface CompiledStep {
	name: string;
	alg: string;
	position: number;
	text: Template;
	/** As in the recipe, for a preview: what the key is made of, not what it is. */
	keyTemplate?: string;
	key?: Template;
	/** @returns its result, and the text, so that a preview need not evaluate it again */
	run(scene: Scene): { result: Value; text: string | Buffer; key?: string | Buffer };
	/** Of the result. */
	exposure: Exposure;
	usesSecret: boolean;
}

/** @throws UserError for an algorithm that is not known, a key that is missing, or a template that cannot be read */
export function readStep(step: Step, place: string): StepTemplates {
	const algorithm = algorithmOf(step.alg, place);
	const takesKey = algorithm.family !== 'text' && algorithm.family !== 'hash';
	if (takesKey && !step.key) {
		throw recipeError(
			`${place}.key is missing`,
			`${step.alg} needs a key: add "key", such as "{secret}".`,
		);
	}
	if (step.text === undefined) {
		throw recipeError(
			`${place}.text is missing`,
			'Add "text": what is signed, such as "{timestamp}{body}".',
		);
	}
	const template = (text: string | undefined, key: string) =>
		text === undefined ? undefined : readTemplate(text, `${place}.${key}`);
	return {
		text: readTemplate(step.text, `${place}.text`),
		key: takesKey ? template(step.key, 'key') : undefined,
		header: algorithm.family === 'jwt' ? template(step.header, 'header') : undefined,
	};
}

/** What a recipe says and no algorithm uses; not an error, as published recipes have it. */
export function warningsOf({ alg, key, header, output }: Step, place: string): string[] {
	const { family } = algorithmOf(alg, place);
	const isUnkeyed = family === 'text' || family === 'hash';
	return [
		...(isUnkeyed && key !== undefined ? [`${place}.key is not used: ${alg} takes no key`] : []),
		...(family !== 'jwt' && header !== undefined ? [`${place}.header is for JWT only`] : []),
		...(family === 'jwt' && output !== undefined
			? [`${place}.output has no effect: a JWT is text`]
			: []),
	];
}

/** @param isKey whether another step has the result in its key */
export function compileStep(
	step: Step,
	templates: StepTemplates,
	names: Names,
	position: number,
	isKey: boolean,
): CompiledStep {
	const place = `steps[${position}]`;
	const algorithm = algorithmOf(step.alg, place);
	const text = compileTemplate(templates.text, names, `${place}.text`);
	const key = templates.key && compileTemplate(templates.key, names, `${place}.key`);
	const header = templates.header && compileTemplate(templates.header, names, `${place}.header`);
	const all = [text, key, header].filter((template) => template !== undefined);
	const usesSecret = all.some((template) => template.usesSecret);
	const keyPlace = `${place}.key${fieldIn(templates.key)}`;
	const compute = computation(algorithm, step, keyPlace, header);
	return {
		name: step.name,
		alg: step.alg,
		position,
		text,
		key,
		keyTemplate: key && step.key,
		usesSecret,
		exposure: isKey && usesSecret ? Exposure.Secret : exposureOf(algorithm, all, text, header),
		run: (scene) => {
			const signed = text.evaluate(scene);
			const keyValue = key?.evaluate(scene);
			if (keyValue?.length === 0) throw emptyKey(keyPlace);
			return { result: compute(signed, keyValue ?? '', scene), text: signed, key: keyValue };
		},
	};
}

type Computation = (text: string | Buffer, key: string | Buffer, scene: Scene) => Value;

function computation(
	algorithm: Algorithm,
	{ output, keyEncoding = 'text' }: Step,
	place: string,
	header?: Template,
): Computation {
	const keyOf = (key: string | Buffer) => {
		if (keyEncoding === 'text') return key;
		const bytes = decoded(textOfValue(key), keyEncoding);
		if (bytes && bytes.length > 0) return bytes;
		throw recipeError(
			`${place} is not written in ${keyEncoding === 'hex' ? 'hex' : 'Base64'}`,
			`Check that the key is complete, or set keyEncoding to "text" if the partner uses it as it is.`,
		);
	};
	switch (algorithm.family) {
		case 'text':
			if (output === undefined) return (text) => text;
			return (text) => written(Buffer.from(text as string), output);
		case 'hash':
			return (text) => written(algorithm.run(text), output ?? 'hex');
		case 'hmac':
			return (text, key) => written(algorithm.run(text, keyOf(key)), output ?? 'hex');
		case 'private': {
			return (text, key) => written(signedBy(algorithm, text, key, place), output ?? 'hex');
		}
		case 'jwt': {
			const { signer, name } = algorithm;
			const sign = (input: string, key: string | Buffer) =>
				signer.family === 'hmac'
					? signer.run(input, keyOf(key))
					: signedBy(signer, input, key, place);
			return (text, key, scene) => {
				const head = header ? header.evaluate(scene) : `{"alg":"${name}","typ":"JWT"}`;
				const input = `${base64url(head)}.${base64url(text)}`;
				return `${input}.${sign(input, key).toString('base64url')}`;
			};
		}
	}
}

function signedBy(
	{ need, run }: Extract<Algorithm, { family: 'private' }>,
	text: string | Buffer,
	key: string | Buffer,
	place: string,
): Buffer {
	const readKey = privateKey(textOfValue(key), need, place);
	try {
		return run(text, readKey);
	} catch {
		throw recipeError(
			`${place} cannot be used with this algorithm`,
			'The key is too short for it, or made for another one. Ask the partner which algorithm belongs to the key.',
		);
	}
}

/** A digest and a signature hide what they are made of, a JWT does not: everybody can read it. */
function exposureOf(
	{ family }: Algorithm,
	all: Template[],
	text: Template,
	header?: Template,
): Exposure {
	if (family === 'text') return text.exposure;
	if (family === 'jwt') return Math.max(text.exposure, header?.exposure ?? Exposure.None);
	const isPart = all.some(({ exposure }) => exposure === Exposure.Part);
	return isPart ? Exposure.Part : Exposure.None;
}

/** The value that a key consists of, for an error: people know it by that name. */
function fieldIn(key: TemplateNode[] | undefined): string {
	const [only] = key ?? [];
	const isField = key?.length === 1 && typeof only === 'object' && !('nodes' in only);
	return isField ? ` ({${only.name}})` : '';
}

function algorithmOf(alg: string, place: string): Algorithm {
	if (Object.hasOwn(ALGORITHMS, alg)) return ALGORITHMS[alg];
	throw recipeError(
		`${place}.alg: ${quoted(alg)} is not known`,
		suggestion(alg, Object.keys(ALGORITHMS)),
	);
}

function emptyKey(place: string): Error {
	return recipeError(`${place} is empty`, 'Fill in what the key is made of.');
}

function base64url(text: string | Buffer): string {
	return Buffer.from(text as string).toString('base64url');
}
