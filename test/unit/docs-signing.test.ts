import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enc, HmacSHA256, SHA256 } from 'crypto-js';
import { basicAuthorization } from '../../credentials/auth/basic';
import { signJwt, verifyJwt } from '../../credentials/auth/jwt';
import { serialise } from '../../credentials/auth/outgoing-request';
import { hashedPin } from '../../credentials/netzme/pin';
import { signedHeaders } from '../../credentials/netzme/signature';
import { verifyNotification } from '../../credentials/pledg/notification';
import { purchaseSignature, withSignature } from '../../credentials/pledg/signature';
import { openJwt, referenceHmac } from './reference';

type Example = Record<string, string>;

const ORIGIN = 'https://api.example.com';
const PAGE = readFileSync(join(__dirname, '../../docs/signing.md'), 'utf8');
const ALL = [...PAGE.matchAll(/^```text\n([^]*?)\n```$/gm)];

/** The blocks under a heading of the page, as name and value of each line. */
function examples(heading: string): Example[] {
	const section = PAGE.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
	return [...section.matchAll(/^```text\n([^]*?)\n```$/gm)].map(([, block]) =>
		Object.fromEntries(
			block.split('\n').map((line) => {
				const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line)!;
				return [name, value];
			}),
		),
	);
}

const base64 = (text: string) => enc.Utf8.parse(text).toString(enc.Base64);
const base64url = (text: string) => enc.Utf8.parse(text).toString(enc.Base64url);

const basic = examples('Basic');
const netzme = examples('Netzme HMAC');
const pins = examples('Netzme PIN');
const jwts = examples('Pledg JWT');
const notifications = examples('Pledg notification (SHA-256)');

it('every block of the page is recomputed here', () => {
	const known = [basic, netzme, pins, jwts, notifications].map(({ length }) => length);
	expect(known).toEqual([4, 3, 1, 2, 1]);
	expect(known.reduce((sum, count) => sum + count)).toBe(ALL.length);
});

describe('Basic, as the page shows it', () => {
	it.each(basic)('$user', ({ user, password, joined, header }) => {
		expect(joined).toBe(`${user}:${password}`);
		expect(header).toBe(`Basic ${base64(joined)}`);
		expect(basicAuthorization(user, password)).toBe(header);
	});
});

describe('Netzme HMAC, as the page shows it', () => {
	afterEach(() => jest.useRealTimers());

	it.each(netzme)('$method $path', (example) => {
		const { method, path, body, key, canonical, signature } = example;
		const { authorization, 'client secret': clientSecret, 'request time': time } = example;
		expect(key).toBe(`${clientSecret}-${time}-${authorization}`);
		expect(canonical).toBe(
			`path=${path}&method=${method}&token=${authorization}&timestamp=${time}&body=${body}`,
		);
		expect(referenceHmac(key, canonical)).toBe(signature);

		jest.useFakeTimers({ now: Number(time) });
		const token = {
			value: authorization.replace('Bearer ', ''),
			issuedAt: 0,
			expiresAt: 0,
			owner: '',
			clockOffset: 0,
			mints: [],
		};
		const address = decodeURI(path);
		const outgoing = serialise({ method: method as 'GET', url: address, body }, ORIGIN);
		expect(outgoing.url.pathname + outgoing.url.search).toBe(path);
		expect(signedHeaders(outgoing, token, 'the client', clientSecret)).toMatchObject({
			Authorization: authorization,
			'Request-Time': time,
			Signature: signature,
		});
	});
});

describe('Netzme PIN, as the page shows it', () => {
	it.each(pins)('$key', ({ 'client ID': client, 'merchant ID': merchant, PIN, key, result }) => {
		expect(key).toBe(client + merchant);
		expect(HmacSHA256(PIN, key).toString(enc.Hex)).toBe(result);
		expect(hashedPin(client, merchant, PIN)).toBe(result);
	});
});

describe('Pledg JWT, as the page shows it', () => {
	it.each(jwts)('$claims', ({ secret, header, claims, token }) => {
		const signingInput = `${base64url(header)}.${base64url(claims)}`;
		const signature = HmacSHA256(signingInput, enc.Utf8.parse(secret)).toString(enc.Base64url);
		expect(token).toBe(`${signingInput}.${signature}`);
		expect(openJwt(token, secret)).toEqual({ header: JSON.parse(header), payload: claims });
		expect(verifyJwt(token, secret, 0)).toEqual({ claims: JSON.parse(claims) });
		if (header.startsWith('{"typ"')) expect(signJwt(claims, secret)).toBe(token);
	});

	it('of a purchase is made from the body, and is what a signed request carries', () => {
		const [{ secret, time, lifetime, body, token, claims }] = jwts;
		const now = Date.parse(time);
		expect(JSON.parse(claims)).toEqual({
			iat: now / 1000,
			exp: now / 1000 + Number(lifetime),
			...JSON.parse(body),
		});
		expect(purchaseSignature(JSON.parse(body), secret, Number(lifetime), now)).toBe(token);

		jest.useFakeTimers({ now });
		const request = { method: 'POST' as const, url: '/api/purchases', body };
		const { url, body: sent } = withSignature(request, ORIGIN, secret, Number(lifetime));
		jest.useRealTimers();
		expect(url).toBe(`${ORIGIN}/api/purchases?signature=${token}`);
		expect(sent).toBeUndefined();
	});

	it('of a notification proves the notification', () => {
		const [, { secret, token, claims }] = jwts;
		expect(verifyNotification(secret, { signature: token }, 0)).toMatchObject({
			verified: true,
			notification: JSON.parse(claims),
		});
	});
});

describe('Pledg notification, as the page shows it', () => {
	it.each(notifications)('$reference', ({ secret, joined, signature, ...fields }) => {
		const pairs = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
		expect(pairs).toEqual([...pairs].sort());
		expect(joined).toBe(pairs.join(secret));
		expect(SHA256(joined).toString(enc.Hex).toUpperCase()).toBe(signature);

		const verify = (extra: object) =>
			verifyNotification(secret, { ...fields, signature, ...extra }, 0);
		expect(verify({ metadata: { a: 1 } })).toEqual({
			kind: 'back',
			verified: true,
			notification: fields,
			unauthenticated: { metadata: { a: 1 } },
		});
		expect(verify({ status: 'changed' })).toEqual({ refusal: 'signature' });
	});
});
