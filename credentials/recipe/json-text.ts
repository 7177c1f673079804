/**
 * A JSON text, taken apart without touching how its numbers and texts are written: `10.50` stays
 * `10.50`, which `JSON.parse` would make 10.5.
 */
export interface JsonNode {
	kind: 'object' | 'array' | 'text' | 'other';
	/** Where it stands in the text that was read. */
	start: number;
	end: number;
	/** Of an object in the order of the text; of an array with its positions as names. */
	members: Array<{ name: string; value: JsonNode; start: number }>;
}

const MAX_DEPTH = 200;
const SCALAR = /[\w.+-]+/y;
const SPACE = /[ \t\r\n]+/y;

/** A JSON text and what it is made of; undefined where it is not JSON, or is nested too deep. */
export function readJsonText(text: string): JsonNode | undefined {
	try {
		JSON.parse(text);
		return new Reader(text).value(0);
	} catch {
		return undefined;
	}
}

/** JSON without the white space between its parts; any other text as it is. */
export function minified(text: string): string {
	if (!/[ \t\r\n]/.test(text) || !isJson(text)) return text;
	return text.replace(/"(?:[^"\\]|\\.)*"|[ \t\r\n]+/g, (part) => (part[0] === '"' ? part : ''));
}

/** Minified JSON with the members of all objects in the order of their names; any other text as it is. */
export function sortedJson(text: string): string {
	const root = readJsonText(text);
	return root ? sorted(text, root) : text;
}

/** One member of a JSON object put in the place of another of that name, or added at its end. */
export function withMember(text: string, root: JsonNode, name: string, json: string): string {
	const present = root.members.filter((member) => member.name === name).pop();
	if (present) return text.slice(0, present.value.start) + json + text.slice(present.value.end);
	const member = `${JSON.stringify(name)}:${json}`;
	const last = root.members[root.members.length - 1];
	const at = last ? last.value.end : root.start + 1;
	return text.slice(0, at) + (last ? `,${member}` : member) + text.slice(at);
}

/** What a single value of JSON means: a text without its quotation marks, '' for null. */
export function scalarOf(text: string, node: JsonNode): string {
	const raw = text.slice(node.start, node.end);
	if (node.kind === 'text') return JSON.parse(raw) as string;
	return raw === 'null' ? '' : raw;
}

function sorted(text: string, node: JsonNode): string {
	if (node.kind === 'array') {
		return `[${node.members.map(({ value }) => sorted(text, value)).join(',')}]`;
	}
	if (node.kind !== 'object') return text.slice(node.start, node.end);
	const members = [...node.members].sort((a, b) =>
		a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
	);
	const pairs = members.map(({ start, value }) => {
		const name = text.slice(start, endOfText(text, start));
		return `${name}:${sorted(text, value)}`;
	});
	return `{${pairs.join(',')}}`;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** Behind the closing quotation mark of a text that begins at `start`. */
function endOfText(json: string, start: number): number {
	let at = start + 1;
	while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
	return at + 1;
}

/** Reads what is known to be JSON. */
class Reader {
	constructor(
		private readonly text: string,
		private at = 0,
	) {}

	value(depth: number): JsonNode {
		if (depth > MAX_DEPTH) throw new RangeError('too deep');
		this.skipSpace();
		const start = this.at;
		const first = this.text[start];
		if (first === '{' || first === '[') return this.container(depth, start, first === '{');
		if (first === '"') this.at = endOfText(this.text, start);
		else this.skip(SCALAR);
		return { kind: first === '"' ? 'text' : 'other', start, end: this.at, members: [] };
	}

	private container(depth: number, start: number, isObject: boolean): JsonNode {
		const members: JsonNode['members'] = [];
		const close = isObject ? '}' : ']';
		this.at += 1;
		for (this.skipSpace(); this.text[this.at] !== close; this.skipSpace()) {
			if (this.text[this.at] === ',') this.at += 1;
			this.skipSpace();
			const memberStart = this.at;
			const name = isObject ? this.name() : String(members.length);
			members.push({ name, start: memberStart, value: this.value(depth + 1) });
		}
		this.at += 1;
		return { kind: isObject ? 'object' : 'array', start, end: this.at, members };
	}

	private name(): string {
		const start = this.at;
		this.at = endOfText(this.text, start);
		const name = JSON.parse(this.text.slice(start, this.at)) as string;
		this.skipSpace();
		this.at += 1;
		return name;
	}

	private skipSpace(): void {
		this.skip(SPACE);
	}

	private skip(pattern: RegExp): void {
		pattern.lastIndex = this.at;
		if (pattern.test(this.text)) this.at = pattern.lastIndex;
	}
}
