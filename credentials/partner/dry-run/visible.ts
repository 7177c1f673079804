import { findInvisible } from '../../auth/text';

/** U+2400 and the following are pictures of the control characters U+0000 to U+001F. */
const PICTURES = 0x2400;
const PICTURE_OF_DELETE = '␡';
const PICTURE_OF_SPACE = '␠';

/**
 * A text in which nothing is invisible: a line feed is `␊`, a tab `␉`, spaces at an end are `␠`, and
 * what looks like nothing is written as `⟨U+200B⟩`.
 */
export function visibly(text: string): string {
	return [...text.replace(/^ +| +$/g, (spaces) => PICTURE_OF_SPACE.repeat(spaces.length))]
		.map(shown)
		.join('');
}

function shown(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return String.fromCharCode(PICTURES + code);
	if (code === 0x7f) return PICTURE_OF_DELETE;
	if (code < 0x7f || !findInvisible(character)) return character;
	return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
