import { randomBytes, randomUUID } from 'node:crypto';
import type { NonceSettings } from './recipe';

const DEFAULT_LENGTH = 32;
const ALPHABETS = {
	hex: '0123456789abcdef',
	digits: '0123456789',
	letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
};

/** A value that no other request has, as a recipe wants it written. */
export function newNonce({ format = 'hex', length = DEFAULT_LENGTH }: NonceSettings = {}): string {
	if (format === 'uuid') return randomUUID();
	if (format === 'hex')
		return randomBytes(Math.ceil(length / 2))
			.toString('hex')
			.slice(0, length);
	const alphabet = ALPHABETS[format];
	let nonce = '';
	while (nonce.length < length) {
		for (const byte of randomBytes(length)) {
			// All characters are equally likely only below a multiple of their number.
			if (byte < 256 - (256 % alphabet.length)) nonce += alphabet[byte % alphabet.length];
		}
	}
	return nonce.slice(0, length);
}
