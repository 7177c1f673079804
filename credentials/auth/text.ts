import { UserError } from 'n8n-workflow';

/** Format characters and fillers: they look like nothing. */
const UNSEEN = String.raw`[\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f`;
/** The same, what only changes the look of its neighbour, and blanks other than the plain space. */
const INVISIBLE = new RegExp(
	String.raw`${UNSEEN}|\p{Default_Ignorable_Code_Point}|(?! )\p{Zs}`,
	'u',
);
const AT_AN_END = new RegExp(String.raw`^(?:${UNSEEN}|\s)$`, 'u');
const LONE_SURROGATE = /\p{Cs}/u;
const PLAIN = /^[!-~]*$/;
/** What n8n makes of an object with text around it (`=order-{{ $json }}`), and of a date that is none. */
const MADE_OF_OBJECTS = /\[object Object\]|Invalid DateTime/;

/** Those that are met most; the others are named by their number alone. */
const NAMES: Record<string, string> = {
	'\u00a0': 'no-break space',
	'\u00ad': 'soft hyphen',
	'\u2007': 'figure space',
	'\u200b': 'zero-width space',
	'\u200c': 'zero-width non-joiner',
	'\u200d': 'zero-width joiner',
	'\u200e': 'left-to-right mark',
	'\u200f': 'right-to-left mark',
	'\u202a': 'left-to-right embedding',
	'\u202b': 'right-to-left embedding',
	'\u202c': 'pop directional formatting',
	'\u202d': 'left-to-right override',
	'\u202e': 'right-to-left override',
	'\u202f': 'narrow no-break space',
	'\u2060': 'word joiner',
	'\u2066': 'left-to-right isolate',
	'\u2067': 'right-to-left isolate',
	'\u2068': 'first strong isolate',
	'\u2069': 'pop directional isolate',
	'\u3000': 'ideographic space',
	'\ufeff': 'byte order mark',
};

/** Whether there is nothing to trim or to refuse in a text: in most there is not, and this is told quickly. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** A text without white space and invisible characters at its ends. */
export function trimmed(text: string): string {
	if (isPlain(text)) return text;
	let start = 0;
	let end = text.length;
	for (let next = characterAt(text, start); AT_AN_END.test(next); next = characterAt(text, start)) {
		start += next.length;
	}
	for (let last = characterBefore(text, end); end > start && AT_AN_END.test(last); ) {
		end -= last.length;
		last = characterBefore(text, end);
	}
	return text.slice(start, end);
}

/** A whole character, also where it takes two places; '' at the end. */
function characterAt(text: string, place: number): string {
	const code = text.codePointAt(place);
	return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, place: number): string {
	const pair = characterAt(text, place - 2);
	return pair.length === 2 ? pair : text.slice(place - 1, place);
}

/**
 * What stands in a field where text is expected: text, a number or a boolean, as text. White space
 * stays.
 *
 * @param label of the field, as the editor shows it
 * @returns '' for undefined and null
 * @throws UserError naming the field for a list, an object (also inside a text), a number that is
 * none or has lost digits, and half of a character
 */
export function textOf(value: unknown, label: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'number') return numberText(value, label);
	if (typeof value === 'boolean') return String(value);
	const isText = typeof value === 'string';
	if (isText && !MADE_OF_OBJECTS.test(value)) return wellFormed(value, label);
	throw new UserError(`${label} must be text or a number`, {
		description: `It holds ${Array.isArray(value) ? 'a list' : 'an object'}. Pick one value of it, e.g. {{ $json.id }} in place of {{ $json }}. Nothing was sent.`,
	});
}

/**
 * Refuses what nobody sees, inside an ID or a secret: zero-width and direction marks, soft hyphens,
 * blanks other than the plain space.
 *
 * @returns the text as it is
 * @throws UserError naming the field, the character and its place, and nothing else of the text
 */
export function visible(text: string, label: string): string {
	if (isPlain(text)) return text;
	const found = findInvisible(text);
	if (!found) return text;
	const { name, position } = found;
	throw new UserError(`${label} contains an invisible character: ${name} at position ${position}`, {
		description: `Delete ${label} and type it, or remove the character where the value comes from. Nothing was sent.`,
	});
}

/** The first invisible character of a text, and its position, counted in characters from 1. */
export function findInvisible(text: string): { name: string; position: number } | undefined {
	const characters = [...text];
	const at = characters.findIndex((character) => INVISIBLE.test(character));
	return at < 0 ? undefined : { name: nameOf(characters[at]), position: at + 1 };
}

/** A character for people: `zero-width space (U+200B)`. */
export function nameOf(character: string): string {
	const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
	return character in NAMES ? `${NAMES[character]} (${code})` : code;
}

function numberText(value: number, label: string): string {
	if (!Number.isFinite(value)) {
		throw new UserError(`${label} must be text or a number`, {
			description: `The expression in it gives ${value}. Nothing was sent.`,
		});
	}
	const text = String(value);
	// Whole numbers beyond are rounded, and very large or small ones are written with an exponent.
	if (Math.abs(value) <= Number.MAX_SAFE_INTEGER && !text.includes('e')) return text;
	throw new UserError(`${label} has a number with too many digits`, {
		description:
			'Make it text where it comes from (in quotation marks, in JSON), or its last digits are lost. Nothing was sent.',
	});
}

function wellFormed(text: string, label: string): string {
	if (!LONE_SURROGATE.test(text)) return text;
	throw new UserError(`${label} is not valid`, {
		description: `It contains half of a character (a surrogate without its pair), which cannot be sent: a text was cut in the middle of an emoji, for instance. Check ${label}. Nothing was sent.`,
	});
}
