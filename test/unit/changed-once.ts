import fc from 'fast-check';

const character = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/**
 * A text in which one character (a UTF-16 unit) was replaced by another, left out, or added. Half of
 * the new ones are from the text itself, which are the likelier mistakes and attacks.
 */
export function changedOnce(text: string): fc.Arbitrary<string> {
	const another = fc.oneof(character, fc.constantFrom(...text, 'A', '-', '='));
	return fc
		.tuple(fc.nat(text.length), another, fc.constantFrom('replace', 'remove', 'add'))
		.map(([at, to, how]) => {
			const after = how === 'add' ? at : at + 1;
			return text.slice(0, at) + (how === 'remove' ? '' : to) + text.slice(after);
		})
		.filter((changed) => changed !== text);
}
