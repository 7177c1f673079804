import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { signJwt, verifyJwt } from '../../credentials/auth/jwt';
import { changedOnce } from './changed-once';
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

const NOW = 1_700_000_000_000;
const SECONDS = NOW / 1000;
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token with any header, whose signature is right: HS256 unless another hash is given. */
function tokenWith(header: unknown, payload: unknown, secret = 'secret', hash = 'sha256'): string {
	const input = `${encode(header)}.${encode(payload)}`;
	return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}
const HS256 = { alg: 'HS256' };
const check = (token: string) => verifyJwt(token, 'secret', NOW);

describe('verifying a JWT', () => {
	it('gives back the claims that were signed, for any payload and secret', () => {
		fc.assert(
			fc.property(fc.dictionary(text, text), text, (claims, secret) => {
				const { exp: _exp, nbf: _nbf, ...signed } = claims;
				const payload = JSON.stringify(signed);
				expect(verifyJwt(signJwt(payload, secret), secret, NOW)).toEqual({
					claims: JSON.parse(payload) as object,
				});
			}),
		);
	});

	it('refuses a token in which one character is another, is missing, or was added', () => {
		const token = tokenWith(HS256, { a: 1, b: 'é' });
		fc.assert(
			fc.property(changedOnce(token), (changed) => {
				expect(check(changed)).toEqual({ refusal: expect.any(String) });
			}),
			{ numRuns: 1000 },
		);
	});

	const good = tokenWith(HS256, { a: 1 });
	const [header, payload, signature] = good.split('.');
	const input = `${encode({ alg: 'none' })}.${payload}`;

	it.each([
		['another secret', tokenWith(HS256, { a: 1 }, 'Secret'), 'signature'],
		['alg none and no signature', `${input}.`, 'algorithm'],
		['alg none, whatever the signature', tokenWith({ alg: 'none' }, { a: 1 }), 'algorithm'],
		['alg None', tokenWith({ alg: 'None' }, { a: 1 }), 'algorithm'],
		['RS256', tokenWith({ alg: 'RS256' }, { a: 1 }), 'algorithm'],
		['HS512', tokenWith({ alg: 'HS512' }, { a: 1 }), 'algorithm'],
		[
			'HS512, and signed so',
			tokenWith({ alg: 'HS512' }, { a: 1 }, 'secret', 'sha512'),
			'algorithm',
		],
		['HS256, but signed with HS512', tokenWith(HS256, { a: 1 }, 'secret', 'sha512'), 'signature'],
		['hs256', tokenWith({ alg: 'hs256' }, { a: 1 }), 'algorithm'],
		['alg as a list', tokenWith({ alg: ['HS256'] }, { a: 1 }), 'algorithm'],
		['no alg', tokenWith({ typ: 'JWT' }, { a: 1 }), 'algorithm'],
		['an extension that must be understood', tokenWith({ ...HS256, crit: [] }, {}), 'algorithm'],
		['nothing', '', 'malformed'],
		['one part', header, 'malformed'],
		['two parts', `${header}.${payload}`, 'malformed'],
		['no signature', `${header}.${payload}.`, 'malformed'],
		['four parts', `${good}.${signature}`, 'malformed'],
		['padding', `${header}=.${payload}.${signature}`, 'malformed'],
		['the alphabet of plain base64', good.replace(/^./, '+'), 'malformed'],
		['white space', ` ${good}`, 'malformed'],
		['a line break at the end', `${good}\n`, 'signature'],
		['a header that is a list', tokenWith([HS256], { a: 1 }), 'malformed'],
		['claims that are a list', tokenWith(HS256, [1]), 'malformed'],
		['claims that are null', tokenWith(HS256, null), 'malformed'],
		['exp as text', tokenWith(HS256, { exp: String(SECONDS + 60) }), 'malformed'],
		['exp null', tokenWith(HS256, { exp: null }), 'malformed'],
		['nbf as text', tokenWith(HS256, { nbf: '1' }), 'malformed'],
		['exp more than a minute ago', tokenWith(HS256, { exp: SECONDS - 61 }), 'expired'],
		['exp a minute ago', tokenWith(HS256, { exp: SECONDS - 60 }), 'expired'],
		['nbf in more than a minute', tokenWith(HS256, { nbf: SECONDS + 61 }), 'early'],
		['exp in the past and another secret', tokenWith(HS256, { exp: 1 }, 'x'), 'signature'],
	])('refuses %s', (_what, token, refusal) => expect(check(token)).toEqual({ refusal }));

	it.each([
		['exp still to come', { exp: SECONDS + 1 }],
		['nbf now', { nbf: SECONDS }],
		['nbf in a minute', { nbf: SECONDS + 60 }],
		['exp now', { exp: SECONDS }],
		['parts of a second', { exp: SECONDS - 59.999 }],
	])('accepts %s', (_what, claims) => {
		expect(check(tokenWith(HS256, claims))).toEqual({ claims });
	});

	it('gives IDs digit by digit that are numbers of too many digits', () => {
		const token = signJwt('{"id":155411226779361384952,"amount":5}', 'secret');
		const claims = { id: '155411226779361384952', amount: 5 };
		expect(verifyJwt(token, 'secret', NOW)).toEqual({ claims });
	});
});
