import { valueAt } from '../../credentials/auth/json';
import type { TokenAnswerSettings } from '../../credentials/recipe/token';
import { grantIn, isOutsideOfJson, isRefusedIn } from '../../credentials/recipe/token-grant';

const ONE_YEAR_IN_MS = 365 * 24 * 3_600_000;
const jwtWith = (claims: object) =>
	['{"alg":"none"}', JSON.stringify(claims), 'x']
		.map((part) => Buffer.from(part).toString('base64url'))
		.join('.');

const granted = (
	settings: TokenAnswerSettings,
	json: object,
	rest: { headers?: Record<string, unknown>; text?: string } = {},
	hasRefresh = false,
) =>
	grantIn(
		{ json: json as Record<string, unknown>, headers: {}, text: JSON.stringify(json), ...rest },
		settings,
		hasRefresh,
	);

describe('where the token is', () => {
	it.each<[string, TokenAnswerSettings, object, object, string | undefined]>([
		['in access_token, as a rule', {}, { access_token: 'a', expires_in: 1 }, {}, 'a'],
		['deeper', { token: 'data.list.1.token' }, { data: { list: [0, { token: 'a' }] } }, {}, 'a'],
		['under a name with a dot', { token: '.token' }, { '.token': 'a' }, {}, 'a'],
		['as a number', { token: 't' }, { t: 12 }, {}, '12'],
		['in a header', { token: 'header:X-Token' }, {}, { headers: { 'x-token': ' a ' } }, 'a'],
		['in the whole body', { token: 'body' }, {}, { text: 'a.b-c\n' }, 'a.b-c'],
		['in the whole body, a JSON text', { token: 'body' }, {}, { text: '"a"' }, 'a'],
		['nowhere', {}, { token: 'a' }, {}, undefined],
		['in an object', { token: 'data' }, { data: { a: 1 } }, {}, undefined],
		['in a member that is empty', { token: 't' }, { t: '' }, {}, undefined],
		['in a body that is a sentence', { token: 'body' }, {}, { text: 'wrong secret' }, undefined],
		['in a header that is not there', { token: 'header:x' }, {}, {}, undefined],
		['with a line break', { token: 't' }, { t: 'a\nb' }, {}, undefined],
	])('%s', (_, settings, json, rest, value) => {
		expect(granted({ life: 1, ...settings }, json, rest)?.value).toBe(value);
	});

	it('decides whether the answer must be JSON', () => {
		expect(['a.b', 'body', 'header:X'].map((token) => isOutsideOfJson({ token }))).toEqual([
			false,
			true,
			true,
		]);
	});
});

describe('when the token ends', () => {
	const at = Date.UTC(2026, 0, 31, 12, 30);

	it.each<[string, TokenAnswerSettings, object, object]>([
		['in seconds, as a rule', {}, { expires_in: 60 }, { lifeInMs: 60_000 }],
		['in seconds, as text', {}, { expires_in: '54000' }, { lifeInMs: 54_000_000 }],
		['in milliseconds', { unit: 'ms', expires: 'e' }, { e: 60_000 }, { lifeInMs: 60_000 }],
		['at a second', { unit: 'at-s', expires: 'e' }, { e: at / 1_000 }, { endsAtInMs: at }],
		['at a millisecond', { unit: 'at-ms', expires: 'd.e' }, { d: { e: at } }, { endsAtInMs: at }],
		...[
			['2026-01-31T12:30:00Z'],
			['2026-01-31T19:30:00+07:00'],
			['2026-01-31T19:30:00.000+0700'],
			['2026-01-31 12:30:00'],
			['2026-01-31T12:30'],
			['2026-01-31T12:30:00.0000000Z'],
			['Sat, 31 Jan 2026 12:30:00 GMT'],
		].map(([e]): [string, TokenAnswerSettings, object, object] => [
			`at ${e}`,
			{ unit: 'iso', expires: 'e' },
			{ e },
			{ endsAtInMs: at },
		]),
		['after a fixed time', { life: 3_600 }, { expires_in: 1 }, { lifeInMs: 3_600_000 }],
		['never', { unit: 'never' }, {}, { lifeInMs: ONE_YEAR_IN_MS }],
		['as it says, or', { expires: 'e', life: 60 }, { e: 30 }, { lifeInMs: 30_000 }],
		['where it does not, after a fixed time', { expires: 'e', life: 60 }, {}, { lifeInMs: 60_000 }],
		['unknown', {}, {}, { lifeInMs: NaN }],
		['unknown, as it is a word', { unit: 'iso', expires: 'e' }, { e: 'soon' }, { endsAtInMs: NaN }],
	])('%s', (_, settings, json, end) => {
		expect(granted(settings, { access_token: 'a', ...json })).toEqual({ value: 'a', ...end });
	});

	it.each([
		[jwtWith({ exp: at / 1_000 }), {}, { endsAtInMs: at }],
		[jwtWith({}), { life: 60 }, { lifeInMs: 60_000 }],
		['no-jwt', { life: 60 }, { lifeInMs: 60_000 }],
		['no-jwt', {}, { endsAtInMs: NaN }],
	])('as the JWT %s says', (token, settings, end) => {
		const found = granted({ unit: 'jwt', ...settings }, { access_token: token });
		expect(found).toEqual({ value: token, ...end });
	});
});

it('a refresh token is read only where it is used', () => {
	const json = { access_token: 'a', expires_in: 1, refresh_token: 'r', d: { r: 'deep' } };
	expect(granted({}, json)).not.toHaveProperty('refreshToken');
	expect(granted({}, json, {}, true)?.refreshToken).toBe('r');
	expect(granted({ refreshToken: 'd.r' }, json, {}, true)?.refreshToken).toBe('deep');
	expect(granted({ refreshToken: 'x' }, json, {}, true)).not.toHaveProperty('refreshToken');
});

it.each([
	[{ code: 1010 }, true],
	[{ code: '1010' }, true],
	['{"code":1010}', true],
	[{ code: 0 }, false],
	[{ code: { 1010: 1 } }, false],
	[{}, false],
	['1010', false],
	[null, false],
])('the body %j refuses the token: %s', (body, isRefused) => {
	expect(isRefusedIn(body, { path: 'code', values: ['1010', '1011'] })).toBe(isRefused);
});

it('nothing is refused in a body that nobody looks into', () => {
	expect(isRefusedIn({ undefined: 'x' })).toBe(false);
});

it.each([
	['a', 1],
	['b.c', 2],
	['b.d.e', 3],
	['b.d', undefined],
	['f.0.g', 4],
	['toString', undefined],
	['b.constructor', undefined],
	['a.b', undefined],
	['', undefined],
])('the member %s is %s', (path, value) => {
	expect(valueAt({ a: 1, b: { c: 2, 'd.e': 3 }, f: [{ g: 4 }] }, path)).toBe(value);
});
