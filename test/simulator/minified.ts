/**
 * JSON without the white space between its parts, as Latin-1: numbers and texts keep the bytes that
 * came. Reads byte by byte and knows nothing of JSON but where texts begin and end.
 */
export function minified(body: Buffer): string {
	let [out, isText] = ['', false];
	const latin = body.toString('latin1');
	for (let at = 0; at < latin.length; at += 1) {
		const letter = latin[at];
		if (isText && letter === '\\') {
			out += letter + (latin[at + 1] ?? '');
			at += 1;
			continue;
		}
		if (letter === '"') isText = !isText;
		if (isText || !' \t\r\n'.includes(letter)) out += letter;
	}
	return out;
}
