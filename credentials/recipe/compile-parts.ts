import { compileAddition, readAddition, type CompiledAddition } from './additions';
import { compileStep, readStep, warningsOf, type CompiledStep } from './compile-step';
import { compileTemplate, referencesOf } from './compile-template';
import { Exposure, stepPositions, type Names, type ParameterText } from './names';
import { orderOf } from './order';
import { DEFAULT_RULES, parameterList, type ParameterRules } from './params';
import type { FieldKind, NonceSettings, ParameterSettings } from './recipe';
import { recipeError } from './recipe-error';
import type { RecipeParts } from './read-parts';
import { readTemplate, type TemplateNode } from './template';

/** What can be done to requests. */
export interface CompiledParts {
	/** What refers to no step: first, so that it can be signed. */
	first: CompiledAddition[];
	/** In the order in which they can be computed, each with what can be added once it has been. */
	steps: Array<{ step: CompiledStep; additions: CompiledAddition[] }>;
	/** Whole bodies. */
	last: CompiledAddition[];
	nonce?: NonceSettings;
	/** Whether the access token takes part. */
	usesToken: boolean;
	/** Signs of a mistake that are none for sure. */
	warnings: string[];
}

const IN_ORDER = ['body', 'query', 'rawquery', 'header', 'basic'];

/**
 * Compiles what is done to requests.
 *
 * @param fields the names of the credential's values, and whether they may be sent
 * @param isForToken whether it is for a request for a token: there secrets may travel, and there may be
 * nothing to add
 * @throws UserError naming the place, and the way out
 */
export function compileParts(
	read: RecipeParts,
	fields: Record<string, FieldKind>,
	isForToken: boolean,
): CompiledParts {
	const positions = stepPositions(read.steps, fields);
	const stepTemplates = read.steps.map((step, index) => readStep(step, `steps[${index}]`));
	const extra = readExtra(read.params);
	const additionTemplates = read.add.map((each, index) => readAddition(each, `add[${index}]`));

	const extraNames = extra.flatMap(({ nodes }) => referencesOf(nodes));
	const needsOf = (...templates: Array<TemplateNode[] | undefined>) => {
		const named = templates.flatMap((nodes) => referencesOf(nodes ?? []));
		const all = named.includes('params') ? [...named, ...extraNames] : named;
		return new Set(all.flatMap((name) => positions.get(name) ?? []));
	};
	const order = orderOf(
		read.steps.map(({ name }) => name),
		stepTemplates.map(({ text, key, header }) => needsOf(text, key, header)),
	);
	const keys = new Set(stepTemplates.flatMap(({ key }) => [...needsOf(key)]));
	const names: Names = { fields, steps: positions, exposures: [], time: read.time ?? {} };
	const steps = compileInOrder(read, order, stepTemplates, extra, names, keys);
	names.params ??= parameterText(read.params, extra, names);

	const additions = read.add.map((each, index) => ({
		addition: compileAddition(each, additionTemplates[index], names, `add[${index}]`, isForToken),
		needs: needsOf(additionTemplates[index]),
	}));
	assertSigns(
		steps.length,
		additions.some(({ needs }) => needs.size > 0),
		isForToken || additions.length > 0,
	);
	const all = [
		...stepTemplates.flatMap(({ text, key, header }) => [text, key, header]),
		...additionTemplates,
	].flatMap((nodes) => referencesOf(nodes ?? []));
	return {
		...arranged(additions, steps, order),
		nonce: read.nonce,
		usesToken: [...all, ...extraNames].includes('token'),
		warnings: read.steps.flatMap((step, index) => warningsOf(step, `steps[${index}]`)),
	};
}

interface Extra {
	name: string;
	nodes: TemplateNode[];
	place: string;
}

function readExtra(params: ParameterSettings | undefined): Extra[] {
	const extra = (params?.extra ?? []).map(({ name, value }, index) => {
		const place = `params.extra[${index}].value`;
		return { name, nodes: readTemplate(value, place), place };
	});
	const own = extra.find(({ nodes }) => referencesOf(nodes).includes('params'));
	if (!own) return extra;
	throw recipeError(
		`${own.place} needs itself`,
		'It cannot contain {params}, of which it is a part.',
	);
}

