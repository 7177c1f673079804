import { ALGORITHMS } from '../../recipe/algorithms';
import type { CompiledRecipe } from '../../recipe/compile';
import type { CompiledStep } from '../../recipe/compile-step';
import { MASK } from '../../recipe/compile-template';
import { textOfValue, type Value } from '../../recipe/encodings';
import type { Trial } from './trial';

/** What a step came to. */
export interface Done {
	result: Value;
	text: string | Buffer;
	key?: string | Buffer;
}

/** By the names of the steps. */
export type AllDone = Map<string, Done>;

/**
 * The same trial with something else in the place of what must not be seen: however a recipe rewrites
 * a password or a token, what is shown is made without them.
 *
 * @param hidden the values
 */
export function masked(trial: Trial, hidden: string[], mask: (value: string) => string): Trial {
	const { inputs } = trial;
	const shown = (value: string) => (value !== '' && hidden.includes(value) ? mask(value) : value);
	const values = Object.entries(inputs.values).map(([name, value]) => [name, shown(value)]);
	const token = shown(inputs.token ?? '');
	return { ...trial, inputs: { ...inputs, values: Object.fromEntries(values), token } };
}

/** Of any length and form. */
export const asMask = (): string => MASK;

/** Of the same length, and Base64 and hex where the value is, for a recipe that decodes it. */
export const asLetters = (value: string): string => 'A'.repeat(value.length);

/** A recipe whose digests and signatures are those that were computed with the true values. */
export function withResults(recipe: CompiledRecipe, done: AllDone): CompiledRecipe {
	return {
		...recipe,
		steps: recipe.steps.map(({ step, additions }) => ({
			step: { ...step, run: (scene) => shownResult(step, scene, done.get(step.name)) },
			additions,
		})),
	};
}

type Run = CompiledStep['run'];

function shownResult(
	step: CompiledStep,
	scene: Parameters<Run>[0],
	done: Done | undefined,
): ReturnType<Run> {
	const { family } = ALGORITHMS[step.alg];
	// A text is what it says.
	if (!done || family === 'text') return step.run(scene);
	const text = step.text.evaluate(scene);
	if (family !== 'jwt' || Buffer.from(text as string).equals(Buffer.from(done.text as string))) {
		return { ...done, text };
	}
	// Everybody can read what a JWT says.
	const [, , signature = ''] = textOfValue(done.result).split('.');
	return { ...done, text, result: `${MASK}.${MASK}.${signature}` };
}
