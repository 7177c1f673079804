import type { CompiledAddition } from './additions';
import type { CompiledParts } from './compile-parts';
import type { CompiledStep } from './compile-step';
import type { OutgoingRequest } from '../auth/outgoing-request';
import { sceneOf, type Inputs, type Scene, type Unsigned } from './scene';
import type { Tracer } from './trace';

/** A request as it leaves. */
export interface SignedRequest extends OutgoingRequest {
	/** Those that the recipe adds. */
	headers: Record<string, string>;
}

/**
 * Applies a recipe to a request: adds what refers to no step, computes the steps, adds each result as
 * soon as it can be, replaces a whole body last. Pure: time and chance are inputs.
 *
 * @param trace hears of every step and addition, for a preview
 * @returns another request; the one that was handed over stays as it is
 * @throws UserError naming the place in the recipe where the request, or a value, does not fit it
 */
export function evaluate(
	recipe: CompiledParts,
	request: Unsigned,
	inputs: Inputs,
	trace?: Tracer,
): SignedRequest {
	const scene = sceneOf(request, inputs, recipe.steps.length);
	addAll(recipe.first, scene, trace);
	for (const each of recipe.steps) carryOut(each, scene, trace);
	addAll(recipe.last, scene, trace);
	const { method, url, body, contentType, added: headers } = scene;
	return { method, url, body, contentType, headers };
}

/**
 * The request as it is when the turn of one step comes, and the step: for a check, which wants to know
 * what would be signed without signing it.
 *
 * @param position of a step in the recipe
 * @throws UserError as {@link evaluate}
 */
export function beforeStep(
	recipe: CompiledParts,
	request: Unsigned,
	inputs: Inputs,
	position: number,
): { step: CompiledStep; scene: Scene } {
	const scene = sceneOf(request, inputs, recipe.steps.length);
	addAll(recipe.first, scene);
	const turn = recipe.steps.findIndex(({ step }) => step.position === position);
	for (const each of recipe.steps.slice(0, turn)) carryOut(each, scene);
	return { step: recipe.steps[turn].step, scene };
}

function carryOut(
	{ step, additions }: CompiledParts['steps'][number],
	scene: Scene,
	trace?: Tracer,
): void {
	const { result, text, key } = step.run(scene);
	scene.results[step.position] = result;
	trace?.stepDone(step, scene, { result, text, key });
	addAll(additions, scene, trace);
}

function addAll(additions: CompiledAddition[], scene: Scene, trace?: Tracer): void {
	for (const addition of additions) {
		if (addition.isFor(scene)) trace?.adding(addition, scene);
		addition.apply(scene);
	}
}
