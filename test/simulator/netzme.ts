import { ECHO_PATH, echoed, findRoute, hasType, headerIs, jsonBody, reply } from './call';
import { hmacHex, readBasic, readBearer } from './digest';
import { envelope, success } from './netzmeAnswers';
import type { NetzmeAccount, NetzmeData, NetzmeState } from './netzmeAnswers';
import { createInvoice, isForPayHost } from './netzmeInvoices';
import { NETZME_ROUTES } from './netzmeRoutes';
import { freshAcquired, putTransaction } from './netzmeTransactions';
import type { Answer, Call, Provider } from './types';

const ONE_HOUR_IN_MS = 60 * 60 * 1000;
const LIFE_BY_PATH: Record<string, number> = {
	'/oauth/merchant/accesstoken': 10 * ONE_HOUR_IN_MS,
	'/oauth/token/accesstoken': 24 * ONE_HOUR_IN_MS,
};

/** Node hands the bytes of the request line and the headers over as Latin-1. */
const raw = (value: string): Buffer => Buffer.from(value, 'latin1');

const refusal = (message: string, outcome: string): Answer =>
	reply(401, envelope('401', message, null), outcome);

function mint(call: Call, { account, tokens }: NetzmeState): Answer {
	const pair = readBasic(call.headers.authorization);
	if (pair?.user !== account.clientId || pair.password !== account.clientSecret) {
		return reply(200, { status: 'UNAUTHORIZED', username: null }, 'bad-credentials');
	}
	const sent = jsonBody(call);
	if (sent?.grant_type !== 'client_credentials' || Object.keys(sent).length !== 1) {
		return reply(400, { status: 'BAD_REQUEST', username: null }, 'invalid');
	}
	// Own choice: the client has one live token for both API families together.
	const minted = tokens.mint(account.clientId, LIFE_BY_PATH[call.path], (random) => random);
	if (!minted) return reply(429, { status: 'TOO_MANY_REQUESTS', username: null }, 'over-budget');
	const { token, expiresAt } = minted;
	const grant = { access_token: token, token_type: 'bearer', expiry_token: expiresAt };
	const json = { status: 'SUCCESS', username: account.clientId, ...grant };
	return { status: 200, json, outcome: 'mint', token };
}

type Signed = Pick<Call, 'method' | 'url' | 'body'>;

export function signatureOf(call: Signed, authorization: string, time: string, secret: string) {
	const signed = Buffer.concat([
		raw(`path=${call.url}&method=${call.method}&token=${authorization}`),
		raw(`&timestamp=${time}&body=`),
		// Own choice: the bytes received count with every method; a usual GET has none.
		call.body,
	]);
	const key = Buffer.concat([Buffer.from(secret), raw(`-${time}-${authorization}`)]);
	return hmacHex(key, signed);
}

/** The refusal, or undefined when token, headers, time and signature are right, in that order. */
function refused(call: Call, { account, faults, tokens, now }: NetzmeState): Answer | undefined {
	const { authorization = '', 'request-time': time = '', signature = '' } = call.headers;
	const token = readBearer(authorization);
	if (!token || !tokens.isLive(token)) return refusal('Invalid or expired token', 'refused-token');
	if (!headerIs(call, 'client-id', account.clientId)) {
		return refusal('Invalid Client-Id', 'bad-credentials');
	}
	// Own choice: the echo route takes any body, so that tests can sign forms and text too.
	if (call.path !== ECHO_PATH && !hasType(call, 'application/json')) {
		return refusal('Content-Type must be application/json', 'bad-header');
	}
	if (!/^\d+$/.test(time)) return refusal('Request-Time must be epoch milliseconds', 'bad-time');
	if (Math.abs(Number(time) - now()) > faults.requestTimeToleranceMs) {
		return refusal('Request-Time is too far from the server time', 'bad-time');
	}
	return signatureOf(call, authorization, time, account.clientSecret) === signature
		? undefined
		: refusal('Invalid signature', 'bad-signature');
}

export const netzme: Provider<NetzmeAccount, NetzmeData> = {
	name: 'netzme',
	account: {
		clientId: 'aggregatortest',
		clientSecret: 'netzme-secret-27aa',
		merchantId: 'M_test0001',
		pin: '123456',
		invoiceToken: 'invoice-token-6611',
		bank: {
			accountHolderName: 'Test Holder',
			bankAccountNumber: '12345678',
			bankName: 'TEST BANK',
			bankCode: '014',
		},
	},
	faults: { oneLiveToken: true },
	tokenRoutes: Object.keys(LIFE_BY_PATH).map((path) => `POST ${path}`),
	tokenFields: { token: ['access_token'], expiry: ['expiry_token'] },
	freshData: () => ({
		balance: 58532500,
		deposit: 1000000,
		withdrawals: new Map(),
		depositWithdrawals: new Map(),
		deductions: new Map(),
		invoices: new Map(),
		acquired: freshAcquired(),
		listed: [],
	}),
	act(name, sent, state) {
		if (name !== 'putTransaction') throw new Error(`Unknown act: ${name}`);
		return putTransaction(sent, state);
	},
	isFrom(call, { account }) {
		const user = readBasic(call.headers.authorization)?.user;
		return user === account.clientId || headerIs(call, 'client-id', account.clientId);
	},
	error: (status, message) => envelope(String(status), message, null),
	mint,
	answer(call, state) {
		if (isForPayHost(call)) return createInvoice(call, state);
		const token = readBearer(call.headers.authorization);
		const refusedAs = refused(call, state);
		if (refusedAs) return { ...refusedAs, token };
		if (call.path === ECHO_PATH) return { ...success(echoed(call)), token };
		const found = findRoute(NETZME_ROUTES, call);
		if (found) return { ...found.handler(call, state, found.parameters), token };
		return { ...reply(404, envelope('404', 'Not found', null), 'not-found'), token };
	},
};
