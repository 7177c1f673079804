import { HmacSHA256, HmacSHA512, SHA256 } from 'crypto-js';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { secretsOf } from '../../credentials/auth/redact';
import { authenticate } from '../../credentials/partner/authenticate';

const NOW = 1_700_000_000_000;
const SECRET = 'a-secret-of-mine';
const REQUEST: IHttpRequestOptions = { url: '/v1/orders?b=2&a=1', method: 'POST', body: '{"x":1}' };
const entries = (...entry: object[]) => ({ entry }) as never;
const HEADER = { place: 'header', name: 'X-Signature', value: '{signature}' };

/** What the form of Custom holds where nothing but the four fields of the commonest case is filled in. */
const CUSTOM: ICredentialDataDecryptedObject = {
	scheme: 'custom',
	baseUrl: 'https://api.example.com',
	secret: SECRET,
	signedText: '{timestamp}{method}{pathAndQuery}{body}',
	algorithm: 'hmac-sha256',
	signingKey: '{secret}',
	keyEncoding: 'text',
	output: 'hex',
	timeFormat: 'ms',
	additions: entries(HEADER),
};

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

async function headers(changes: object, options: IHttpRequestOptions = REQUEST) {
	const signed = await authenticate({ ...CUSTOM, ...changes }, options);
	return signed.headers as Record<string, string>;
}

const refusal = async (changes: object, options?: IHttpRequestOptions) =>
	await headers(changes, options).then(
		() => 'nothing was refused',
		(error: Error) => error.message,
	);

describe('Custom', () => {
	const text = `${NOW}POST/v1/orders?b=2&a=1{"x":1}`;

	it('signs with HMAC-SHA256 in hex, in a header, as it comes', async () => {
		expect((await headers({}))['X-Signature']).toBe(HmacSHA256(text, SECRET).toString());
	});

	it('takes further values: those that may be sent, and those that may not', async () => {
		const values = entries(
			{ name: 'pass', value: ' phrase-that-travels ', mayBeSent: true },
			{ name: 'salt', value: 'salt-of-mine', mayBeSent: false },
		);
		const additions = entries(HEADER, { place: 'header', name: 'X-Pass', value: '{pass}' });
		const credentials = { ...CUSTOM, values, additions, signedText: '{salt}{pass}' };
		const signed = await authenticate(credentials, REQUEST);
		expect(signed.headers).toMatchObject({
			'X-Pass': 'phrase-that-travels',
			'X-Signature': HmacSHA256('salt-of-minephrase-that-travels', SECRET).toString(),
		});
		expect(secretsOf(credentials)).toEqual(
			expect.arrayContaining([SECRET, 'salt-of-mine', 'phrase-that-travels']),
		);
	});

	it('takes a helper value that is text only as it is', async () => {
		const more = {
			useHelpers: true,
			helpers: entries({ name: 'prefix', algorithm: 'text', text: 'v1:', output: 'hex' }),
			signedText: '{prefix}{method}',
		};
		expect((await headers(more))['X-Signature']).toBe(HmacSHA256('v1:POST', SECRET).toString());
	});

	it('has helper values and a list of parameters behind switches', async () => {
		const more = {
			signParameters: true,
			parameterList: { join: ';', leaveOut: 'b , sign', extra: entries({ name: 'z', value: '9' }) },
			useHelpers: true,
			helpers: entries({
				name: 'digest',
				algorithm: 'hash-sha256',
				text: '{params}',
				key: '',
				output: '',
			}),
			signedText: '{digest}',
			algorithm: 'hmac-sha512',
		};
		const digest = SHA256('a=1;z=9').toString();
		expect((await headers(more))['X-Signature']).toBe(HmacSHA512(digest, SECRET).toString());
		expect(await refusal({ ...more, useHelpers: false })).toBe(
			'Text to Sign: there is no value "digest"',
		);
	});

	it('keeps an addition to its methods', async () => {
		const additions = entries(HEADER, {
			place: 'header',
			name: 'X-A',
			value: '1',
			when: 'GET, put',
		});
		expect(await headers({ additions })).not.toHaveProperty('X-A');
		expect(await headers({ additions }, { ...REQUEST, method: 'PUT' })).toHaveProperty('X-A', '1');
	});

	it('follows a change of any field', async () => {
		const first = (await headers({}))['X-Signature'];
		for (const change of [
			{ secret: 'another' },
			{ signedText: '{body}' },
			{ algorithm: 'hmac-sha1' },
			{ output: 'base64' },
			{ timeFormat: 's' },
			{ signingKey: '{secret}-' },
		]) {
			expect((await headers(change))['X-Signature']).not.toBe(first);
		}
	});
});

