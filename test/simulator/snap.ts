import { createPublicKey, verify } from 'node:crypto';
import { enc, HmacSHA512, SHA256 } from 'crypto-js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ECHO_PATH, echoed, headerIs, jsonBody, reply } from './call';
import { readBearer } from './digest';
import { minified } from './minified';
import type { Answer, Call, Provider, State } from './types';

/**
 * A bank that follows SNAP BI (Bank Indonesia, "Standar Nasional Open API Pembayaran", technical and
 * security standard): an RSA-signed token request, each call signed with HMAC-SHA512.
 */
interface Account {
	clientId: string;
	clientSecret: string;
	channelId: string;
	/** PEM. */
	publicKey: string;
}

interface Data {
	balance: number;
	externalIds: Set<string>;
	transfers: Map<string, Record<string, unknown>>;
}

type Bank = State<Account, Data>;

const LIFE_IN_MS = 15 * 60 * 1000;
const TOKEN_PATH = '/v1.0/access-token/b2b';
const TOKEN_SERVICE = '73';
const SERVICES: Record<string, string> = {
	'/v1.0/balance-inquiry': '11',
	'/v1.0/transfer-intrabank': '17',
};
/** Published by Midtrans for demonstration, see test/vectors. */
const { publicKey } = JSON.parse(
	readFileSync(join(__dirname, '..', 'vectors', 'snap-bi.json'), 'utf8'),
) as { publicKey: string };

/** HTTP status, code of the service, code of the case: seven digits (SNAP BI, "Response code"). */
function answerOf(
	status: number,
	service: string,
	kind: string,
	responseMessage: string,
	outcome: string,
	fields: object = {},
): Answer {
	return reply(
		status,
		{ responseCode: `${status}${service}${kind}`, responseMessage, ...fields },
		outcome,
	);
}

function isTime(text: string, { faults, now }: Bank): boolean {
	const isWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d)$/.test(text);
	return isWritten && Math.abs(Date.parse(text) - now()) <= faults.requestTimeToleranceMs;
}

function mint(call: Call, state: Bank): Answer {
	const { account, tokens } = state;
	const refusal = (status: number, kind: string, words: string, outcome: string) =>
		answerOf(status, TOKEN_SERVICE, kind, words, outcome);
	const time = call.headers['x-timestamp'] ?? '';
	if (!headerIs(call, 'x-client-key', account.clientId)) {
		return refusal(401, '00', 'Unauthorized. [Unknown client]', 'bad-credentials');
	}
	if (!isTime(time, state))
		return refusal(400, '01', 'Invalid Field Format X-TIMESTAMP', 'bad-time');
	const signature = Buffer.from(call.headers['x-signature'] ?? '', 'base64');
	const key = createPublicKey(account.publicKey);
	const isSigned = verify('sha256', Buffer.from(`${account.clientId}|${time}`), key, signature);
	if (!isSigned) return refusal(401, '00', 'Unauthorized. [Signature]', 'bad-signature');
	if (jsonBody(call)?.grantType !== 'client_credentials') {
		return refusal(400, '02', 'Invalid Mandatory Field grantType', 'invalid');
	}
	const minted = tokens.mint(account.clientId, LIFE_IN_MS, (random) => `snap_${random}`);
	if (!minted) return refusal(429, '00', 'Too Many Requests', 'over-budget');
	const { token: accessToken, lifeMs } = minted;
	const fields = { accessToken, tokenType: 'Bearer', expiresIn: String(lifeMs / 1000) };
	const success = answerOf(200, TOKEN_SERVICE, '00', 'Successful', 'mint', fields);
	return { ...success, token: accessToken };
}

function refused(call: Call, service: string, token: string | undefined, state: Bank) {
	const { account, data, tokens } = state;
	const refusal = (status: number, kind: string, words: string, outcome: string) =>
		answerOf(status, service, kind, words, outcome);
	if (!token || !tokens.isLive(token)) {
		return refusal(401, '01', 'Invalid Token (B2B)', 'refused-token');
	}
	const header = (name: string) => call.headers[name] ?? '';
	const isPartner =
		headerIs(call, 'x-partner-id', account.clientId) &&
		headerIs(call, 'channel-id', account.channelId);
	if (!isPartner) return refusal(401, '00', 'Unauthorized. [Partner]', 'bad-credentials');
	const time = header('x-timestamp');
	if (!isTime(time, state))
		return refusal(400, '01', 'Invalid Field Format X-TIMESTAMP', 'bad-time');
	const externalId = header('x-external-id');
	if (!/^\d{1,36}$/.test(externalId)) {
		return refusal(400, '01', 'Invalid Field Format X-EXTERNAL-ID', 'bad-header');
	}
	const digest = SHA256(enc.Latin1.parse(minified(call.body))).toString(enc.Hex);
	const text = `${call.method}:${call.url}:${token}:${digest}:${time}`;
	const signed = HmacSHA512(enc.Latin1.parse(text), account.clientSecret).toString(enc.Base64);
	if (header('x-signature') !== signed) {
		return refusal(401, '00', 'Unauthorized. [Signature]', 'bad-signature');
	}
	if (data.externalIds.has(externalId)) return refusal(409, '00', 'Conflict', 'replay');
	data.externalIds.add(externalId);
	return undefined;
}

function answered(call: Call, service: string, { data }: Bank): Answer {
	const success = (fields: object) => answerOf(200, service, '00', 'Successful', 'ok', fields);
	if (call.path === ECHO_PATH) return success(echoed(call));
	const sent = jsonBody(call);
	const reference = sent?.partnerReferenceNo;
	if (!sent || typeof reference !== 'string' || reference === '') {
		return answerOf(400, service, '02', 'Invalid Mandatory Field partnerReferenceNo', 'invalid');
	}
	if (call.path === '/v1.0/balance-inquiry') {
		const availableBalance = { value: data.balance.toFixed(2), currency: 'IDR' };
		const accountInfos = [{ balanceType: 'Cash', availableBalance }];
		return success({ partnerReferenceNo: reference, accountInfos });
	}
	if (data.transfers.has(reference)) {
		return answerOf(409, service, '01', 'Duplicate partnerReferenceNo', 'duplicate');
	}
	const { value } = (sent.amount ?? {}) as { value?: unknown };
	if (typeof value !== 'string' || !/^\d+\.\d\d$/.test(value)) {
		return answerOf(400, service, '01', 'Invalid Field Format amount.value', 'invalid');
	}
	data.transfers.set(reference, sent);
	data.balance -= Number(value);
	return success({ partnerReferenceNo: reference, amount: sent.amount });
}

export const snap: Provider<Account, Data> = {
	name: 'snap',
	account: {
		clientId: 'bank-client-7a',
		clientSecret: 'snap-secret-55e0',
		channelId: '95221',
		publicKey,
	},
	tokenRoutes: [`POST ${TOKEN_PATH}`],
	tokenFields: { token: ['accessToken'], expiry: ['expiresIn'] },
	freshData: () => ({ balance: 2_500_000, externalIds: new Set(), transfers: new Map() }),
	error: (status, responseMessage) => ({ responseCode: `${status}0000`, responseMessage }),
	mint,
	answer(call, state) {
		const token = readBearer(call.headers.authorization);
		const service = call.path === ECHO_PATH ? '00' : SERVICES[call.path];
		if (call.method !== 'POST' || service === undefined) {
			return answerOf(404, '00', '01', 'Not Found', 'not-found');
		}
		const final = refused(call, service, token, state) ?? answered(call, service, state);
		return { ...final, ...(token && { token }) };
	},
};
