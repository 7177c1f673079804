import fc from 'fast-check';
import { hmacSha256Hex } from '../../credentials/auth/hmac';
import { referenceHmac } from './reference';

const text = fc.string({ unit: 'binary' });

describe('HMAC with SHA-256', () => {
	it('agrees with RFC 4231, test case 2', () => {
		expect(hmacSha256Hex('Jefe', 'what do ya want for nothing?')).toBe(
			'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
		);
	});

	it('agrees with another implementation for any key and text', () => {
		fc.assert(
			fc.property(text, text, (key, message) => {
				expect(hmacSha256Hex(key, message)).toBe(referenceHmac(key, message));
			}),
		);
	});

	it('takes bytes as they are, be they UTF-8 or not', () => {
		fc.assert(
			fc.property(text, fc.uint8Array(), (key, bytes) => {
				const message = Buffer.from(bytes);
				expect(hmacSha256Hex(key, message)).toBe(referenceHmac(key, message));
			}),
		);
	});

	it('joins a list of texts and bytes', () => {
		const parts = ['body=', Buffer.from([0xff, 0x00]), 'é'];
		const joined = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
		expect(hmacSha256Hex('key', ...parts)).toBe(referenceHmac('key', joined));
	});
});
