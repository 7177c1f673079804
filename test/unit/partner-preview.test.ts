import { generateKeyPairSync } from 'node:crypto';
import { HmacSHA256, SHA256 } from 'crypto-js';
import { preview } from '../../credentials/partner/dry-run/preview';
import type { Draft } from '../../credentials/partner/dry-run/trial';
import { visibly } from '../../credentials/partner/dry-run/visible';
import type { Recipe } from '../../credentials/recipe/recipe';
import { EXAMPLES, secretsOf } from '../vectors/published';
import { inN8n } from './dry-run-examples';
import { refusalOf } from './refusal';

const NOW = 1_700_000_000_000;
const SECRET = 'a-secret-of-mine';
const HEADER = { in: 'header', name: 'X-Signature', value: '{signature}' } as const;

function previewed(
	recipe: Recipe,
	{ data = {}, ...changes }: Partial<Draft> & { data?: object } = {},
	options: Draft['options'] = {},
) {
	return preview(
		{
			scheme: 'json',
			baseUrl: 'https://api.example.com',
			id: 'the-id',
			secret: SECRET,
			recipe: JSON.stringify({ add: [HEADER], ...recipe }),
			...data,
		},
		{
			options: { method: 'POST', url: '/v1/orders?b=2', body: '{"x":1}', ...options },
			typed: { path: '/v1/orders?b=2' },
			nowInMs: NOW,
			nonce: 'n0nce',
			...changes,
		},
	);
}

const oneStep = (step: object): Recipe => ({
	steps: [{ name: 'signature', alg: 'hmac-sha256', key: '{secret}', text: '{body}', ...step }],
});

describe('a preview', () => {
	it('shows each step and the request as it would leave', () => {
		const { method, ...headers } = { method: 'POST', 'X-Mine': 'y' };
		const shown = previewed(
			{
				time: { format: 's' },
				steps: [
					{ name: 'digest', alg: 'hash-sha256', text: '{body}' },
					{
						name: 'signature',
						alg: 'hmac-sha256',
						key: '{secret}',
						text: '{method}\\n{path}\\n{timestamp}\\t{nonce} {digest} ',
					},
				],
				add: [{ in: 'header', name: 'X-Time', value: '{timestamp}' }, HEADER],
			},
			{},
			{ headers, method: method as 'POST' },
		);
		const digest = SHA256('{"x":1}').toString();
		const text = `POST\n/v1/orders\n1700000000\tn0nce ${digest} `;
		const signature = HmacSHA256(text, SECRET).toString();
		expect(shown).toEqual({
			steps: [
				{
					name: 'digest',
					algorithm: 'hash-sha256',
					text: '{"x":1}',
					bytes: 7,
					key: '',
					result: digest,
				},
				{
					name: 'signature',
					algorithm: 'hmac-sha256',
					text: `POST␊/v1/orders␊1700000000␉n0nce ${digest}␠`,
					bytes: text.length,
					key: '{secret}: text, 16 bytes',
					result: signature,
				},
			],
			request: {
				method: 'POST',
				url: 'https://api.example.com/v1/orders?b=2',
				headers: {
					'X-Mine': 'y',
					'Content-Type': 'application/json',
					'X-Time': '1700000000',
					'X-Signature': signature,
				},
				body: '{"x":1}',
			},
			warnings: [],
			time: '2023-11-14T22:13:20.000Z',
			nonce: 'n0nce',
		});
	});

	it('takes the time and a nonce of its own where none is given', () => {
		const { time, nonce } = previewed(oneStep({}), { nowInMs: undefined, nonce: undefined });
		expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(60_000);
		expect(nonce).toMatch(/^[\da-f]{32}$/);
	});

	it('is of another host where the example is', () => {
		const { request } = previewed(oneStep({}), { origin: 'http://photos.example.net' });
		expect(request.url).toBe('http://photos.example.net/v1/orders?b=2');
	});

	it.each(EXAMPLES)('of $id shows its signature and no secret', (example) => {
		const { credentials, draft } = inN8n(example);
		const shown = preview(credentials, draft);
		expect(shown.steps.map(({ result }) => result)).toContain(example.expected.signature);
		const everything = JSON.stringify(shown);
		const secrets = secretsOf(example.inputs.values).flatMap((secret) => [
			JSON.stringify(secret).slice(1, -1),
			encodeURIComponent(secret),
			Buffer.from(secret).toString('base64'),
			Buffer.from(secret).toString('hex'),
		]);
		const long = secrets.filter(({ length }) => length > 8);
		expect(long.filter((secret) => everything.includes(secret))).toEqual([]);
	});

	it('names the field that is wrong', () => {
		expect(refusalOf(() => previewed(oneStep({}), { data: { secret: '' } })).message).toBe(
			'steps[0].key ({secret}) is empty',
		);
		expect(refusalOf(() => previewed(oneStep({}), { data: { baseUrl: '' } })).message).toBe(
			'Base URL is empty',
		);
		const custom = { scheme: 'custom', signingKey: '{secret}', signedText: '{secrt}' };
		expect(refusalOf(() => previewed({}, { data: custom })).message).toBe(
			'Text to Sign: there is no value "secrt"',
		);
	});
});

