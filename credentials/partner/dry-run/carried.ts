import { textOfValue, type Value } from '../../recipe/encodings';
import { FILTERS } from '../../recipe/filters';
import { readTemplate, type Placeholder, type TemplateNode } from '../../recipe/template';
import type { Trial } from './trial';

/**
 * What a request carries of the values that may be sent but not seen, a password or the token, in the
 * ways in which the recipe rewrites them: Base64 of user and password, for instance.
 *
 * @param hidden their values
 * @param results of the steps, by name
 */
export function carriedSecrets(
	{ recipe, inputs }: Trial,
	hidden: string[],
	results: Map<string, Value>,
): string[] {
	const values: Record<string, string> = { ...inputs.values, token: inputs.token ?? '' };
	const carriers = new Set(
		Object.keys(values).filter((name) => values[name] !== '' && hidden.includes(values[name])),
	);
	const texts = recipe.steps.filter(({ alg }) => alg === 'text');
	// A text that holds one may stand in another text: as often as there are texts.
	for (let round = 0; round < texts.length; round += 1) {
		for (const { name, text = '' } of texts) {
			if (placeholdersOf(text).some((each) => carriers.has(each.name))) carriers.add(name);
		}
	}
	return recipe.add
		.flatMap(({ value = '' }) => placeholdersOf(value))
		.filter(({ name, filters }) => carriers.has(name) && filters.length > 0)
		.map(({ name, filters }) => filtered(results.get(name) ?? values[name] ?? '', filters));
}

function placeholdersOf(template: string): Placeholder[] {
	const flat = (nodes: TemplateNode[]): Placeholder[] =>
		nodes.flatMap((node) => {
			if (typeof node === 'string') return [];
			return 'nodes' in node ? flat(node.nodes) : [node];
		});
	return flat(readTemplate(template, 'Recipe'));
}

function filtered(value: Value, filters: Placeholder['filters']): string {
	let result = value;
	for (const { name, argument } of filters) {
		result = FILTERS[name].apply(result, Number(argument ?? 0)) ?? result;
	}
	return textOfValue(result);
}
