import { UserError } from 'n8n-workflow';

const BLOCKS = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;
/** How many secrets may be valid at once, while a partner changes them. */
const MOST = 10;

/**
 * The secrets or keys that a field holds: one per line, or several blocks of PEM, or a JWK set.
 *
 * @param label of the field, named in errors
 * @throws UserError where there is none, or too many
 */
export function secretsOf(text: string, label: string): string[] {
	const secrets = listed(text.trim());
	if (secrets.length === 0) {
		throw new UserError(`${label} is empty`, {
			description: 'Without it nobody could tell a notification of the partner from a forged one.',
		});
	}
	if (secrets.length <= MOST) return secrets;
	throw new UserError(`${label} has too many entries`, {
		description: `${MOST} are the most that are tried. Delete those that the partner no longer uses.`,
	});
}

function listed(text: string): string[] {
	const blocks = text.match(BLOCKS);
	if (blocks) return blocks;
	// PEM on one line, cut off, or JSON over several: what it is, the reader of keys says.
	if (text.startsWith('-----BEGIN')) return [text];
	if (text.startsWith('{')) return keysOf(text);
	return text
		.split(/\r\n|\r|\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

function keysOf(text: string): string[] {
	try {
		const { keys } = JSON.parse(text) as { keys?: unknown };
		if (Array.isArray(keys)) return keys.map((key) => JSON.stringify(key));
	} catch {
		// No JSON: one secret that begins with a brace.
	}
	return [text];
}