describe('what may be sent and not seen', () => {
	const PASSWORD = 'f00dFACEf00dFACEf00dFACE';
	const values = { entry: [{ name: 'pass', value: PASSWORD, mayBeSent: true }] };

	it.each([
		['as it is', '{pass}', '***'],
		['escaped', '{pass|url}', '%2A%2A%2A'],
		['in Base64', '{pass|base64}', btoa('***')],
		['in upper case', '{pass|upper}', '***'],
		['in hex', '{pass|hex}', '2a2a2a'],
		['in a text in Base64', '{both|base64}', btoa('the-id:***')],
		['in a text of a text', '{again|base64url}', btoa('the-id:***').replace(/=+$/, '')],
		['in the query', '{query|base64}', btoa('b=2&q=%2A%2A%2A')],
		['decoded', '{pass|unhex|hex}', 'a'.repeat(24)],
	])('is masked %s', (_what, value, shown) => {
		const { steps, request } = previewed(
			{
				steps: [
					{ name: 'both', alg: 'text', text: '{id}:{pass}' },
					{ name: 'again', alg: 'text', text: '{both}' },
					{ name: 'signature', alg: 'hmac-sha256', key: '{secret}', text: '{pass}{body}' },
				],
				add: [
					HEADER,
					{ in: 'query', name: 'q', value: '{pass}' },
					{ in: 'header', name: 'X-Pass', value: `Own ${value}` },
				],
			},
			{ data: { values } },
		);
		expect(request.headers['X-Pass']).toBe(`Own ${shown}`);
		const signed = HmacSHA256(`${PASSWORD}{"x":1}`, SECRET).toString();
		expect(request.headers['X-Signature']).toBe(signed);
		const everything = JSON.stringify([steps, request]);
		for (const written of [
			PASSWORD,
			PASSWORD.toUpperCase(),
			...(['base64', 'hex'] as const).map((way) => Buffer.from(PASSWORD).toString(way)),
			Buffer.from(`the-id:${PASSWORD}`).toString('base64'),
		]) {
			expect(everything).not.toContain(written);
		}
	});

	it('is masked where it is short', () => {
		const { steps, request } = previewed(
			{
				...oneStep({ text: '{pass}{body}' }),
				add: [HEADER, { in: 'header', name: 'X-Pass', value: '{pass}' }],
			},
			{ data: { values: { entry: [{ name: 'pass', value: 'abc', mayBeSent: true }] } } },
		);
		expect([request.headers['X-Pass'], steps[0].text]).toEqual(['***', '***{"x":1}']);
		expect(steps[0]).toMatchObject({
			bytes: 10,
			result: HmacSHA256('abc{"x":1}', SECRET).toString(),
		});
	});

	it('is masked in a JWT, which everybody can read', () => {
		const shown = (text: string) =>
			previewed(
				{
					steps: [{ name: 'jwt', alg: 'jwt-HS256', key: '{secret}', text }],
					add: [{ in: 'header', name: 'Authorization', value: 'Bearer {jwt}' }],
				},
				{ data: { values } },
			);
		const { request, steps } = shown('{"sub":"{id}","pass":"{pass}"}');
		expect(steps[0]).toMatchObject({ text: '{"sub":"the-id","pass":"***"}' });
		expect(request.headers.Authorization).toMatch(/^Bearer \*\*\*\.\*\*\*\.[\w-]{43}$/);
		expect(shown('{"sub":"{id}"}').request.headers.Authorization).toMatch(
			/^Bearer (eyJ[\w-]+\.){2}[\w-]{43}$/,
		);
	});

	it('is masked where it is the token', () => {
		const token = 'eyJ-the-token-of-mine';
		const { steps, request } = previewed(
			{
				...oneStep({ text: '{token}{body}' }),
				add: [HEADER, { in: 'header', name: 'Authorization', value: 'Bearer {token}' }],
			},
			{ token },
		);
		expect(request.headers.Authorization).toBe('Bearer ***');
		expect(steps[0].result).toBe(HmacSHA256(`${token}{"x":1}`, SECRET).toString());
		expect(JSON.stringify([steps, request])).not.toContain(token);
	});
});

