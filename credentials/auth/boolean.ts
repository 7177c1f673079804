import { trimmed } from './text';

const WORDS: Record<string, boolean> = { true: true, '1': true, false: false, '0': false };

/**
 * What a switch holds. An expression with a blank behind its braces gives text, so the words count,
 * too, in any case, and 1 and 0.
 *
 * @returns undefined for anything else
 */
export function readBoolean(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const isWord = typeof value === 'string' || typeof value === 'number';
	const word = isWord ? trimmed(String(value)).toLowerCase() : '';
	return Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
}
