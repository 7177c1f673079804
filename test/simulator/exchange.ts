import { enc, HmacSHA256, SHA256 } from 'crypto-js';
import { ECHO_PATH, echoed, headerIs, jsonBody, reply } from './call';
import type { Answer, Call, Provider, State } from './types';

/**
 * An invented exchange: what many partners have in common that no documented one here has. The token
 * request is signed, each request has a nonce that is good for one use, failures come under HTTP 200.
 */
interface Account {
	appId: string;
	appSecret: string;
}

interface Data {
	orders: Array<{ id: string; side: string; amount: string }>;
	nonces: Set<string>;
	/** The refresh token that is good for one use. */
	refreshToken?: string;
}

type Exchange = State<Account, Data>;

const LIFE_IN_MS = 2 * 60 * 60 * 1000;
const TOKEN_REFUSED = 40101;

const hex = (text: string | CryptoJS.lib.WordArray): string => SHA256(text).toString(enc.Hex);
const bytes = (data: Buffer) => enc.Latin1.parse(data.toString('latin1'));
const failure = (code: number, message: string, outcome: string): Answer =>
	reply(200, { code, message, data: null }, outcome);
const success = (data: unknown, outcome = 'ok'): Answer =>
	reply(200, { code: 0, message: 'success', data }, outcome);

/** `POST /v1/token` {appId, timestamp, sign}: sign is the hex HMAC-SHA256 of appId and timestamp, in seconds. */
function mint(call: Call, state: Exchange): Answer {
	const { account, data, tokens } = state;
	const sent = jsonBody(call) ?? {};
	if (call.path === '/v1/token/refresh') {
		if (data.refreshToken === undefined || sent.refreshToken !== data.refreshToken) {
			return failure(40102, 'Refresh token is not valid', 'bad-credentials');
		}
	} else {
		const { appId, timestamp, sign } = sent;
		const expected = HmacSHA256(`${account.appId}${String(timestamp)}`, account.appSecret);
		if (appId !== account.appId || sign !== expected.toString(enc.Hex)) {
			return failure(40100, 'App ID or signature is not valid', 'bad-credentials');
		}
		if (!isNow(timestamp, state)) return failure(40103, 'Timestamp is too far off', 'bad-time');
	}
	const minted = tokens.mint(account.appId, LIFE_IN_MS, (random) => `ex_${random}`);
	if (!minted) return failure(42900, 'Too many tokens', 'over-budget');
	data.refreshToken = `rt_${minted.token.slice(-32)}`;
	const grant = { accessToken: minted.token, expiresIn: minted.lifeMs / 1000 };
	return {
		...success({ ...grant, refreshToken: data.refreshToken }, 'mint'),
		token: minted.token,
	};
}

function isNow(seconds: unknown, { faults, now }: Exchange): boolean {
	const isNumber = /^\d{10}$/.test(String(seconds));
	return isNumber && Math.abs(Number(seconds) * 1000 - now()) <= faults.requestTimeToleranceMs;
}

/** Method, target, time, nonce, token and the hash of the body, a line each, over the raw bytes. */
function refused(call: Call, state: Exchange): Answer | undefined {
	const { account, data, faults, tokens } = state;
	const header = (name: string) => call.headers[name] ?? '';
	const token = header('x-token');
	if (!headerIs(call, 'x-app-id', account.appId)) {
		return failure(40100, 'App ID is not valid', 'bad-credentials');
	}
	if (!tokens.isLive(token)) {
		const refusal = failure(TOKEN_REFUSED, 'Token has expired', 'refused-token');
		return { ...refusal, status: faults.authUnderHttp200 ? 200 : 401 };
	}
	const [time, nonce] = [header('x-timestamp'), header('x-nonce')];
	if (!isNow(time, state)) return failure(40103, 'Timestamp is too far off', 'bad-time');
	if (!/^[0-9a-f]{32}$/.test(nonce)) return failure(40104, 'Nonce is not valid', 'bad-header');
	const lines = [call.method, call.url, time, nonce, token, hex(bytes(call.body))];
	const signed = HmacSHA256(enc.Latin1.parse(lines.join('\n')), account.appSecret);
	if (header('x-sign') !== signed.toString(enc.Base64)) {
		return failure(40105, 'Signature is not valid', 'bad-signature');
	}
	if (data.nonces.has(nonce)) return failure(40106, 'Nonce was used before', 'replay');
	data.nonces.add(nonce);
	return undefined;
}

function answered(call: Call, { data, faults }: Exchange): Answer {
	if (call.path === ECHO_PATH) return success(echoed(call));
	if (call.path !== '/v1/orders') return failure(40400, 'No such path', 'not-found');
	if (call.method === 'POST') {
		const { side, amount } = jsonBody(call) ?? {};
		if (typeof side !== 'string' || !/^\d+(\.\d+)?$/.test(String(amount))) {
			return failure(42200, 'side and amount are needed', 'invalid');
		}
		const order = { id: `o-${data.orders.length + 1}`, side, amount: String(amount) };
		data.orders.push(order);
		return success(order);
	}
	const page = Number(call.query.get('page') ?? 1);
	const size = Math.min(Number(call.query.get('size') ?? faults.pageSize), faults.pageSize);
	const items = data.orders.slice((page - 1) * size, page * size);
	const isLast = page * size >= data.orders.length;
	return success({ items, next: isLast ? null : `/v1/orders?page=${page + 1}&size=${size}` });
}

export const exchange: Provider<Account, Data> = {
	name: 'exchange',
	account: { appId: 'app-3f81', appSecret: 'exchange-secret-90d2' },
	faults: { oneLiveToken: true, authUnderHttp200: true },
	tokenRoutes: ['POST /v1/token', 'POST /v1/token/refresh'],
	tokenFields: { token: ['data', 'accessToken'], expiry: ['data', 'expiresIn'] },
	freshData: () => ({
		orders: Array.from({ length: 5 }, (_, at) => ({
			id: `o-${at + 1}`,
			side: at % 2 === 0 ? 'buy' : 'sell',
			amount: `${at + 1}.10`,
		})),
		nonces: new Set(),
	}),
	error: (status, message) => ({ code: status * 100, message, data: null }),
	mint,
	answer(call, state) {
		const token = call.headers['x-token'];
		return { ...(refused(call, state) ?? answered(call, state)), ...(token && { token }) };
	},
};