describe('the kind of a key', () => {
	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
	const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
	const ed = generateKeyPairSync('ed25519').privateKey;
	const pem = (key: typeof rsa) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

	it.each([
		['hmac-sha256', { keyEncoding: 'base64' }, { secret: 'AAAAAAAA' }, '{secret}: Base64, 6 bytes'],
		['hmac-sha256', { keyEncoding: 'hex' }, { secret: '00ff' }, '{secret}: hex, 2 bytes'],
		['jwt-HS256', {}, { secret: 'käse' }, '{secret}: text, 5 bytes'],
		[
			'rsa-sha256',
			{ key: '{privateKey}' },
			{ privateKey: pem(rsa) },
			'{privateKey}: RSA, 2048 bits',
		],
		[
			'jwt-RS256',
			{ key: '{privateKey}' },
			{ privateKey: pem(rsa) },
			'{privateKey}: RSA, 2048 bits',
		],
		[
			'ecdsa-der-sha384',
			{ key: '{privateKey}' },
			{ privateKey: pem(ec) },
			'{privateKey}: elliptic curve P-384',
		],
		['ed25519', { key: '{privateKey}' }, { privateKey: pem(ed) }, '{privateKey}: Ed25519'],
	])('%s %j', (alg, step, data, key) => {
		expect(previewed(oneStep({ alg, ...step }), { data }).steps[0].key).toBe(key);
	});

	it('of a derived key is its length', () => {
		const { steps } = previewed({
			steps: [
				{ name: 'derived', alg: 'hmac-sha256', key: '{secret}', text: 'x', output: 'raw' },
				{ name: 'signature', alg: 'hmac-sha256', key: '{derived|raw}', text: '{body}' },
			],
		});
		expect(steps.map(({ key, result }) => [key, result.length])).toEqual([
			['{secret}: text, 16 bytes', 3],
			['{derived|raw}: 32 bytes', 64],
		]);
	});
});

