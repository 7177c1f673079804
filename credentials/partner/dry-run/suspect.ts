import type { Recipe, Step } from '../../recipe/recipe';
import type { Trial } from './trial';

/** One thing that is often done otherwise than the partner does it. */
export interface Suspect {
	/** Two of the same kind exclude each other. */
	kind: string;
	/** What the partner does, and what to set, as one sentence without a full stop. */
	advice: string;
	/** @returns undefined where it does not apply */
	change(trial: Trial): Trial | undefined;
}

/** What a check is about. */
export interface Target {
	/** Of the step in the recipe. */
	position: number;
	/** The body as somebody typed it, where it is sent otherwise. */
	typedBody?: string;
}

/** The same with steps changed; undefined where none is. */
export function withSteps(
	trial: Trial,
	change: (step: Step, position: number) => Partial<Step> | undefined,
): Trial | undefined {
	let isChanged = false;
	const steps = trial.recipe.steps.map((step, position) => {
		const changes = change(step, position);
		isChanged ||= changes !== undefined;
		return changes ? { ...step, ...changes } : step;
	});
	return isChanged ? { ...trial, recipe: { ...trial.recipe, steps } } : undefined;
}

/** The same with something replaced in the texts of all steps; undefined where it stands in none. */
export function inTexts(pattern: RegExp, replacement: string): Suspect['change'] {
	return (trial) =>
		withSteps(trial, ({ text = '' }) => {
			const replaced = text.replace(pattern, replacement);
			return replaced === text ? undefined : { text: replaced };
		});
}

/** The same with another part of the recipe. */
export function withRecipe(trial: Trial, changes: Partial<Recipe>): Trial {
	return { ...trial, recipe: { ...trial.recipe, ...changes } as Trial['recipe'] };
}

/** The same with another body, without anything else. */
export function withBody(trial: Trial, body: string): Trial {
	return { ...trial, request: { ...trial.request, body } };
}
