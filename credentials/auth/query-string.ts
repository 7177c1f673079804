/** How an array is written in a query or form; n8n's words, which are those of the library `qs`. */
export type ArrayFormat = 'indices' | 'brackets' | 'repeat' | 'comma';

/**
 * Writes an object as a query or a form body the way n8n's request helpers do (`qs.stringify`,
 * RFC 3986): nested keys in brackets, space as `%20`, `null` as an empty value, `undefined` left
 * out, empty arrays and objects left out, dates in ISO format.
 *
 * @returns URL-encoded text without a leading question mark; '' where there is nothing to write
 */
export function stringifyQuery(
	values: Record<string, unknown>,
	arrayFormat: ArrayFormat = 'indices',
): string {
	const pairs: string[] = [];
	for (const [key, value] of Object.entries(values)) collect(pairs, key, value, arrayFormat);
	return pairs.join('&');
}

function collect(pairs: string[], key: string, value: unknown, format: ArrayFormat): void {
	if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return;
	if (Array.isArray(value)) {
		if (format === 'comma') {
			if (value.length > 0)
				pairs.push(`${encodeRfc3986(key)}=${encodeRfc3986(value.map(text).join(','))}`);
			return;
		}
		value.forEach((item, index) => {
			const itemKey =
				format === 'repeat' ? key : format === 'brackets' ? `${key}[]` : `${key}[${index}]`;
			collect(pairs, itemKey, item, format);
		});
		return;
	}
	if (typeof value === 'object' && value !== null && !(value instanceof Date) && !isBuffer(value)) {
		for (const [name, item] of Object.entries(value)) {
			collect(pairs, `${key}[${name}]`, item, format);
		}
		return;
	}
	pairs.push(`${encodeRfc3986(key)}=${encodeRfc3986(text(value))}`);
}

function text(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString();
	return String(value);
}

function isBuffer(value: object): boolean {
	return Buffer.isBuffer(value);
}

/** RFC 3986: everything but letters, digits and `-._~` is escaped; a lone surrogate becomes U+FFFD. */
export function encodeRfc3986(value: string): string {
	return encodeURIComponent(toWellFormed(value)).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

function toWellFormed(value: string): string {
	return Buffer.from(value, 'utf8').toString('utf8');
}
