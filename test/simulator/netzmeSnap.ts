import { createPublicKey, verify } from 'node:crypto';
import { enc, HmacSHA512, SHA256 } from 'crypto-js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ECHO_PATH, echoed, findRoute, headerIs, jsonBody } from './call';
import { readBearer } from './digest';
import { minified } from './minified';
import { coded, type NetzmeSnapAccount, type NetzmeSnapData } from './netzmeSnapAnswers';
import type { NetzmeSnapState } from './netzmeSnapAnswers';
import { freshInvoices, freshPayments, putTransaction } from './netzmeSnapTransactions';
import { NETZME_SNAP_ROUTES, SERVICES } from './netzmeSnapRoutes';
import type { Answer, Call, Provider } from './types';

const LIFE_IN_MS = 54_000_000;
const TOKEN_PATHS = ['/api/v1/access-token/b2b', '/api/v2/access-token/b2b'];
const TOKEN_SERVICE = '73';
const LONGEST_TIMESTAMP = 25;
const JSON_TYPE = 'application/json';
/** Published by Midtrans for demonstration, see test/vectors. */
const { publicKey } = JSON.parse(
	readFileSync(join(__dirname, '..', 'vectors', 'snap-bi.json'), 'utf8'),
) as { publicKey: string };

/** Undefined where the header is a time in the right form, and near to the clock. */
function timeProblem(time: string, { faults, now }: NetzmeSnapState): string | undefined {
	if (time.length > LONGEST_TIMESTAMP) {
		return "the field timestamp must be a string or array type with a maximum length of '25'";
	}
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(time)) {
		return 'Invalid Field Format Timestamp';
	}
	// Own choice: how far from its clock Netzme takes a time is not documented.
	const isNear = Math.abs(Date.parse(time) - now()) <= faults.requestTimeToleranceMs;
	return isNear ? undefined : 'Invalid Field Format Timestamp';
}

function mint(call: Call, state: NetzmeSnapState): Answer {
	const { account, tokens } = state;
	const refusal = (status: number, kind: string, words: string, outcome: string) =>
		coded(status, TOKEN_SERVICE, kind, words, outcome);
	const time = call.headers['x-timestamp'] ?? '';
	if (call.headers['content-type'] !== JSON_TYPE) {
		return refusal(400, '02', 'Missing Mandatory Field Content-Type', 'bad-header');
	}
	if (!headerIs(call, 'x-client-key', account.clientId)) {
		return coded(401, '00', '00', 'Invalid Client Key', 'bad-credentials');
	}
	const problem = timeProblem(time, state);
	if (problem) return refusal(400, '01', problem, 'bad-time');
	const signature = Buffer.from(call.headers['x-signature'] ?? '', 'base64');
	const key = createPublicKey(account.publicKey);
	if (!verify('sha256', Buffer.from(`${account.clientId}|${time}`), key, signature)) {
		return refusal(401, '00', 'Unauthorized Signature', 'bad-signature');
	}
	if (jsonBody(call)?.grantType !== 'client_credentials') {
		return refusal(400, '02', 'Missing Mandatory Field grantType', 'invalid');
	}
	const minted = tokens.mint(account.clientId, LIFE_IN_MS, (random) => `eyJ.${random}`);
	if (!minted) return refusal(429, '00', 'Too Many Requests', 'over-budget');
	const { token: accessToken, lifeMs } = minted;
	const fields = { accessToken, tokenType: 'Bearer', expiresIn: String(lifeMs / 1000) };
	const success = coded(200, TOKEN_SERVICE, '00', 'Successful', 'mint', {
		...fields,
		additionalInfo: {},
	});
	return { ...success, token: accessToken };
}

