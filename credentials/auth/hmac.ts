import { createHmac } from 'node:crypto';

/**
 * HMAC with SHA-256 (RFC 2104) over UTF-8 text.
 *
 * @param message a list is joined byte by byte, so that a body need not be copied into a string
 * @returns lower-case hex, 64 characters
 */
export function hmacSha256Hex(key: string, ...message: Array<string | Buffer>): string {
	const hmac = createHmac('sha256', key);
	if (message.every((part) => typeof part === 'string')) hmac.update(message.join(''));
	else for (const part of message) hmac.update(part);
	return hmac.digest('hex');
}
