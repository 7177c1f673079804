import { enc, HmacSHA256 } from 'crypto-js';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { serialise } from '../../credentials/auth/outgoing-request';
import { secretsOf } from '../../credentials/auth/redact';
import { authenticate } from '../../credentials/partner/authenticate';
import { PARTNER_TOKEN_PROPERTIES } from '../../credentials/partner/form/token-properties';
import { TOKEN_LABELS, TOKEN_URL } from '../../credentials/partner/labels';
import { FIRST_REFRESH_TOKEN } from '../../credentials/partner/preset';
import { partnerTokenScheme } from '../../credentials/partner/token-scheme';
import { isTokenRefusedBy } from '../../credentials/partner/token-refusal';
import { withToken } from './partner-token';
import { refusalOf } from './refusal';
import { tokenWith } from './token';

const NOW = 1_700_000_000_000;
const SECRET = 'a-secret-of-mine';
const entries = (...entry: object[]) => ({ entry }) as never;
const DEFAULTS = Object.fromEntries(
	PARTNER_TOKEN_PROPERTIES.map(({ name, default: value }) => [name, value]),
) as ICredentialDataDecryptedObject;

/** Custom with a token, as it comes: client credentials in a form. */
const CUSTOM: ICredentialDataDecryptedObject = {
	...DEFAULTS,
	scheme: 'custom',
	baseUrl: 'https://api.example.com',
	id: 'the-id',
	secret: SECRET,
	getToken: true,
	tokenUrl: '/oauth/token',
	signedText: '',
	algorithm: 'hmac-sha256',
	additions: entries({ place: 'header', name: 'Authorization', value: 'Bearer {token}' }),
};

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const schemeOf = (changes: object) => partnerTokenScheme({ ...CUSTOM, ...changes })!;

/** The request for a token as it leaves. */
function requested(changes: object = {}) {
	const { options } = schemeOf(changes).tokenRequest({});
	const { method, url, body } = serialise(options, new URL(options.url).origin);
	const headers = options.headers as Record<string, string>;
	return { method, url: url.href, body: body.toString(), headers, options };
}

it('the form has every field that is read, and no other', () => {
	const names = new Set(PARTNER_TOKEN_PROPERTIES.map(({ name }) => name));
	const read = [...Object.keys(TOKEN_LABELS), TOKEN_URL.name, FIRST_REFRESH_TOKEN.name];
	expect([...names].sort()).toEqual(read.sort());
});

describe('the request for a token of Custom', () => {
	it('is that of client credentials, in a form, as it comes', () => {
		expect(requested()).toMatchObject({
			method: 'POST',
			url: 'https://api.example.com/oauth/token',
			body: `grant_type=client_credentials&client_id=the-id&client_secret=${SECRET}`,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		});
	});

	it('may be JSON', () => {
		const { body, headers } = requested({ tokenSendAs: 'json' });
		expect(headers['Content-Type']).toBe('application/json');
		expect(JSON.parse(body)).toEqual({
			grant_type: 'client_credentials',
			client_id: 'the-id',
			client_secret: SECRET,
		});
	});

	it('may be a GET with a query', () => {
		const tokenFields = entries({ name: 'appid', value: '{id}' }, { name: 's', value: '{secret}' });
		const changes = { tokenSendAs: 'query', tokenMethod: 'GET', tokenFields };
		expect(requested(changes)).toMatchObject({
			method: 'GET',
			url: `https://api.example.com/oauth/token?appid=the-id&s=${SECRET}`,
			body: '',
		});
	});

	it('may have Basic, headers, and a body of its own', () => {
		const tokenFields = entries(
			{ place: 'basic', name: '{id}', value: '{secret}' },
			{ place: 'header', name: 'X-Key', value: '{id}' },
			{ place: 'wholebody', value: '{"a":{"b":"{id|json}"}}' },
		);
		const { headers, body } = requested({ tokenSendAs: 'json', tokenFields });
		const basic = enc.Base64.stringify(enc.Utf8.parse(`the-id:${SECRET}`));
		expect(headers).toMatchObject({ Authorization: `Basic ${basic}`, 'X-Key': 'the-id' });
		expect(body).toBe('{"a":{"b":"the-id"}}');
	});

	it('may be signed, with the time of the partner', () => {
		const { headers } = requested({
			timeFormat: 'YYYY-MM-DD[T]HH:mm:ssZZ',
			utcOffset: '420',
			signTokenRequest: true,
			tokenSteps: entries({
				...{ name: 'sign', algorithm: 'hmac-sha256', key: '{secret}', keyEncoding: 'text' },
				...{ text: '{id}|{timestamp}', output: 'base64', header: '' },
			}),
			tokenFields: entries(
				{ place: 'header', name: 'X-TIMESTAMP', value: '{timestamp}' },
				{ place: 'header', name: 'X-SIGNATURE', value: '{sign}' },
			),
		});
		const time = '2023-11-15T05:13:20+07:00';
		expect(headers).toMatchObject({
			'X-TIMESTAMP': time,
			'X-SIGNATURE': HmacSHA256(`the-id|${time}`, SECRET).toString(enc.Base64),
		});
	});

	it('may go to another host that its user has entered', () => {
		const { url } = requested({ tokenUrl: 'https://auth.example.com/t?x=1#y' });
		expect(url).toBe('https://auth.example.com/t?x=1');
	});

	it('follows no redirect', () => {
		expect(requested().options).toMatchObject({ disableFollowRedirect: true, maxRedirects: 0 });
	});
});

