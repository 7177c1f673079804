import { recipeError } from '../../recipe/recipe-error';
import { readTemplate } from '../../recipe/template';

/** What was read from one header or field, by the names in `looksLike`; a name may come several times. */
export type Found = Map<string, string[]>;

/** A template read backwards: texts as they must stand there, and names of what stands between. */
type Piece = string | { name: string };

/** A way in which a header or field is read. */
export interface Reader {
	names: string[];
	/** Undefined where the value does not look like that. */
	read(value: string): Found | undefined;
}

const MAX_PIECES = 12;
const MAX_PARTS = 50;
const NAME = /^[A-Za-z_][\w-]{0,59}$/;

/**
 * Reads `looksLike`. With a separator, each part of a value may look like any part of it, in any
 * order, and what looks like none is no part of it; a value then may have several signatures.
 *
 * @throws UserError where nothing could be told apart, or nothing is read
 */
export function readerOf(looksLike: string, separator: string | undefined, place: string): Reader {
	const parts = separator ? looksLike.split(separator) : [looksLike];
	const patterns = parts.map((part) => piecesOf(part.trim(), `${place}.looksLike`));
	const names = patterns.flatMap((pieces) =>
		pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name])),
	);
	if (names.length === 0) {
		throw recipeError(
			`${place}.looksLike reads nothing`,
			'Write {signature} where the signature stands, such as sha256={signature}.',
		);
	}
	return {
		names,
		read: (value) => {
			const values = separator ? value.split(separator) : [value];
			if (values.length > MAX_PARTS) return undefined;
			const found: Found = new Map();
			for (const part of values) {
				const fitting = firstFit(patterns, part.trim());
				for (const [name, text] of fitting ?? []) {
					found.set(name, [...(found.get(name) ?? []), text]);
				}
			}
			return names.every((name) => found.has(name)) ? found : undefined;
		},
	};
}

function piecesOf(part: string, place: string): Piece[] {
	const pieces = readTemplate(part, place).map((node): Piece => {
		if (typeof node === 'string') return node;
		const isName = !('nodes' in node) && node.argument === undefined && node.filters.length === 0;
		if (isName && NAME.test(node.name)) return { name: node.name };
		throw recipeError(
			`${place} may hold names only`,
			'Write {signature}, {timestamp} or another name; filters belong to where the value is used.',
		);
	});
	const isBeside = pieces.some(
		(piece, at) => typeof piece !== 'string' && typeof pieces[at + 1] === 'object',
	);
	if (!isBeside && pieces.length <= MAX_PIECES) return pieces;
	throw recipeError(
		`${place} cannot be read`,
		'Between two names some text must stand that tells where one ends, such as a comma.',
	);
}

function firstFit(patterns: Piece[][], part: string): Array<[string, string]> | undefined {
	for (const pieces of patterns) {
		const found = matched(pieces, part);
		if (found) return found;
	}
	return undefined;
}

/** A name takes what stands before the next text; the last one takes the rest. */
function matched(pieces: Piece[], part: string): Array<[string, string]> | undefined {
	const found: Array<[string, string]> = [];
	let at = 0;
	for (const [index, piece] of pieces.entries()) {
		if (typeof piece === 'string') {
			if (!part.startsWith(piece, at)) return undefined;
			at += piece.length;
			continue;
		}
		const next = pieces[index + 1];
		const end = typeof next === 'string' ? part.indexOf(next, at) : part.length;
		if (end <= at) return undefined;
		found.push([piece.name, part.slice(at, end)]);
		at = end;
	}
	return at === part.length ? found : undefined;
}
