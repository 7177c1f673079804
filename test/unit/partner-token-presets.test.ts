import { createPublicKey, verify } from 'node:crypto';
import { enc, HmacSHA256, HmacSHA512, SHA256 } from 'crypto-js';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { serialise } from '../../credentials/auth/outgoing-request';
import { PRESETS } from '../../credentials/partner/presets';
import { settingsOf } from '../../credentials/partner/settings';
import { partnerTokenScheme } from '../../credentials/partner/token-scheme';
import { compileRecipe } from '../../credentials/recipe/compile';
import { evaluate } from '../../credentials/recipe/evaluate';
import { EXAMPLES } from '../vectors/published';
import snapBi from '../vectors/snap-bi.json';

/** The requests for a token that the presets make, against what the partners publish or with other code. */
let nonce = '';
jest.mock('../../credentials/recipe/nonce', () => ({ newNonce: () => nonce }));
afterEach(() => jest.useRealTimers());

const presetOf = (value: string) => PRESETS.find((preset) => preset.value === value)!;
const kindsOf = (value: string) =>
	Object.fromEntries(presetOf(value).fields.map(({ name, kind }) => [name, kind]));
const exampleOf = (id: string) => EXAMPLES.find((example) => example.id === id)!;

/** As it leaves. */
function tokenRequest(credentials: ICredentialDataDecryptedObject) {
	const scheme = partnerTokenScheme({ baseUrl: 'https://api.example.com', ...credentials })!;
	return written(scheme.tokenRequest(credentials).options);
}

function written(options: IHttpRequestOptions) {
	const { method, url, body } = serialise(options, new URL(options.url).origin);
	return { method, url, body: body.toString(), headers: options.headers as Record<string, string> };
}

