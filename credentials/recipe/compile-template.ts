import { isText, plainOf, type Value } from './encodings';
import { FILTER_NAMES, FILTERS, type Filter } from './filters';
import { Exposure, meaningOf, type Meaning, type Names } from './names';
import { quoted, recipeError, suggestion } from './recipe-error';
import type { Scene } from './scene';
import type { Placeholder, TemplateNode } from './template';

export const MASK = '***';
const SHOWN_BYTES = 64;

/** What a trace knows of the steps so far: their texts as they may be shown. */
export type Shown = Array<string | undefined>;

/** A template that can be evaluated for a request. */
export interface Template {
	/** @throws UserError where the text becomes too long, or a filter does not fit */
	evaluate(scene: Scene): string | Buffer;
	/** The same for people: secrets masked, bytes that are no text in hex. */
	show(scene: Scene, shown: Shown): string;
	exposure: Exposure;
	/** Whether any secret takes part, in whatever way. */
	usesSecret: boolean;
}

interface Part {
	evaluate(scene: Scene): string | Buffer;
	show(scene: Scene, shown: Shown): string;
	exposure: Exposure;
	usesSecret: boolean;
}

/**
 * Makes a function of a template, once for all requests.
 *
 * @throws UserError for a name or a filter that is not known
 */
export function compileTemplate(nodes: TemplateNode[], names: Names, place: string): Template {
	const parts = nodes.map((node) =>
		typeof node === 'string'
			? node
			: 'nodes' in node
				? conditional(node, names, place)
				: compilePlaceholder(node, names, place),
	);
	const dynamic = parts.filter((part) => typeof part !== 'string');
	return {
		evaluate: evaluator(parts, place),
		show: (scene, shown) =>
			parts.map((part) => (typeof part === 'string' ? part : part.show(scene, shown))).join(''),
		exposure: Math.max(Exposure.None, ...dynamic.map(({ exposure }) => exposure)),
		usesSecret: dynamic.some(({ usesSecret }) => usesSecret),
	};
}

/** All references of a template, also in conditions. */
export function referencesOf(nodes: TemplateNode[]): string[] {
	return nodes.flatMap((node) => {
		if (typeof node === 'string') return [];
		return 'nodes' in node ? [node.name, ...referencesOf(node.nodes)] : [node.name];
	});
}

function evaluator(parts: Array<string | Part>, place: string): Template['evaluate'] {
	const [only] = parts;
	if (parts.length === 0) return () => '';
	if (parts.length === 1) return typeof only === 'string' ? () => only : only.evaluate;
	return (scene) => {
		let text = '';
		let bytes: Buffer[] | undefined;
		let size = 0;
		for (const part of parts) {
			const value = typeof part === 'string' ? part : part.evaluate(scene);
			size += value.length;
			if (size > scene.maxBytes) throw tooLong(place);
			if (typeof value === 'string') {
				text += value;
			} else {
				bytes = [...(bytes ?? []), Buffer.from(text, 'utf8'), value];
				text = '';
			}
		}
		return bytes ? Buffer.concat([...bytes, Buffer.from(text, 'utf8')]) : text;
	};
}

function conditional(
	{ nodes, ...reference }: Extract<TemplateNode, { nodes: TemplateNode[] }>,
	names: Names,
	place: string,
): Part {
	const { read, exposure } = meaningOf(reference, names, place);
	const inner = compileTemplate(nodes, names, place);
	const holds = (scene: Scene) => plainOf(read(scene)).length > 0;
	return {
		evaluate: (scene) => (holds(scene) ? inner.evaluate(scene) : ''),
		show: (scene, shown) => (holds(scene) ? inner.show(scene, shown) : ''),
		exposure: inner.exposure,
		usesSecret: inner.usesSecret || exposure !== Exposure.None,
	};
}

function compilePlaceholder(node: Placeholder, names: Names, place: string): Part {
	const meaning = meaningOf(node, names, place);
	const filters = node.filters.map(({ name, argument }) => {
		const filter = filterOf(name === 'json' && node.isQuoted ? 'jsonInside' : name, place);
		return { name, filter, number: numberFor(filter, name, argument, place) };
	});
	const evaluate = (scene: Scene): string | Buffer => {
		let value: Value = meaning.read(scene);
		for (const { name, filter, number } of filters) {
			const next = filter.apply(value, number);
			if (next === undefined) throw notDecodable(name, place);
			if (plainOf(next).length > scene.maxBytes) throw tooLong(place);
			value = next;
		}
		return plainOf(value);
	};
	return {
		evaluate: filters.length > 0 ? evaluate : (scene) => plainOf(meaning.read(scene)),
		show: (scene, shown) => {
			if (meaning.exposure === Exposure.None) return shownValue(evaluate(scene));
			return filters.length > 0 ? MASK : shownMeaning(meaning, names, scene, shown);
		},
		exposure: filters.reduce(
			(exposure, { filter }) => exposureAfter(filter, exposure),
			meaning.exposure,
		),
		usesSecret: meaning.exposure !== Exposure.None,
	};
}

/** A digest hides a whole secret; what a part of it was can be tried out. */
function exposureAfter({ kind }: Filter, exposure: Exposure): Exposure {
	if (exposure === Exposure.None || kind === 'reversible') return exposure;
	if (kind === 'part') return Exposure.Part;
	return exposure === Exposure.Part ? Exposure.Part : Exposure.None;
}

/** A text or list in which a secret stands can be shown without it. */
function shownMeaning(meaning: Meaning, names: Names, scene: Scene, shown: Shown): string {
	if (meaning.isParams && names.params) return names.params.shown(scene);
	return (meaning.step === undefined ? undefined : shown[meaning.step]) ?? MASK;
}

/** Bytes that are no text are shown in hex. */
export function shownValue(value: string | Buffer): string {
	if (typeof value === 'string') return value;
	if (isText(value)) return value.toString('utf8');
	const hex = value.subarray(0, SHOWN_BYTES).toString('hex');
	return `<${value.length} bytes: ${hex}${value.length > SHOWN_BYTES ? '…' : ''}>`;
}

function filterOf(name: string, place: string): Filter {
	if (Object.hasOwn(FILTERS, name)) return FILTERS[name];
	throw recipeError(`${place}: there is no filter ${quoted(name)}`, suggestion(name, FILTER_NAMES));
}

function numberFor(
	{ takesNumber = false }: Filter,
	name: string,
	argument: string | undefined,
	place: string,
): number {
	const isNumber = argument !== undefined && /^\d{1,9}$/.test(argument.trim());
	if (takesNumber ? isNumber : argument === undefined) return Number(argument ?? 0);
	throw recipeError(
		takesNumber
			? `${place}: the filter ${quoted(name)} needs a number`
			: `${place}: the filter ${quoted(name)} takes nothing behind its name`,
		takesNumber ? `Write {…|${name}:32}.` : `Write {…|${name}}.`,
	);
}

function notDecodable(name: string, place: string): Error {
	return recipeError(
		`${place}: the filter ${quoted(name)} met text that it cannot decode`,
		'Check the value that it is for, or take the filter out.',
	);
}

function tooLong(place: string): Error {
	return recipeError(
		`${place}: the text becomes too long`,
		'It repeats the body, or itself, too many times.',
	);
}
