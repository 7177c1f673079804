import { encodeRfc3986 } from '../auth/query-string';

/** Text with its escapes undone; what is no escape stays as it is. */
export function percentDecoded(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) =>
			Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'),
		);
	}
}

/** One name or value of a query or a form: there a plus is a space. */
export function formDecoded(text: string): string {
	return percentDecoded(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

/** As browsers write a form (WHATWG URL, section 5.2): space as `+`, `*` as it is. */
export function formEncoded(text: string): string {
	return encodeRfc3986(text).replaceAll('%20', '+').replaceAll('%2A', '*').replaceAll('~', '%7E');
}

/** RFC 3986, of bytes that need not be text. */
export function bytesEncoded(bytes: Buffer): string {
	let encoded = '';
	for (const byte of bytes) {
		const character = String.fromCharCode(byte);
		const isUnreserved = /[\w.~-]/.test(character);
		encoded += isUnreserved ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return encoded;
}
