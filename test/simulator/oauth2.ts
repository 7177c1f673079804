import { ECHO_PATH, echoed, hasType, reply } from './call';
import { readBasic, readBearer } from './digest';
import type { Answer, Call, Provider, State } from './types';

interface Account {
	clientId: string;
	clientSecret: string;
}

const ONE_HOUR_IN_MS = 60 * 60 * 1000;

// RFC 6749, section 5.2.
const failure = (status: number, error: string, outcome = 'invalid'): Answer => ({
	...reply(status, { error }, outcome),
	headers: status === 401 ? { 'www-authenticate': 'Basic realm="token"' } : {},
});

/** RFC 6749, section 2.3.1: Basic, form-encoded inside, or the same pair in the body. */
function isClient(call: Call, form: URLSearchParams, { clientId, clientSecret }: Account): boolean {
	const { authorization } = call.headers;
	if (authorization === undefined) {
		return form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
	}
	const pair = readBasic(authorization);
	if (!pair) return false;
	// Own choice: clients that leave out the form encoding are accepted too.
	const isPlain = pair.user === clientId && pair.password === clientSecret;
	return (
		isPlain || (formDecoded(pair.user) === clientId && formDecoded(pair.password) === clientSecret)
	);
}

function formDecoded(value: string): string | null {
	return new URLSearchParams(`value=${value.replaceAll('&', '%26')}`).get('value');
}

function mint(call: Call, { account, tokens }: State<Account, null>): Answer {
	if (!hasType(call, 'application/x-www-form-urlencoded')) return failure(400, 'invalid_request');
	const form = new URLSearchParams(call.body.toString());
	if (!isClient(call, form, account)) return failure(401, 'invalid_client', 'bad-credentials');
	if (form.get('grant_type') !== 'client_credentials')
		return failure(400, 'unsupported_grant_type');
	const minted = tokens.mint(account.clientId, ONE_HOUR_IN_MS, (random) => `oauth2_${random}`);
	if (!minted) return failure(429, 'temporarily_unavailable', 'over-budget');
	const { token, lifeMs } = minted;
	const json = { access_token: token, token_type: 'Bearer', expires_in: lifeMs / 1000 };
	return { status: 200, json, headers: { 'cache-control': 'no-store' }, outcome: 'mint', token };
}

/** A plain OAuth 2.0 client-credentials provider, the control of the benchmarks. */
export const oauth2: Provider<Account, null> = {
	name: 'oauth2',
	account: { clientId: 'oauth2-client', clientSecret: 'oauth2-secret-41c9' },
	tokenRoutes: ['POST /token'],
	tokenFields: { token: ['access_token'], expiry: ['expires_in'] },
	freshData: () => null,
	error: (_status, error_description) => ({ error: 'server_error', error_description }),
	mint,
	answer(call, { tokens }) {
		const token = readBearer(call.headers.authorization);
		if (!token || !tokens.isLive(token)) {
			const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
			return {
				status: 401,
				json: { error: 'invalid_token' },
				headers,
				outcome: 'refused-token',
				token,
			};
		}
		const isEcho = call.path === ECHO_PATH;
		return isEcho
			? { ...reply(200, echoed(call)), token }
			: { ...reply(404, { error: 'not_found' }, 'not-found'), token };
	},
};
