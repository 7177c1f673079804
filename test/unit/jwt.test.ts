import fc from 'fast-check';
import { signJwt } from '../../credentials/auth/jwt';
import { openJwt } from './reference';

const text = fc.string({ unit: 'binary' });

describe('a signed JWT', () => {
	it('is opened by another implementation, for any payload and secret', () => {
		fc.assert(
			fc.property(fc.dictionary(text, text), text, (claims, secret) => {
				const payload = JSON.stringify(claims);
				const header = { typ: 'JWT', alg: 'HS256' };
				expect(openJwt(signJwt(payload, secret), secret)).toEqual({ header, payload });
			}),
		);
	});

	it('is not opened with another secret', () => {
		expect(openJwt(signJwt('{"a":1}', 'secret'), 'Secret')).toBeUndefined();
	});

	it('signs the payload byte for byte, white space included', () => {
		expect(openJwt(signJwt('{ "b": 1,\n "a": "é" }', 's'), 's')?.payload).toBe(
			'{ "b": 1,\n "a": "é" }',
		);
	});

	it('can stand in an address as it is: no padding, no plus, no slash', () => {
		fc.assert(
			fc.property(text, text, (payload, secret) => {
				expect(signJwt(payload, secret)).toMatch(/^[\w-]+\.[\w-]*\.[\w-]{43}$/);
			}),
		);
	});
});
