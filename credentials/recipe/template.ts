import { quoted, recipeError } from './recipe-error';

/** A text template, read: texts as they are, placeholders, and what stands there under a condition. */
export type TemplateNode = string | Placeholder | Condition;

/** `{name:argument+5|filter:3}` */
export interface Placeholder extends Reference {
	/** A number to add. */
	plus: number;
	filters: Array<{ name: string; argument?: string }>;
	/** Between quotation marks: `"{name|json}"`. */
	isQuoted: boolean;
}

/** `{?name}…{/name}` */
export interface Condition extends Reference {
	nodes: TemplateNode[];
}

interface Reference {
	name: string;
	argument?: string;
}

const MAX_CHARACTERS = 20_000;
const MAX_FILTERS = 10;
const ESCAPES: Record<string, string> = {
	n: '\n',
	r: '\r',
	t: '\t',
	'0': '\0',
	'\\': '\\',
	'{': '{',
	'}': '}',
};
/** A backslash and what it escapes, or a brace with which something begins. */
const SPECIAL = /\\([nrt0\\{}])|\{\{|\{(?=[?/]?[A-Za-z_])/g;
const WITH_NUMBER = /^(s|ms|timestamp)([+-]\d{1,15})$/;

/**
 * Reads a template. A brace that no name follows is text, so JSON needs no escape.
 *
 * @param place named in errors
 * @throws UserError for a brace or a condition that is not closed, and for double braces
 */
export function readTemplate(text: string, place: string): TemplateNode[] {
	if (text.length > MAX_CHARACTERS) {
		throw recipeError(
			`${place}: the text is too long`,
			`It has ${text.length} characters; ${MAX_CHARACTERS} are the most.`,
		);
	}
	const root: Condition = { name: '', nodes: [] };
	const open = [root];
	const innermost = () => open[open.length - 1];
	const add = (node: TemplateNode) => node !== '' && innermost().nodes.push(node);
	let end = 0;
	SPECIAL.lastIndex = 0;
	for (let found = SPECIAL.exec(text); found; found = SPECIAL.exec(text)) {
		add(text.slice(end, found.index));
		end = SPECIAL.lastIndex;
		if (found[0] === '{{') throw doubled(place);
		if (found[1] !== undefined) {
			add(ESCAPES[found[1]]);
			continue;
		}
		const close = closingBrace(text, end, place);
		const content = text.slice(end, close);
		if (content.startsWith('?')) {
			const condition = { ...reference(content.slice(1).trim()), nodes: [] };
			add(condition);
			open.push(condition);
		} else if (content.startsWith('/')) {
			const closed = open.length > 1 ? open.pop() : undefined;
			if (!closed || nameOf(closed) !== content.slice(1).trim()) throw unpaired(place, content);
		} else {
			const isQuoted = text[found.index - 1] === '"' && text[close + 1] === '"';
			add({ ...placeholder(content, place), isQuoted });
		}
		end = close + 1;
		SPECIAL.lastIndex = end;
	}
	add(text.slice(end));
	if (open.length > 1) throw unpaired(place, `?${nameOf(innermost())}`);
	return joined(root.nodes);
}

/** Where the brace that was opened is closed: on the same line, before another one is opened. */
function closingBrace(text: string, start: number, place: string): number {
	for (let at = start; at < text.length; at += 1) {
		const character = text[at];
		if (character === '}') return at;
		if (character === '{' || character === '"' || character === '\n') break;
	}
	throw recipeError(
		`${place}: a brace does not close`,
		`Write a value as {name}, with filters as {name|sha256|base64}. The brace at character ${start} is not closed; if it is meant as text, write \\{ in its place.`,
	);
}

function placeholder(content: string, place: string): Omit<Placeholder, 'isQuoted'> {
	const [first, ...rest] = content.split('|').map((part) => part.trim());
	if (rest.length > MAX_FILTERS) {
		throw recipeError(`${place}: too many filters`, `${MAX_FILTERS} in one value are the most.`);
	}
	const filters = rest.map(reference);
	const sum = WITH_NUMBER.exec(first);
	if (sum) return { name: sum[1], plus: Number(sum[2]), filters };
	return { ...reference(first), plus: 0, filters };
}

function reference(text: string): Reference {
	const colon = text.indexOf(':');
	if (colon < 0) return { name: text };
	return { name: text.slice(0, colon), argument: text.slice(colon + 1) };
}

function nameOf({ name, argument }: Reference): string {
	return argument === undefined ? name : `${name}:${argument}`;
}

/** Texts side by side are one. */
function joined(nodes: TemplateNode[]): TemplateNode[] {
	const result: TemplateNode[] = [];
	for (const node of nodes) {
		const last = result[result.length - 1];
		if (typeof node === 'string' && typeof last === 'string') {
			result[result.length - 1] = last + node;
		} else {
			result.push(
				typeof node === 'object' && 'nodes' in node ? { ...node, nodes: joined(node.nodes) } : node,
			);
		}
	}
	return result;
}

function doubled(place: string): Error {
	return recipeError(
		`${place}: double braces`,
		'Write a value as {name}: double braces are expressions of n8n. A brace that is text is written \\{.',
	);
}

function unpaired(place: string, content: string): Error {
	return recipeError(
		`${place}: a condition is not closed, or not opened`,
		`Write {?name}…{/name}, each with the same name and one inside the other. Look at ${quoted(content)}.`,
	);
}
