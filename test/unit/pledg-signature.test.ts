import type { RequestOptions } from '../../credentials/auth/outgoing-request';
import { signatureLifeInSeconds, withSignature } from '../../credentials/pledg/signature';
import { openJwt } from './reference';
import { refusalOf } from './refusal';

const ORIGIN = 'https://back.example.com';
const NOW = 1_700_000_000;
const PURCHASE = { data: { merchantUid: 'mer_1', title: 'Bücher é', amountCents: 2000 } };

const sign = (options: RequestOptions) =>
	withSignature(options, ORIGIN, 'SECRET', 600) as RequestOptions;

/** The claims that Pledg reads out of a signed request. */
function claimsOf(options: RequestOptions) {
	const { searchParams } = new URL(options.url ?? options.uri ?? '');
	return JSON.parse(
		openJwt(searchParams.get('signature') ?? '', 'SECRET')?.payload ?? 'null',
	) as unknown;
}

beforeEach(() => jest.useFakeTimers({ now: NOW * 1000 + 999 }));
afterEach(() => jest.useRealTimers());

describe('a signed Pledg request', () => {
	it.each<[string, RequestOptions]>([
		['an object', { url: '/api/purchase_link/', method: 'POST', body: PURCHASE }],
		['text', { url: '/api/purchase_link/', method: 'POST', body: JSON.stringify(PURCHASE) }],
		[
			'bytes',
			{ url: '/api/purchase_link/', method: 'POST', body: Buffer.from(JSON.stringify(PURCHASE)) },
		],
		['the older shape', { uri: '/api/purchase_link/', method: 'POST', body: PURCHASE, json: true }],
	])('carries its body as JWT and not as body: %s', (_what, options) => {
		const signed = sign({ ...options, headers: { 'content-type': 'application/json' } });
		expect(claimsOf(signed)).toEqual({ iat: NOW, exp: NOW + 600, ...PURCHASE });
		expect(signed.body).toBeUndefined();
		expect(signed.headers).toEqual({});
	});

	it('keeps the path and the rest of the query', () => {
		const signed = sign({
			url: '/api/purchase_link/?lang=fr',
			method: 'POST',
			qs: { a: 'b' },
			body: PURCHASE,
		});
		const { pathname, searchParams } = new URL(signed.url ?? '');
		expect(pathname).toBe('/api/purchase_link/');
		expect([...searchParams.keys()]).toEqual(['lang', 'a', 'signature']);
	});

	it('keeps the times that its body names', () => {
		const own = { ...PURCHASE, iat: 1, exp: 2 };
		expect(claimsOf(sign({ url: '/', method: 'POST', body: own }))).toEqual(own);
	});

	it('has a fresh time, and one signature, when n8n authenticates it again', () => {
		const first = sign({ url: '/api/purchase_link/', method: 'POST', body: PURCHASE });
		jest.advanceTimersByTime(5000);
		const again = sign(first);
		expect(claimsOf(again)).toEqual({ iat: NOW + 5, exp: NOW + 605, ...PURCHASE });
		expect(new URL(again.url ?? '').searchParams.getAll('signature')).toHaveLength(1);
	});

	it.each<[string, RequestOptions]>([
		['no body', {}],
		['text', { body: 'abc' }],
		['a list', { body: [1] }],
		['JSON null', { body: 'null' }],
		[
			'a form',
			{ body: { a: 1 }, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
		],
	])('is refused with %s', (_what, options) => {
		expect(refusalOf(() => sign({ url: '/', method: 'POST', ...options }))).toEqual({
			message: 'A signed Pledg request needs a JSON object as body',
			description: expect.stringContaining('Nothing was sent.'),
		});
	});
});

describe('the lifetime of a signature', () => {
	it.each([
		[3600, 3600],
		['600', 600],
		[' 600\n', 600],
		[1, 1],
		[undefined, 3600],
		[null, 3600],
		['', 3600],
	])('%p is %i seconds', (typed, seconds) => expect(signatureLifeInSeconds(typed)).toBe(seconds));

	it.each([0, -1, 1.5, NaN, Infinity, 1e21, '0x10', '1e3', '12.', '+5', '1 000', true, [60], {}])(
		'%p is refused by name: no other lifetime stands in',
		(typed) =>
			expect(refusalOf(() => signatureLifeInSeconds(typed))).toEqual({
				message: 'Signature Lifetime (Seconds) must be a whole number of at least 1',
				description: expect.stringContaining('Open the credential'),
			}),
	);
});