describe('SNAP BI', () => {
	const { privateKey, publicKey, examples } = snapBi;
	const [token, service] = examples as unknown as Array<{
		inputs: Record<string, string>;
		expected: Record<string, string>;
	}>;
	const { clientSecret: secret, method, path, body, timestamp } = service.inputs;
	const BANK = {
		scheme: 'snapBi',
		baseUrl: 'https://api.example.com',
		clientId: token.inputs.clientId,
		secret,
		privateKey,
	};
	/** The published times are in UTC and have milliseconds. */
	const PUBLISHED = { ...BANK, snapTime: 'utcMs' };

	it('signs the published request for a token', () => {
		jest.useFakeTimers({ now: Date.parse(token.inputs.timestamp) });
		expect(tokenRequest(PUBLISHED).headers).toMatchObject({
			'X-TIMESTAMP': token.inputs.timestamp,
			'X-SIGNATURE': token.expected.signature,
		});
	});

	const call = (credentials: ICredentialDataDecryptedObject, target = path) => {
		const { recipe, fields, values } = settingsOf(credentials);
		const unsigned = { method, url: new URL(`https://a.example.com${target}`), body };
		const { headers } = evaluate(
			compileRecipe(recipe(), fields),
			{ ...unsigned, contentType: 'application/json' },
			{ values, token: service.inputs.token, nowInMs: Date.parse(timestamp), nonce: '1' },
		);
		return headers['X-SIGNATURE'];
	};

	it.each(['base64', 'hex'])('signs the published call, in %s', (snapEncoding) => {
		expect(call({ ...PUBLISHED, snapEncoding })).toBe(service.expected[snapEncoding]);
	});

	it('signs the path with its query, or without it', () => {
		const text = (signedPath: string, time: string) =>
			['POST', signedPath, service.inputs.token, SHA256(body).toString(), time].join(':');
		const signed = (signedPath: string, time = timestamp) =>
			HmacSHA512(text(signedPath, time), secret).toString(enc.Base64);
		expect(call(PUBLISHED, `${path}?a=1`)).toBe(signed(`${path}?a=1`));
		expect(call({ ...PUBLISHED, snapPath: 'withoutQuery' }, `${path}?a=1`)).toBe(signed(path));
	});

	it.each([
		['jakarta', '2024-03-05T17:37:16+07:00'],
		['jakartaMs', '2024-03-05T17:37:16.196+07:00'],
		['utc', '2024-03-05T10:37:16Z'],
		['utcMs', timestamp],
	])('writes the time as chosen: %s', (snapTime, written) => {
		jest.useFakeTimers({ now: Date.parse(timestamp) });
		expect(tokenRequest({ ...BANK, snapTime }).headers['X-TIMESTAMP']).toBe(written);
	});

	it('gets a token with the client secret where the bank wants that, and needs no private key', () => {
		jest.useFakeTimers({ now: Date.parse(timestamp) });
		const { headers } = tokenRequest({
			...PUBLISHED,
			privateKey: '',
			snapTokenSignature: 'symmetric',
		});
		const signed = HmacSHA512(`${BANK.clientId}|${timestamp}`, secret).toString(enc.Base64);
		expect(headers['X-SIGNATURE']).toBe(signed);
		expect(() => tokenRequest({ ...PUBLISHED, privateKey: '' })).toThrow('Private Key is empty');
	});

	it('asks for a token with the time of Jakarta, and a signature that the public key proves', () => {
		jest.useFakeTimers({ now: Date.UTC(2026, 0, 31, 12) });
		const { method, url, body, headers } = tokenRequest({
			scheme: 'snapBi',
			clientId: 'bank-client',
			secret: 'not sent here',
			privateKey,
		});
		expect([method, url.href, body]).toEqual([
			'POST',
			'https://api.example.com/v1.0/access-token/b2b',
			'{"grantType":"client_credentials"}',
		]);
		expect(headers).toMatchObject({
			'Content-Type': 'application/json',
			'X-TIMESTAMP': '2026-01-31T19:00:00+07:00',
			'X-CLIENT-KEY': 'bank-client',
		});
		const text = Buffer.from('bank-client|2026-01-31T19:00:00+07:00');
		const signature = Buffer.from(headers['X-SIGNATURE'], 'base64');
		expect(verify('sha256', text, createPublicKey(publicKey), signature)).toBe(true);
		expect(JSON.stringify(headers) + body).not.toContain('not sent here');
	});
});

it('Deribit signs the published request for a token', () => {
	const { inputs, expected } = exampleOf('deribit-client-signature');
	jest.useFakeTimers({ now: inputs.epochMs });
	nonce = inputs.nonce ?? '';
	const { url, method } = tokenRequest({ scheme: 'deribit', ...inputs.values });
	expect(method).toBe('GET');
	expect(Object.fromEntries(url.searchParams)).toEqual({
		grant_type: 'client_signature',
		client_id: 'AMANDA',
		timestamp: '1576074319000',
		nonce: '1iqt2wls',
		signature: expected.signature,
	});
});

describe('Tuya', () => {
	it('signs the published request for a token, which has two headers more', () => {
		const { inputs, expected } = exampleOf('tuya-token');
		const compiled = compileRecipe(presetOf('tuya').recipe, kindsOf('tuya'));
		const { url, headers } = inputs.request;
		const { headers: added } = evaluate(
			compiled.token!.request!.parts,
			{ method: 'GET', url: new URL(url), body: '', contentType: '', headers },
			{ values: inputs.values, nowInMs: inputs.epochMs, nonce: inputs.nonce ?? '' },
		);
		expect(added.sign).toBe(expected.signature);
	});

	it('signs without them as the page describes', () => {
		jest.useFakeTimers({ now: 1_588_925_778_000 });
		nonce = 'n0nce';
		const { url, headers } = tokenRequest({ scheme: 'tuya', clientId: 'id', secret: 'secret' });
		const empty = SHA256('').toString();
		const text = `id1588925778000n0nceGET\n${empty}\n\n/v1.0/token?grant_type=1`;
		expect(url.href).toBe('https://api.example.com/v1.0/token?grant_type=1');
		expect(headers.sign).toBe(HmacSHA256(text, 'secret').toString().toUpperCase());
	});
});

