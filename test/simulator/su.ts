import { ECHO_PATH, echoed, findRoute, headerIs, reply } from './call';
import { readBearer } from './digest';
import { freshHotels } from './suData';
import { failureOne } from './suReplies';
import { enqueue } from './suReservations';
import { SU_ROUTES } from './suRoutes';
import type { SuAccount, SuData, SuState } from './suData';
import type { Answer, Call, Provider } from './types';

const ONE_HOUR_IN_MS = 60 * 60 * 1000;
const PREFIXES = { sandbox: 'sandbox_', production: 'live_' };

const clientId = ({ domain }: SuAccount): string => Buffer.from(domain).toString('base64');

const unauthorized = (status: number, outcome: string): Answer => ({
	...reply(status, failureOne('497', 'Authorization Required')),
	outcome,
});

/** Which environment is meant shows in the client secret alone. */
function environmentOf(
	call: Call,
	{ clientSecrets }: SuAccount,
): keyof typeof PREFIXES | undefined {
	if (headerIs(call, 'client-secret', clientSecrets.sandbox)) return 'sandbox';
	if (headerIs(call, 'client-secret', clientSecrets.production)) return 'production';
	return undefined;
}

function mint(call: Call, { account, tokens }: SuState): Answer {
	const environment = environmentOf(call, account);
	// Own choice: the answer to wrong client headers is not documented.
	if (!environment || !headerIs(call, 'client-id', clientId(account))) {
		return unauthorized(401, 'bad-credentials');
	}
	const minted = tokens.mint(
		environment,
		ONE_HOUR_IN_MS,
		(random) => PREFIXES[environment] + random,
	);
	if (!minted) return reply(422, failureOne('548', 'Limit has been reached'), 'over-budget');
	const { token, lifeMs } = minted;
	const data = { token_type: 'Bearer', token, expire_in: String(lifeMs / 1000) };
	const json = { success: true, data, message: 'Token generated successfully' };
	return { status: 200, json, outcome: 'mint', token };
}

export const su: Provider<SuAccount, SuData> = {
	name: 'su',
	account: {
		push: { user: 'su-push', password: 'push-password-5d21' },
		domain: 'partner.example',
		clientSecrets: { sandbox: 'su-sandbox-secret-71e0', production: 'su-live-secret-c2d4' },
		hotelid: 'TEST0001',
	},
	faults: { mintsPerHour: 30 },
	tokenRoutes: ['GET /SUAPI/jservice/auth/generate-access-token'],
	tokenFields: { token: ['data', 'token'], expiry: ['data', 'expire_in'] },
	freshData: freshHotels,
	act(name, sent, state) {
		if (name !== 'enqueue') throw new Error(`Unknown act: ${name}`);
		return enqueue(sent, state);
	},
	isFrom(call, { account, tokens }) {
		const token = readBearer(call.headers.authorization);
		return token ? tokens.isLive(token) : headerIs(call, 'client-id', clientId(account));
	},
	error: (status, text) => failureOne(String(status), text),
	mint,
	answer(call, state) {
		// Own choice: one address serves both environments, so tokens of both are good here.
		const token = readBearer(call.headers.authorization);
		const appId = call.headers['app-id'];
		const isKnownApp = appId === undefined || headerIs(call, 'app-id', clientId(state.account));
		if (!token || !state.tokens.isLive(token) || !isKnownApp) {
			const status = state.faults.authUnderHttp200 ? 200 : 401;
			return { ...unauthorized(status, 'refused-token'), token };
		}
		if (call.path === ECHO_PATH) return { ...reply(200, echoed(call)), token };
		const found = findRoute(SU_ROUTES, call);
		if (found) return { ...found.handler(call, state, found.parameters), token };
		return { ...reply(404, failureOne('404', 'Not found'), 'not-found'), token };
	},
};
