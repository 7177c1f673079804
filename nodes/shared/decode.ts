/** Text that was made of bytes. */
export interface Decoded {
	text: string;
	/** Whether some of it could not be read: U+FFFD stands in its place. */
	isGarbled: boolean;
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Text in the encoding that its Content-Type names. Where that names none, or one that is unknown or
 * does not fit, it is read as UTF-8, and what is not UTF-8 either is replaced.
 */
export function decode(bytes: Uint8Array, contentType: string): Decoded {
	for (const charset of [charsetOf(contentType), 'utf-8']) {
		const text = charset === undefined ? undefined : readAs(charset, bytes);
		if (text !== undefined) return { text, isGarbled: false };
	}
	return { text: new TextDecoder().decode(bytes), isGarbled: true };
}

function charsetOf(contentType: string): string | undefined {
	return /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
}

function readAs(charset: string, bytes: Uint8Array): string | undefined {
	try {
		const isUtf8 = /^utf-?8$/i.test(charset);
		const decoder = isUtf8 ? UTF_8 : new TextDecoder(charset, { fatal: true });
		return decoder.decode(bytes);
	} catch {
		return undefined;
	}
}