it.each([
	[{ baseUrl: '' }, 'Base URL is empty'],
	[{ scheme: 'nothing' }, /^Scheme must be one of custom, json, /],
	[{ signedText: '{secrt}' }, 'Text to Sign: there is no value "secrt"'],
	[{ algorithm: 'sha256' }, 'Algorithm: "sha256" is not known'],
	[{ secret: '' }, 'Key ({secret}) is empty'],
	[{ keyEncoding: 'hex' }, 'Key ({secret}) is not written in hex'],
	[{ timeFormat: 'iso' }, 'Time Format: "iso" is not known'],
	[{ utcOffset: 'seven' }, 'UTC Offset (Minutes) must be a whole number from -1440 to 1440'],
	[{ additions: {} }, 'Add to Each Request is missing: the recipe would change nothing'],
	[
		{ additions: entries(HEADER, { place: 'header', name: 'X', value: '{secret}' }) },
		'Add to Each Request, entry 2.value would send a secret',
	],
	[
		{ useHelpers: true, helpers: entries({ name: 'a', algorithm: 'text', text: '{b' }) },
		'Helper Values, entry 1.text: a brace does not close',
	],
	[{ values: entries({ name: 'secret', value: '1' }) }, 'Further Values has the name secret twice'],
	[{ secret: { a: 1 } }, 'Secret must be text or a number'],
	[
		{ algorithm: 'rsa-sha256', signingKey: '{privateKey}', privateKey: 'x' },
		'Key ({privateKey}) is no private key',
	],
	[{ scheme: 'json', recipe: '' }, 'Recipe (JSON) is empty'],
	[{ scheme: 'json', recipe: '{' }, 'Recipe is not valid JSON'],
	[{ scheme: 'binance', apiKey: 'a', secret: '' }, 'Secret Key is empty'],
	[{ scheme: 'oracleCloud', keyId: 'a', privateKey: 'pasted' }, 'Private Key is no private key'],
	[{ scheme: 'oracleCloud', keyId: 'a', privateKey: '' }, 'Private Key is empty'],
])('with %j the error names the field: %s', async (changes, message) => {
	const told = await refusal(changes);
	if (typeof message === 'string') expect(told).toBe(message);
	else expect(told).toMatch(message);
});

describe('Recipe (JSON)', () => {
	const recipe = {
		steps: [{ name: 'signature', alg: 'hmac-sha256', key: '{secret}', text: '{id}{body}' }],
		add: [{ in: 'header', name: 'X-Signature', value: '{signature}' }],
	};

	it.each([
		['text', JSON.stringify(recipe)],
		['an object, as an expression gives it', recipe],
	])('may be %s', async (_what, json) => {
		const signed = await headers({ scheme: 'json', id: 'the-id', recipe: json });
		expect(signed['X-Signature']).toBe(HmacSHA256('the-id{"x":1}', SECRET).toString());
	});
});

describe('any scheme', () => {
	it('goes to its own host only', async () => {
		expect(await refusal({}, { url: 'https://elsewhere.example.com/' })).toBe(
			'This credential may only be used with https://api.example.com',
		);
	});

	it('refuses files, whose bytes are not known', async () => {
		const headersOfFile = { 'content-type': 'multipart/form-data' };
		expect(await refusal({}, { ...REQUEST, headers: headersOfFile })).toBe(
			'This credential signs each request and cannot sign a file or a stream',
		);
	});
});
