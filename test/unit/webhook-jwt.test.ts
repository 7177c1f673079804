import { compileWebhook } from '../../credentials/partner/webhook/compile';
import { readWebhook } from '../../credentials/partner/webhook/read-webhook';
import { verifyWebhook } from '../../credentials/partner/webhook/verify';
import {
	NOW_IN_S,
	SECRET,
	RSA,
	OTHER_RSA,
	EC,
	OTHER_EC,
	ED,
	pemOf,
	jwkOf,
	token,
	hs,
	rs,
	es,
	ed,
	verdict,
} from './webhook-token';

describe('a JWT is verified', () => {
	const kid = { alg: 'RS256', kid: 'b' };
	const set = JSON.stringify({
		keys: [
			{ ...jwkOf(OTHER_RSA.publicKey), kid: 'a' },
			{ ...jwkOf(RSA.publicKey), kid: 'b' },
		],
	});
	const mixed = JSON.stringify({
		keys: [
			{ ...jwkOf(RSA.publicKey), kid: 'b' },
			jwkOf(ED.publicKey),
			jwkOf(OTHER_EC.publicKey),
			jwkOf(EC.publicKey),
		],
	});
	it.each([
		['HS256, with a secret', token({ alg: 'HS256' }, hs(SECRET)), SECRET, ['HS256']],
		['RS256, with PEM', token({ alg: 'RS256' }, rs()), pemOf(RSA.publicKey), ['RS256']],
		[
			'ES256, with a JWK',
			token({ alg: 'ES256' }, es),
			JSON.stringify(jwkOf(EC.publicKey)),
			['ES256'],
		],
		['EdDSA, with PEM', token({ alg: 'EdDSA' }, ed), pemOf(ED.publicKey), ['EdDSA']],
		['RS256, with a JWK set', token(kid, rs()), set, ['RS256']],
		[
			'RS256, with one of two keys',
			token({ alg: 'RS256' }, rs()),
			pemOf(OTHER_RSA.publicKey) + pemOf(RSA.publicKey),
			['RS256'],
		],
		['ES256, with a set of keys of several kinds', token({ alg: 'ES256' }, es), mixed, ['ES256']],
		['RS256, where ES256 is accepted, too', token(kid, rs()), mixed, ['ES256', 'RS256']],
	])('%s', (_, sent, secret, algs) => {
		expect(verdict(sent, secret, algs, {}, true)).toMatchObject({
			isVerified: true,
			ids: ['id 7'],
		});
	});

	it('up to the moment that exp and nbf allow, with a minute for the clocks', () => {
		const at = (claims: object) =>
			verdict(token({ alg: 'HS256' }, hs(SECRET), claims), SECRET, ['HS256']).isVerified;
		expect(at({ exp: NOW_IN_S - 59 })).toBe(true);
		expect(at({ exp: NOW_IN_S - 60 })).toBe(false);
		expect(at({ nbf: NOW_IN_S + 60 })).toBe(true);
		expect(at({ nbf: NOW_IN_S + 61 })).toBe(false);
		expect(at({})).toBe(true);
	});
});

describe('algorithms', () => {
	it.each([
		['none at all', [], 'jwt: no algorithm is named'],
		['none', ['none'], 'jwt: "none" is not known'],
		['those of both kinds', ['HS256', 'RS256'], 'jwt: the algorithms take different keys'],
	])('%s are no recipe', (_, algs, message) => {
		expect(() => verdict('', SECRET, algs)).toThrow(message);
	});
});

it('the whole body may be a JWT, and then all of it is signed', () => {
	const recipe = { read: [{ in: 'body' }], alg: 'jwt', jwt: { algs: ['RS256'] } };
	const webhook = compileWebhook(readWebhook(recipe), { secret: 'secret' });
	const received = (body: string) => ({
		method: 'POST',
		url: 'https://hooks.example.com/',
		headers: { 'content-type': 'application/jwt' },
		body: Buffer.from(body),
	});
	const keys = { values: {}, secrets: [pemOf(RSA.publicKey)] };
	const verify = (body: string) => verifyWebhook(webhook, received(body), keys, NOW_IN_S * 1000);
	const good = token({ alg: 'RS256' }, rs());
	expect(verify(good)).toMatchObject({ isVerified: true });
	expect(verify(`${good}\n`)).toMatchObject({ isVerified: true });
	expect(verify(good.slice(1))).toMatchObject({ isVerified: false });
	expect(webhook.cover.signed).toBe('all');
});
