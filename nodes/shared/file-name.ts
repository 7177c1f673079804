import { decode } from './decode';

/** Steps of a path before the name, characters that are none, and marks that turn the direction of writing. */
const NOT_IN_A_NAME = /^.*[/\\]|[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gsu;
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g;
/** `UTF-8''na%C3%AFve.pdf`, with a language between the quotation marks or none (RFC 8187, section 3.2). */
const EXTENDED = /^([\w-]+)'[^']*'((?:[^%]|%[\da-f]{2})*)$/i;

/**
 * The name of a file, as Content-Disposition gives it (RFC 6266, section 4.3): `filename*` before
 * `filename`, without the folders that may stand in front.
 *
 * @param disposition the header as Node reads it, as Latin-1
 * @returns undefined where it has none that could be the name of a file
 */
export function fileNameOf(disposition: unknown): string | undefined {
	if (typeof disposition !== 'string') return undefined;
	const parameters = [...disposition.matchAll(PARAMETER)];
	const given = new Map(
		parameters.map(([, name, value]) => [name.toLowerCase(), unquoted(value.trim())]),
	);
	return nameIn(extended(given.get('filename*'))) ?? nameIn(plain(given.get('filename')));
}

/** Only quotation marks and backslashes are escaped: others write `C:\folder\a.pdf` as it is. */
function unquoted(value: string): string {
	return value.startsWith('"') ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value;
}

function extended(value = ''): string {
	const [, charset, encoded = ''] = EXTENDED.exec(value) ?? [];
	const bytes = encoded.replace(/%([\da-f]{2})/gi, (_, code: string) =>
		String.fromCharCode(parseInt(code, 16)),
	);
	const { text, isGarbled } = decode(Buffer.from(bytes, 'latin1'), `; charset=${charset}`);
	return isGarbled ? '' : text;
}

/** Many servers write UTF-8 there. */
function plain(value = ''): string {
	const { text, isGarbled } = decode(Buffer.from(value, 'latin1'), '');
	return isGarbled ? value : text;
}

function nameIn(text: string): string | undefined {
	const name = text.replace(NOT_IN_A_NAME, '').trim();
	return /^\.*$/.test(name) ? undefined : name;
}