it('BCA sends client ID and secret as Basic', () => {
	const { headers, body } = tokenRequest({
		scheme: 'bca',
		clientId: 'client',
		clientSecret: 'pass:word',
		apiKey: 'key',
		secret: 'api-secret',
	});
	expect(headers.Authorization).toBe(
		`Basic ${enc.Utf8.parse('client:pass:word').toString(enc.Base64)}`,
	);
	expect(body).toBe('grant_type=client_credentials');
});

it('Lazada refreshes at its own host, and signs that as the page describes', () => {
	jest.useFakeTimers({ now: 1_517_820_392_000 });
	const scheme = partnerTokenScheme({
		...{ scheme: 'lazada', appKey: '123456', secret: 'helloworld', refreshToken: 'first' },
	})!;
	expect(scheme.refresh).toMatchObject({ isForOneUse: true, isOnlyWay: true });
	expect(scheme.refresh?.initial?.({})).toBe('first');
	const { url, body, method } = written(scheme.refresh!.request({}, 'second', undefined).options);
	expect([method, url.href]).toEqual(['POST', 'https://auth.lazada.com/rest/auth/token/refresh']);
	const text =
		'/auth/token/refreshapp_key123456refresh_tokensecondsign_methodsha256timestamp1517820392000';
	expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
		refresh_token: 'second',
		sign: HmacSHA256(text, 'helloworld').toString().toUpperCase(),
	});
});

it('WeChat gets the token with the secret in the query, and knows one live token', () => {
	const { method, url } = tokenRequest({
		scheme: 'wechatOfficialAccount',
		appId: 'a',
		secret: 's&',
	});
	expect([method, url.search]).toEqual([
		'GET',
		'?grant_type=client_credential&appid=a&secret=s%26',
	]);
});

it('a login sends user and password as JSON', () => {
	const { body, headers } = tokenRequest({ scheme: 'loginPassword', user: 'a"b', secret: 'p' });
	expect([headers['Content-Type'], JSON.parse(body)]).toEqual([
		'application/json',
		{ username: 'a"b', password: 'p' },
	]);
});

it('client credentials travel as JSON, optional ones only where they are filled in', () => {
	const values = { scheme: 'clientCredentialsJson', clientId: 'id', secret: 's"' };
	const plain = { grant_type: 'client_credentials', client_id: 'id', client_secret: 's"' };
	expect(JSON.parse(tokenRequest(values).body)).toEqual(plain);
	expect(JSON.parse(tokenRequest({ ...values, audience: 'a', scopes: 'b c' }).body)).toEqual({
		...plain,
		audience: 'a',
		scope: 'b c',
	});
});

it('a JWT is exchanged: RS256, with the claims of RFC 7523', () => {
	jest.useFakeTimers({ now: 1_700_000_000_000 });
	const { body } = tokenRequest({
		scheme: 'jwtBearer',
		tokenUrl: 'https://oauth2.example.com/token',
		issuer: 'robot@example.com',
		audience: 'https://oauth2.example.com/token',
		scopes: 'read write',
		keyId: 'k1',
		privateKey: snapBi.privateKey,
	});
	const form = new URLSearchParams(body);
	const [head, claims, signature] = (form.get('assertion') ?? '').split('.');
	const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
	expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
	expect(read(head)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'k1' });
	expect(read(claims)).toEqual({
		iss: 'robot@example.com',
		aud: 'https://oauth2.example.com/token',
		scope: 'read write',
		iat: 1_700_000_000,
		exp: 1_700_000_180,
	});
	const signed = Buffer.from(`${head}.${claims}`);
	const key = createPublicKey(snapBi.publicKey);
	expect(verify('sha256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
});