describe('a warning', () => {
	const warnings = (recipe: Recipe, changes: Parameters<typeof previewed>[1] = {}) =>
		previewed(recipe, changes).warnings;

	it.each<[string, Recipe, Parameters<typeof previewed>[1], string]>([
		[
			'a line break behind a secret',
			oneStep({}),
			{ data: { secret: `${SECRET}\n` } },
			'The value {secret} has white space or a line break at an end.',
		],
		[
			'a space in front of a further value',
			oneStep({}),
			{ data: { values: { entry: [{ name: 'salt', value: ' x' }] } } },
			'The value {salt} has white space or a line break at an end.',
		],
		[
			'a key that looks like hex',
			oneStep({}),
			{ data: { secret: '0123456789abcdef0123456789abcdef' } },
			'Step signature: the key {secret} looks like hex, and is used as text.',
		],
		[
			'a key that looks like Base64',
			oneStep({}),
			{ data: { secret: 'kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow' } },
			'Step signature: the key {secret} looks like Base64, and is used as text.',
		],
		[
			'a key that looks like PEM',
			oneStep({ key: '{privateKey}' }),
			{ data: { privateKey: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' } },
			'Step signature: the key {privateKey} looks like PEM, and hmac-sha256 uses it as text.',
		],
		[
			'a body that is sent otherwise than typed',
			oneStep({}),
			{ typed: { path: '/v1/orders', body: '{ "x": 1 }' } },
			'The body is sent otherwise than typed',
		],
		[
			'a path that is sent otherwise than typed',
			oneStep({}),
			{ typed: { path: '/v1/örders' } },
			'The path is sent otherwise than typed',
		],
		[
			'a token that is not known',
			oneStep({ text: '{token}{body}' }),
			{ showsToken: true },
			'The word TOKEN stands for the token',
		],
		[
			'an empty token',
			oneStep({ text: '{?token}{token}{/token}{body}' }),
			{},
			'The recipe has a token, and Token is empty.',
		],
		[
			'a time without the milliseconds that are signed',
			oneStep({ text: '{timestamp}{body}' }),
			{ typed: { path: '/v1/orders', time: '1700000000' } },
			'Time is in seconds, and the recipe has milliseconds',
		],
		[
			'a masked value in another form',
			{
				...oneStep({}),
				add: [HEADER, { in: 'header', name: 'X-Token', value: '{token|base64}' }],
			},
			{ token: 'the-token-of-mine' },
			'The request carries a masked value in another form',
		],
		['a key that is not used', oneStep({ alg: 'hash-sha256' }), {}, 'steps[0].key is not used'],
		[
			'a recipe that signs nothing',
			{ add: [{ in: 'header', name: 'X-Key', value: '{id}' }] },
			{},
			'The recipe has no step: nothing is signed.',
		],
	])('is given for %s, once', (_what, recipe, changes, expected) => {
		const given = warnings(recipe, changes);
		expect(given).toEqual([expect.stringContaining(expected)]);
		const { secret = SECRET } = (changes?.data ?? {}) as { secret?: string };
		expect(given.join()).not.toContain(secret.trim());
	});

	it.each<[Recipe, string]>([
		[{ ...oneStep({ text: '{timestamp}{body}' }), time: { format: 's' } }, '1700000000'],
		[oneStep({ text: '{timestamp}{body}' }), '1700000000000'],
		[oneStep({}), '1700000000'],
	])('is not given for %j at %s', (recipe, time) => {
		expect(warnings(recipe, { typed: { path: '/v1/orders', time } })).toEqual([]);
	});

	it('shows a token that is not known by a word', () => {
		const { request } = previewed(
			{
				...oneStep({}),
				add: [HEADER, { in: 'header', name: 'Authorization', value: 'Bearer {token}' }],
			},
			{ showsToken: true },
		);
		expect(request.headers.Authorization).toBe('Bearer TOKEN');
	});
});

it.each([
	['a\nb\r\n', 'a␊b␍␊'],
	['a\tb\0c\x7f', 'a␉b␀c␡'],
	['  a b ', '␠␠a b␠'],
	['   ', '␠␠␠'],
	['a\u200bb\u00a0c', 'a⟨U+200B⟩b⟨U+00A0⟩c'],
	['Käse 😀', 'Käse 😀'],
	['', ''],
])('%j is shown as %s', (text, shown) => expect(visibly(text)).toBe(shown));