/** As the gateway has it: headers first, then the token, the time, the body and the signature. */
function refused(
	call: Call,
	service: string,
	token: string | undefined,
	state: NetzmeSnapState,
): Answer | undefined {
	const { account, data, tokens } = state;
	const refusal = (status: number, kind: string, words: string, outcome: string) =>
		coded(status, service, kind, words, outcome);
	const header = (name: string) => call.headers[name] ?? '';
	if (header('content-type') !== JSON_TYPE) {
		return refusal(400, '02', 'Missing Mandatory Field Content-Type', 'bad-header');
	}
	if (!headerIs(call, 'x-partner-id', account.clientId)) {
		return refusal(401, '01', 'Unauthorized. X-PARTNER-ID is Invalid', 'bad-credentials');
	}
	const externalId = header('x-external-id');
	if (!/^\d{1,36}$/.test(externalId)) {
		return refusal(409, '00', 'character X-EXTERNAL-ID is numeric only', 'bad-header');
	}
	if (!headerIs(call, 'channel-id', account.channelId)) {
		return refusal(400, '02', 'Missing Mandatory Field CHANNEL-ID', 'bad-header');
	}
	if (!token || !tokens.isLive(token)) {
		return refusal(401, '01', 'Access Token Invalid', 'refused-token');
	}
	const time = header('x-timestamp');
	const problem = timeProblem(time, state);
	if (problem) return refusal(400, '01', problem, 'bad-time');
	if (call.method === 'POST' && call.body.length === 0) {
		return refusal(400, '01', 'body is required', 'invalid');
	}
	if (header('x-signature') !== signatureOf(call, token, time, account.clientSecret)) {
		return refusal(401, '00', 'Unauthorized Signature', 'bad-signature');
	}
	if (data.externalIds.has(externalId)) return refusal(409, '00', 'Conflict', 'replay');
	data.externalIds.add(externalId);
	return undefined;
}

type Signed = Pick<Call, 'method' | 'url' | 'body'>;

/** HMAC-SHA512 in lower hex; the digest of the body is one of its minified text. */
export function signatureOf(call: Signed, token: string, time: string, secret: string): string {
	const digest = SHA256(enc.Latin1.parse(minified(call.body))).toString(enc.Hex);
	const text = `${call.method}:${call.url}:${token}:${digest}:${time}`;
	return HmacSHA512(enc.Latin1.parse(text), secret).toString(enc.Hex);
}

/** Netzme with SNAP BI; both families, Toko Netzme and the wallet, at one address. */
export const netzmeSnap: Provider<NetzmeSnapAccount, NetzmeSnapData> = {
	name: 'netzmeSnap',
	account: {
		clientId: 'snapaggregator',
		clientSecret: 'netzme-snap-secret-55e0',
		channelId: '95221',
		publicKey,
		merchantId: 'M_test0001',
		pin: '123456',
		callbackToken: 'callback-token-90c1',
		bank: {
			beneficiaryAccountName: 'Test Holder',
			beneficiaryAccountNumber: '12345678',
			beneficiaryBankName: 'TEST BANK',
			beneficiaryBankCode: '014',
		},
	},
	// As the gateway keeps it.
	faults: { sameTokenUntilEnd: true },
	tokenRoutes: TOKEN_PATHS.map((path) => `POST ${path}`),
	tokenFields: { token: ['accessToken'], expiry: ['expiresIn'] },
	freshData: () => ({
		balance: 605_368,
		deposit: 1_000_000,
		externalIds: new Set(),
		references: new Set(),
		invoices: freshInvoices(),
		acquired: freshPayments(),
		withdrawals: new Map(),
		depositWithdrawals: new Map(),
	}),
	act(name, sent, state) {
		if (name !== 'putTransaction') throw new Error(`Unknown act: ${name}`);
		return putTransaction(sent, state);
	},
	error: (status, responseMessage) => ({ responseCode: `${status}0000`, responseMessage }),
	mint,
	answer(call, state) {
		const token = readBearer(call.headers.authorization);
		const service = SERVICES[call.path] ?? '00';
		const refusedAs = refused(call, service, token, state);
		if (refusedAs) return { ...refusedAs, token };
		if (call.path === ECHO_PATH) {
			return { ...coded(200, '00', '00', 'Successful', 'ok', { ...echoed(call) }), token };
		}
		const found = findRoute(NETZME_SNAP_ROUTES, call);
		if (!found) return { ...coded(404, '00', '00', 'Not Found', 'not-found'), token };
		return { ...found.handler(call, state, found.parameters), token };
	},
};
