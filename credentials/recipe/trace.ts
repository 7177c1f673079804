import { redact } from '../auth/redact';
import type { CompiledAddition } from './additions';
import { MASK, shownValue, type Shown } from './compile-template';
import type { CompiledStep } from './compile-step';
import { Digest, plainOf, type Value } from './encodings';
import { Exposure } from './names';
import type { Scene } from './scene';

/** One step as a preview shows it: no secret, no key. */
export interface TracedStep {
	name: string;
	algorithm: string;
	/** What was signed or hashed, secrets masked; invisible characters as they are. */
	text: string;
	/** Of the text itself, not of the masked one. */
	textBytes: number;
	/** What the key is made of, and its length in bytes. */
	key?: { template: string; bytes: number };
	/** Masked where it is the key of another step, or a text with a secret. */
	result: string;
}

export interface TracedAddition {
	in: CompiledAddition['in'];
	name: string;
	value: string;
}

/** Listens to {@link evaluate}. */
export interface Tracer {
	stepDone(
		step: CompiledStep,
		scene: Scene,
		done: { result: Value; text: string | Buffer; key?: string | Buffer },
	): void;
	adding(addition: CompiledAddition, scene: Scene): void;
}

export interface Trace extends Tracer {
	steps: TracedStep[];
	additions: TracedAddition[];
}

/**
 * A listener that writes down what a recipe does, for people.
 *
 * @param secrets the values that must not appear: they are masked where they take part, and wherever
 * else they turn up, in the address of the request, for instance
 */
export function newTrace(secrets: string[]): Trace {
	const shown: Shown = [];
	const steps: TracedStep[] = [];
	const additions: TracedAddition[] = [];
	const clean = (text: string) => redact(text, secrets);
	return {
		steps,
		additions,
		stepDone: (step, scene, { result, text, key }) => {
			const shownText = clean(step.text.show(scene, shown));
			const isText = result === text;
			if (isText) shown[step.position] = shownText;
			const isOpen = step.exposure === Exposure.None;
			const bytes = result instanceof Digest ? result.bytes : plainOf(result);
			steps.push({
				name: step.name,
				algorithm: step.alg,
				text: shownText,
				textBytes: Buffer.byteLength(text),
				...(step.keyTemplate !== undefined && {
					key: { template: keyShown(clean(step.keyTemplate)), bytes: Buffer.byteLength(key ?? '') },
				}),
				result: isOpen ? clean(shownValue(bytes)) : isText ? shownText : MASK,
			});
		},
		adding: ({ in: place, name, value }, scene) => {
			additions.push({ in: place, name, value: clean(value.show(scene, shown)) });
		},
	};
}

/** What a key is made of; not a key that somebody wrote into the recipe itself. */
function keyShown(template: string): string {
	return /\{[A-Za-z_]/.test(template) ? template : MASK;
}
