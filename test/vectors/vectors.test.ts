import { basicAuthorization } from '../../credentials/auth/basic';
import { signJwt, verifyJwt } from '../../credentials/auth/jwt';
import { signedHeaders } from '../../credentials/netzme/signature';
import { verifyNotification } from '../../credentials/pledg/notification';
import { openJwt, referenceHmac } from '../unit/reference';
import basic from './basic.json';
import netzme from './netzme.json';
import pledg from './pledg.json';

describe('the published samples of Basic authentication', () => {
	it.each([...basic, ...pledg.basic.map((sample) => ({ provider: 'pledg', ...sample }))])(
		'$provider: $user',
		({ user, password, header }) => {
			expect(basicAuthorization(user, password)).toBe(header);
		},
	);
});

describe('the known signatures of Netzme', () => {
	const { clientSecret, requestTime, authorization } = netzme;
	const token = {
		value: authorization.replace('Bearer ', ''),
		issuedAt: 0,
		expiresAt: 0,
		owner: '',
		clockOffset: 0,
		mints: [],
	};

	beforeEach(() => jest.useFakeTimers({ now: Number(requestTime) }));
	afterEach(() => jest.useRealTimers());

	const outgoingOf = ({ method, path, body }: (typeof netzme.cases)[number]) => ({
		method,
		url: new URL(path, 'https://tokoapi-stg.netzme.com'),
		body,
		contentType: body ? 'application/json' : '',
	});

	it.each(netzme.cases)('$method $path', (known) => {
		expect(signedHeaders(outgoingOf(known), token, 'the client', clientSecret)).toEqual({
			Authorization: authorization,
			'Request-Time': requestTime,
			'Client-Id': 'the client',
			'Content-Type': 'application/json',
			Signature: known.signature,
		});
	});

	it.each(netzme.cases)('$method $path, recomputed from the document', (known) => {
		const { method, path, body, signature } = known;
		const message = `path=${path}&method=${method}&token=${authorization}&timestamp=${requestTime}&body=${body}`;
		expect(referenceHmac(`${clientSecret}-${requestTime}-${authorization}`, message)).toBe(
			signature,
		);
	});

	it.each(netzme.cases)('$method $path with the body as bytes', (known) => {
		const outgoing = { ...outgoingOf(known), body: Buffer.from(known.body) };
		const { Signature } = signedHeaders(outgoing, token, 'the client', clientSecret);
		expect(Signature).toBe(known.signature);
	});

	it('the time is that of the provider where its clock differs', () => {
		jest.setSystemTime(Number(requestTime) - 90_000);
		const [known] = netzme.cases;
		const ahead = { ...token, clockOffset: 90_000 };
		const headers = signedHeaders(outgoingOf(known), ahead, 'the client', clientSecret);
		expect(headers).toMatchObject({ 'Request-Time': requestTime, Signature: known.signature });
	});
});

describe('the JSON Web Tokens of Pledg', () => {
	it.each(pledg.jwt)('the reference opens the published $kind', ({ secret, token, payload }) => {
		const opened = openJwt(token, secret);
		expect(opened?.header).toEqual({ alg: 'HS256', typ: 'JWT' });
		expect(JSON.parse(opened?.payload ?? '')).toEqual(payload);
	});

	it.each(pledg.jwt)('the reference opens a $kind that we signed', ({ secret, payload }) => {
		const opened = openJwt(signJwt(JSON.stringify(payload), secret), secret);
		expect(opened).toEqual({
			header: { alg: 'HS256', typ: 'JWT' },
			payload: JSON.stringify(payload),
		});
	});

	it.each(pledg.derivedJwt)('$kind: byte for byte', ({ secret, payload, token }) => {
		expect(signJwt(JSON.stringify(payload), secret)).toBe(token);
	});
});

describe('the published notifications of Pledg', () => {
	it.each([...pledg.jwt, ...pledg.derivedJwt])('the token of a $kind', (sample) => {
		const { secret, token, payload } = sample;
		expect(verifyJwt(token, secret, 0)).toEqual({ claims: payload });
	});

	it.each(pledg.jwt)('$kind', ({ kind, secret, token, payload }) => {
		expect(verifyNotification(secret, { signature: token }, 0)).toEqual({
			kind: kind.split(' ')[0],
			verified: true,
			notification: payload,
			unauthenticated: {},
		});
	});

	it.each(pledg.backNotification)('back mode: $body.reference', ({ secret, body, signature }) => {
		const { metadata, additional_data, ...notification } = body;
		expect(verifyNotification(secret, { ...body, signature }, 0)).toEqual({
			kind: 'back',
			verified: true,
			notification,
			unauthenticated: { metadata, additional_data },
		});
	});
});
