/** White space and one token of JSON (RFC 8259): a text, another single value, punctuation, or the end. */
const TOKEN =
	/[ \t\r\n]*(?:("(?:[^"\\\p{Cc}]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:])|$)/uy;

type State = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or close' | 'end';

/**
 * Where a text stops being JSON: line and character, each from 1. What `JSON.parse` says of it differs
 * from Node to Node, and repeats a piece of the text.
 *
 * @returns undefined where the text is JSON
 */
export function faultIn(text: string): { line: number; character: number } | undefined {
	const closing: string[] = [];
	let state: State = 'value';
	for (let at = 0; ; at = TOKEN.lastIndex) {
		TOKEN.lastIndex = at;
		const found = TOKEN.exec(text);
		const token = found && (found[1] ? 'text' : found[2] ? 'scalar' : (found[3] ?? 'end'));
		const next: State | undefined = token ? stateAfter(state, token, closing) : undefined;
		if (next === undefined) return placeOf(text, at);
		if (token === 'end') return undefined;
		state = next;
	}
}

/** Undefined where the token may not stand here. */
function stateAfter(state: State, token: string, closing: string[]): State | undefined {
	const afterValue = () => (closing.length > 0 ? 'comma or close' : 'end');
	if (state === 'end') return token === 'end' ? 'end' : undefined;
	if (state === 'colon') return token === ':' ? 'value' : undefined;
	const mayClose = state.includes(' or ');
	if (mayClose && token === closing.at(-1)) {
		closing.pop();
		return afterValue();
	}
	if (state === 'comma or close') {
		if (token !== ',') return undefined;
		return closing.at(-1) === '}' ? 'name' : 'value';
	}
	if (state.startsWith('name')) return token === 'text' ? 'colon' : undefined;
	if (token === 'text' || token === 'scalar') return afterValue();
	if (token === '{') closing.push('}');
	else if (token === '[') closing.push(']');
	else return undefined;
	return token === '{' ? 'name or }' : 'value or ]';
}

function placeOf(text: string, from: number): { line: number; character: number } {
	const space = /^[ \t\r\n]*/.exec(text.slice(from))?.[0].length ?? 0;
	const lines = text.slice(0, from + space).split('\n');
	return { line: lines.length, character: lines[lines.length - 1].length + 1 };
}
