import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { compileWebhook } from '../../credentials/partner/webhook/compile';
import { readWebhook } from '../../credentials/partner/webhook/read-webhook';
import { secretsOf } from '../../credentials/partner/webhook/secrets';
import { verifyWebhook } from '../../credentials/partner/webhook/verify';

const NOW_IN_S = 1_800_000_000;
const SECRET = 'a shared secret of thirty-two bytes';
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const OTHER_RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const EC = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const ED = generateKeyPairSync('ed25519');
const pemOf = (key: typeof RSA.publicKey) => key.export({ type: 'spki', format: 'pem' }).toString();
const jwkOf = (key: typeof RSA.publicKey) => key.export({ format: 'jwk' });

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const CLAIMS = { id: 7, exp: NOW_IN_S + 60, nbf: NOW_IN_S - 60 };

function token(header: object, signer: (text: string) => Buffer, claims: object = CLAIMS): string {
	const text = `${part(header)}.${part(claims)}`;
	return `${text}.${signer(text).toString('base64url')}`;
}
const hs = (secret: string | Buffer) => (text: string) =>
	createHmac('sha256', secret).update(text).digest();
const rs =
	(key = RSA.privateKey) =>
	(text: string) =>
		sign('sha256', Buffer.from(text), key);
const es = (text: string) =>
	sign('sha256', Buffer.from(text), { key: EC.privateKey, dsaEncoding: 'ieee-p1363' });
const ed = (text: string) => sign(null, Buffer.from(text), ED.privateKey);

function verdict(sent: string, secret: string, algs = ['RS256'], others: object = {}) {
	const recipe = {
		read: [{ in: 'header', name: 'Authorization', looksLike: 'Bearer {signature}' }],
		alg: 'jwt',
		jwt: { algs },
		id: '{claim:id}',
		...others,
	};
	const webhook = compileWebhook(readWebhook(recipe), { secret: 'secret' });
	const keys = { values: {}, secrets: secretsOf(secret, 'Secret') };
	const received = {
		method: 'POST',
		url: 'https://hooks.example.com/',
		headers: { authorization: `Bearer ${sent}` },
		body: Buffer.from('{"a":1}'),
	};
	return verifyWebhook(webhook, received, keys, NOW_IN_S * 1000);
}

describe('a JWT is verified', () => {
	const kid = { alg: 'RS256', kid: 'b' };
	const set = JSON.stringify({
		keys: [
			{ ...jwkOf(OTHER_RSA.publicKey), kid: 'a' },
			{ ...jwkOf(RSA.publicKey), kid: 'b' },
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
	])('%s', (_, sent, secret, algs) => {
		expect(verdict(sent, secret, algs)).toMatchObject({ isVerified: true, ids: ['id 7'] });
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

describe('a JWT is refused', () => {
	const good = token({ alg: 'RS256' }, rs());
	const [header, claims, signature] = good.split('.');
	const pem = pemOf(RSA.publicKey);
	it.each([
		['without a signature', `${header}.${claims}.`],
		['with alg none', `${part({ alg: 'none' })}.${claims}.`],
		[
			'with alg none, and the signature of another',
			`${part({ alg: 'none' })}.${claims}.${signature}`,
		],
		['with alg None', `${part({ alg: 'None' })}.${claims}.${signature}`],
		['without alg', `${part({})}.${claims}.${signature}`],
		['of another algorithm', token({ alg: 'RS512' }, rs())],
		['signed with the public key as the secret', token({ alg: 'HS256' }, hs(pem))],
		['signed with the public key, trimmed', token({ alg: 'HS256' }, hs(pem.trim()))],
		['of another key', token({ alg: 'RS256' }, rs(OTHER_RSA.privateKey))],
		[
			'with a key of its own in it',
			token({ alg: 'RS256', jwk: jwkOf(OTHER_RSA.publicKey) }, rs(OTHER_RSA.privateKey)),
		],
		['with an extension that must be understood', token({ alg: 'RS256', crit: ['exp'] }, rs())],
		['with other claims', `${header}.${part({ ...CLAIMS, id: 8 })}.${signature}`],
		['with a part more', `${good}.a`],
		['with claims that are a list', token({ alg: 'RS256' }, rs(), [])],
		['with an exp that is text', token({ alg: 'RS256' }, rs(), { exp: '9999999999' })],
		['that is no JWT', 'abc'],
	])('%s', (_, sent) => {
		expect(verdict(sent, pem)).toMatchObject({ isVerified: false });
	});

	it('where HS256 is chosen and the secret is a public key: everybody knows it', () => {
		const forged = token({ alg: 'HS256' }, hs(pem));
		expect(verdict(forged, pem, ['HS256'])).toMatchObject({ isVerified: false });
		const jwk = JSON.stringify(jwkOf(RSA.publicKey));
		expect(verdict(token({ alg: 'HS256' }, hs(jwk)), jwk, ['HS256'])).toMatchObject({
			isVerified: false,
		});
	});

	it('of a key that the JWK set calls otherwise', () => {
		const set = JSON.stringify({ keys: [{ ...jwkOf(RSA.publicKey), kid: 'a' }] });
		const sent = token({ alg: 'RS256', kid: 'b' }, rs());
		expect(verdict(sent, set)).toMatchObject({ isVerified: false });
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
