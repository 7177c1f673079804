import { checkJwt, hmacHex, readBasic } from './digest';
import { signatureOf } from './netzme';
import { hmac, jwt } from './testing';

describe('the known answers', () => {
	it.each([
		['YOUR_API_KEY', 'YOUR_API_SECRET', 'WU9VUl9BUElfS0VZOllPVVJfQVBJX1NFQ1JFVA=='],
		[
			'LAGERMAN',
			'87ba874b8a5049beadc9710984606715',
			'TEFHRVJNQU46ODdiYTg3NGI4YTUwNDliZWFkYzk3MTA5ODQ2MDY3MTU=',
		],
		[
			'MYPRODUCT',
			'abc123def456ghi789jkl012mno345pq',
			'TVlQUk9EVUNUOmFiYzEyM2RlZjQ1NmdoaTc4OWprbDAxMm1ubzM0NXBx',
		],
		['your_key', 'your_secret', 'eW91cl9rZXk6eW91cl9zZWNyZXQ='],
		['random@domain.com', 'john123', 'cmFuZG9tQGRvbWFpbi5jb206am9objEyMw=='],
	])('Basic of %s', (user, password, encoded) => {
		expect(readBasic(`Basic ${encoded}`)).toEqual({ user, password });
	});

	it.each([
		[
			'GET',
			'/api/aggregator/merchant/qr/balance/detail?userId=M_pXAFWzCg',
			'',
			'cbf99c2f6d5d65b582035a4dee21e67b82a5226f7d9eb7768450d085eac31eb6',
		],
		[
			'POST',
			'/api/aggregator/merchant/qr/withdraw/inquiry',
			'{"requestId":"aggregator20210409144959687","type":"withdraw_inquiry","body":{"userId":"M_czBSCDVY"}}',
			'12d5263203bbfedc8b6416fe34c00933f671d8a2acc30def89e87bf2f4b7365b',
		],
	])('Netzme signature of a %s', (method, url, body, signature) => {
		const authorization = 'Bearer cafebface38fe374af5bcf7579a711658585012507d409eebb74f33fa4684711';
		const call = { method, url, body: Buffer.from(body) };
		expect(signatureOf(call, authorization, '1615190625765', 'MaREaULkzAUTAFYg')).toBe(signature);
	});

	it.each([
		[
			'your-256-bit-secret',
			'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyZWZlcmVuY2UiOiJwdXJjaGFzZV9yZWZlcmVuY2UiLCJjcmVhdGVkIjoiMjAyMC0wOS0xNyAxNTowMDowMi4wNTIxNzciLCJ0cmFuc2Zlcl9vcmRlcl9pdGVtX3VpZCI6InRyaV9mYXNka2ZpYXNmc2QyMzRuZnM3ZjVkIiwiYW1vdW50X2NlbnRzIjoxMDAwMH0.6ZhlvdcPgjwwBfxCrRpzaBGoRxTCoqtWJzFhB8pw4Ys',
			{ reference: 'purchase_reference', amount_cents: 10000 },
		],
		[
			'secret',
			'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyZWZlcmVuY2UiOiJwdXJjaGFzZV9yZWZlcmVuY2UiLCJwdXJjaGFzZV9zdGF0ZSI6IlBSSU1BUllfS08iLCJwdXJjaGFzZV91aWQiOiJwdXJfNmM0OGQ0MmItZjI5Yi00Zjg0LWJlZTgtM2NiMmI5NjRiNjAwIn0.375q0I_1Z8ZExa6aFwOvHdFvx4HTfpE-lbcHYlQ2nGs',
			{ purchase_state: 'PRIMARY_KO' },
		],
		[
			'SECRET',
			'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJkYXRhIjp7Im1lcmNoYW50VWlkIjoibWVyX3Rlc3QiLCJ0aXRsZSI6Ik9yZGVyIMOpIDEiLCJyZWZlcmVuY2UiOiJvcmRlcl8xIiwiYW1vdW50Q2VudHMiOjIwMDAsImVtYWlsIjoiYnV5ZXJAZXhhbXBsZS5jb20ifX0.xixZ9j-hxiztF7sXXsT-SiT3X8Jj8ao8FDBaX7Hcf3I',
			{ data: expect.objectContaining({ title: 'Order é 1', amountCents: 2000 }) },
		],
	])('Pledg JWT with %s', (secret, token, part) => {
		expect(checkJwt(token, secret, Date.now())).toEqual({ payload: expect.objectContaining(part) });
	});

	it.each(['Basic YTpi\n', 'Basic YTpi ', 'Basic YTo', 'Basic YWI=', 'basic YTpi', 'YTpi'])(
		'is no Basic: %j',
		(header) => expect(readBasic(header)).toBeUndefined(),
	);

	it('Basic is canonical: the bits behind the last byte are zero', () => {
		expect(readBasic('Basic YTo=')).toEqual({ user: 'a', password: '' });
		expect(readBasic('Basic YTp=')).toBeUndefined();
	});

	it('HMAC agrees with another implementation over arbitrary bytes', () => {
		const bytes = Buffer.from(Array.from({ length: 300 }, (_, at) => at % 256));
		expect(hmacHex(Buffer.from('ключ'), bytes)).toBe(hmac('ключ', bytes));
	});
});

describe('checking a JWT', () => {
	const payload = { data: { amount: 1 } };
	const now = 1_700_000_000_000;
	const at = now / 1000;
	const check = (token: string) => checkJwt(token, 'key', now);

	it.each([
		['another secret', jwt(payload, 'kez')],
		['alg none', `${jwt(payload, 'key', { typ: 'JWT', alg: 'none' }).split('.', 2).join('.')}.`],
		['another alg', jwt(payload, 'key', { typ: 'JWT', alg: 'HS512' })],
		['no typ', jwt(payload, 'key', { alg: 'HS256' })],
		['a padded signature', `${jwt(payload, 'key')}=`],
		['a payload that is no object', jwt([1], 'key')],
		['two parts', 'a.b'],
	])('refuses %s', (_what, token) => expect(check(token)).toEqual({ problem: 'signature' }));

	it('honours exp and iat', () => {
		expect(check(jwt({ exp: at - 1 }, 'key'))).toEqual({ problem: 'time' });
		expect(check(jwt({ iat: at + 120 }, 'key'))).toEqual({ problem: 'time' });
		expect(check(jwt({ exp: at + 1, iat: at }, 'key'))).toHaveProperty('payload');
	});
});