function compileInOrder(
	{ steps, params }: RecipeParts,
	order: number[],
	templates: Array<ReturnType<typeof readStep>>,
	extra: Extra[],
	names: Names,
	keys: Set<number>,
): CompiledStep[] {
	const needsParams = (position: number) => {
		const { text, key, header } = templates[position];
		return [text, key, header].some((nodes) => referencesOf(nodes ?? []).includes('params'));
	};
	return order.map((position) => {
		// What its extra pairs refer to stands in front of any step that refers to it.
		if (needsParams(position)) names.params ??= parameterText(params, extra, names);
		const step = compileStep(
			steps[position],
			templates[position],
			names,
			position,
			keys.has(position),
		);
		names.exposures[position] = step.exposure;
		return step;
	});
}

/**
 * What `{params}` stands for.
 *
 * @param extra pairs that take part and are not sent
 */
export function parameterText(
	params: Partial<ParameterRules> | undefined,
	extra: Extra[],
	names: Names,
): ParameterText {
	const rules = { ...DEFAULT_RULES, ...withoutUndefined(params ?? {}) };
	rules.pair = unescaped(rules.pair);
	rules.join = unescaped(rules.join);
	const pairs = extra.map(({ name, nodes, place }) => ({
		name,
		value: compileTemplate(nodes, names, place),
	}));
	return {
		exposure: Math.max(Exposure.None, ...pairs.map(({ value }) => value.exposure)),
		read: (scene) =>
			parameterList(
				scene,
				rules,
				pairs.map(({ name, value }) => ({ name, value: value.evaluate(scene).toString() })),
			),
		shown: (scene) =>
			parameterList(
				scene,
				rules,
				pairs.map(({ name, value }) => ({ name, value: value.show(scene, []) })),
			),
	};
}

/** Each addition behind the last step that it needs. */
function arranged(
	additions: Array<{ addition: CompiledAddition; needs: Set<number> }>,
	steps: CompiledStep[],
	order: number[],
): Pick<CompiledParts, 'first' | 'steps' | 'last'> {
	const whole = additions.filter(({ addition }) => addition.in === 'wholebody');
	const others = additions.filter((each) => !whole.includes(each));
	const lastNeed = (needs: Set<number>) =>
		Math.max(-1, ...[...needs].map((position) => order.indexOf(position)));
	const behind = (place: number) =>
		others.filter(({ needs }) => lastNeed(needs) === place).map(({ addition }) => addition);
	return {
		// A digest of the body in a header is that of the body as it leaves.
		first: behind(-1).sort((a, b) => IN_ORDER.indexOf(a.in) - IN_ORDER.indexOf(b.in)),
		steps: steps.map((step, place) => ({ step, additions: behind(place) })),
		last: whole.map(({ addition }) => addition),
	};
}

function assertSigns(steps: number, isSent: boolean, hasAdditions: boolean): void {
	if (!hasAdditions) {
		throw recipeError(
			'add is missing: the recipe would change nothing',
			'Add what each request carries, such as { "in": "header", "name": "X-Signature", "value": "{signature}" }.',
		);
	}
	if (steps > 0 && !isSent) {
		throw recipeError(
			'add: the recipe would sign nothing',
			'Steps are computed, but no entry of "add" has the result of one. Refer to it by its name, such as {signature}.',
		);
	}
}

function unescaped(text: string): string {
	return text.replace(/\\([nrt0\\])/g, (_, letter: string) => {
		return { n: '\n', r: '\r', t: '\t', '0': '\0', '\\': '\\' }[letter] ?? letter;
	});
}

function withoutUndefined<T extends object>(object: T): Partial<T> {
	return Object.fromEntries(
		Object.entries(object).filter(([, value]) => value !== undefined),
	) as Partial<T>;
}