describe('what is said of the token', () => {
	it.each([
		[{}, { oneLiveToken: false, quota: undefined }],
		[{ oneLiveToken: true }, { oneLiveToken: true }],
		[{ tokenLimit: 30 }, { quota: { tokens: 27, windowInMs: 3_600_000 } }],
		[{ tokenLimit: 5, tokenLimitMinutes: 1 }, { quota: { tokens: 5, windowInMs: 60_000 } }],
		[{ tokenLimit: 0 }, { quota: undefined }],
		[{ useRefreshToken: true }, { oneLiveToken: false, refresh: { isForOneUse: false } }],
		[
			{ useRefreshToken: true, refreshIsForOneUse: true },
			{ oneLiveToken: true, refresh: { isForOneUse: true, isOnlyWay: false } },
		],
	])('%j becomes %j', (changes, scheme) => {
		expect(schemeOf(changes)).toMatchObject(scheme);
	});

	it('has a refresh and a call to ask with only where the form says so', () => {
		expect(Object.keys(schemeOf({}))).not.toEqual(expect.arrayContaining(['refresh']));
		expect(Object.keys(schemeOf({}))).not.toEqual(expect.arrayContaining(['probe']));
		const { probe } = schemeOf({ testPath: '/account' });
		const token = tokenWith({ value: 'the-token' });
		expect(probe?.({}, token)).toMatchObject({
			url: 'https://api.example.com/account',
			headers: { Authorization: 'Bearer the-token' },
		});
	});

	it.each([
		[{}, { access_token: 'a', expires_in: 60 }, { value: 'a', lifeInMs: 60_000 }],
		[
			{ tokenPlace: 'data.t', tokenExpiryField: 'data.e', tokenEnds: 'at-ms' },
			{ data: { t: 'a', e: 5 } },
			{ value: 'a', endsAtInMs: 5 },
		],
		[{ tokenEnds: 'fixed', tokenLife: 9 }, { access_token: 'a' }, { value: 'a', lifeInMs: 9_000 }],
		[
			{ tokenRefusedField: 'code', tokenRefusedValues: '7, 8' },
			{ code: 8, access_token: 'a', expires_in: 60 },
			undefined,
		],
		[
			{ useRefreshToken: true, refreshTokenField: 'r' },
			{ access_token: 'a', expires_in: 60, r: 'b' },
			{ value: 'a', lifeInMs: 60_000, refreshToken: 'b' },
		],
	])('with %j the answer %j is %j', (changes, json, grant) => {
		const { readGrant } = schemeOf(changes).tokenRequest({});
		expect(readGrant(json, { headers: {}, text: '' })).toEqual(grant);
	});

	it.each([
		[{}, { status: 401, body: {} }, true],
		[{}, { status: 403, body: {} }, false],
		[{ tokenRefusedStatuses: '403' }, { status: 403, body: {} }, true],
		[{ tokenRefusedStatuses: '403' }, { status: 401, body: {} }, false],
		[
			{ tokenRefusedField: 'error.code', tokenRefusedValues: '1010,1011' },
			{ status: 200, body: { error: { code: 1011 } } },
			true,
		],
		[{ getToken: false, signedText: 'x' }, { status: 401, body: {} }, false],
	])('with %j the answer %j refuses it: %s', (changes, answer, isRefused) => {
		const additions = entries({ place: 'header', name: 'X', value: '{id}' });
		const form = 'getToken' in changes ? { ...changes, signedText: '', additions } : changes;
		expect(isTokenRefusedBy({ ...CUSTOM, ...form }, answer)).toBe(isRefused);
	});

	it('names the fields to check where there is none', () => {
		expect(schemeOf({}).tokenRequest({}).fields).toBe('ID, Secret and Token URL');
		const { refresh } = schemeOf({ useRefreshToken: true });
		expect(refresh?.request({}, 'r', undefined).fields).toBe(
			'Refresh Token, which may be used up, ID, Secret and Token URL',
		);
	});
});

describe('a refresh', () => {
	it('is like the request for a token, with its own fields, on its own path', () => {
		const { refresh } = schemeOf({
			useRefreshToken: true,
			tokenUrl: 'https://auth.example.com/token',
			refreshPath: '/refresh',
		});
		const { options, secrets } = refresh!.request({}, 'the-newest', undefined);
		expect(options.url).toBe('https://auth.example.com/refresh');
		expect(String(options.body)).toBe(
			`grant_type=refresh_token&refresh_token=the-newest&client_id=the-id&client_secret=${SECRET}`,
		);
		expect(secrets).toEqual(expect.arrayContaining([SECRET, 'the-newest']));
	});
});

describe('a request with a token', () => {
	it('carries it, without a signature where nothing is to be signed', async () => {
		const credentials = withToken(CUSTOM, 'the-token');
		const { headers } = await authenticate(credentials, { url: '/orders' });
		expect(headers).toEqual({ Authorization: 'Bearer the-token' });
		expect(secretsOf(credentials)).toEqual(expect.arrayContaining([SECRET, 'the-token']));
	});

	it('is signed over it where the partner wants that', async () => {
		const additions = entries({ place: 'header', name: 'X', value: '{signature}' });
		const signing = { ...CUSTOM, signedText: '{method}:{token}', additions };
		const { headers } = await authenticate(withToken(signing, 'the-token'), { url: '/orders' });
		expect(headers).toEqual({ X: HmacSHA256('GET:the-token', SECRET).toString() });
	});

	it('is not sent without one', async () => {
		await expect(authenticate({ ...CUSTOM, id: 'new' }, { url: '/orders' })).rejects.toThrow(
			'No valid access token for api.example.com at hand',
		);
	});
});

it.each([
	[{ tokenUrl: '' }, 'Token URL is missing'],
	[
		{ tokenUrl: 'oauth' },
		'Token URL must be a path with one slash in front, or begin with https://',
	],
	[{ tokenUrl: '//a.example.com' }, /^Token URL must be a path with one slash/],
	[{ tokenUrl: 'http://auth.example.com/t' }, 'Token URL must begin with https://'],
	[{ tokenUrl: 'https://u:p@auth.example.com/t' }, 'Token URL is not a valid address'],
	[{ tokenFields: entries({ name: 'a', value: '{b' }) }, /^Token Fields, entry 1\.value: a brace/],
	[{ tokenFields: entries({ name: '', value: 'b' }) }, 'Token Fields, entry 1.name is missing'],
	[{ tokenMethod: 'GET' }, 'Token Fields, entry 1: a request of this method has no body'],
	[{ tokenSendAs: 'xml' }, 'Send Token Fields As: "xml" is not known'],
	[{ tokenEnds: 'soon' }, 'Token Ends: "soon" is not known'],
	[{ tokenEnds: 'fixed', tokenLife: 'x' }, /^Token Life \(Seconds\) must be a whole number/],
	[{ tokenLimit: -1 }, /^Token Limit must be a whole number/],
	[{ tokenRefusedStatuses: '401, x' }, /^Statuses of a Refused Token\[1\] must be a whole number/],
	[{ tokenRefusedField: 'code' }, 'Values of a Refused Token is missing'],
	[
		{ useRefreshToken: true, refreshFields: entries({ name: 'a', value: 'b' }) },
		'Refresh Fields: the refresh token would not be sent',
	],
	[
		{ signTokenRequest: true, tokenSteps: entries({ name: 'a', algorithm: 'x', text: '' }) },
		'Token Signatures, entry 1.alg: "x" is not known',
	],
	[{ getToken: 'perhaps' }, 'Get a Token First must be true or false'],
	[
		{ additions: entries({ name: 'X', value: '1' }) },
		'Add to Each Request: the token would not be sent',
	],
])('with %j the error names the field', (changes, message) => {
	const { message: told } = refusalOf(() => requested(changes));
	if (typeof message === 'string') expect(told).toBe(message);
	else expect(told).toMatch(message);
});

it('a recipe from elsewhere can send the secrets nowhere but where their owner says', () => {
	const recipe = {
		token: {
			request: { path: '/{where}', add: [{ in: 'basic', name: '{id}', value: '{secret}' }] },
		},
		add: [{ in: 'header', name: 'A', value: '{token}' }],
	};
	const values = (value: string) => entries({ name: 'where', value, mayBeSent: true });
	for (const where of [
		'/evil.example.com',
		'\\evil.example.com',
		'@evil.example.com/',
		'..//evil',
	]) {
		const { options } = schemeOf({
			scheme: 'json',
			recipe: JSON.stringify(recipe),
			tokenUrl: '',
			values: values(where),
		}).tokenRequest({});
		expect(new URL(options.url).origin).toBe('https://api.example.com');
	}
});
