import { ECHO_PATH, echoed, findRoute, reply } from './call';
import { readBasic } from './digest';
import { actOnOrders } from './sasomOrders';
import { failure, ROUTES } from './sasomRoutes';
import type { Account, Data, SasomState } from './sasomRoutes';
import type { Answer, Provider } from './types';

const ONE_MINUTE_IN_MS = 60_000;
const DOCUMENTED_REQUESTS_PER_MINUTE = 1000;

/** Counts a request of the one API key; answers where there were too many within a minute. */
function overLimit({ data, faults, now }: SasomState): Answer | undefined {
	if (faults.requestsPerMinute === null) return undefined;
	const at = now();
	// Own choice: the minute before each request counts, and a refused request doesn't.
	data.arrivals = data.arrivals.filter((arrival) => arrival > at - ONE_MINUTE_IN_MS);
	if (data.arrivals.length < faults.requestsPerMinute) {
		data.arrivals.push(at);
		return undefined;
	}
	const first = data.arrivals[0] ?? at;
	const seconds = Math.ceil((first + ONE_MINUTE_IN_MS - at) / 1000);
	return {
		...failure(429, `Rate limit exceeded. Please retry after ${seconds} seconds.`, 'rate-limited'),
		headers: { 'retry-after': String(seconds) },
	};
}

export const sasom: Provider<Account, Data> = {
	name: 'sasom',
	account: { apiKey: 'sk_partner_0001', apiSecret: 'sasom-secret-8f2b1c' },
	faults: { requestsPerMinute: DOCUMENTED_REQUESTS_PER_MINUTE },
	tokenRoutes: [],
	freshData: () => ({ listings: new Map(), batches: [], orderChanges: new Map(), arrivals: [] }),
	act: actOnOrders,
	isFrom: ({ headers }, { account }) => readBasic(headers.authorization)?.user === account.apiKey,
	error: (_status, message) => ({ success: false, message }),
	answer(call, state) {
		const { authorization } = call.headers;
		if (!authorization) return failure(401, 'Missing authorization header', 'bad-credentials');
		const pair = readBasic(authorization);
		if (pair?.user !== state.account.apiKey || pair.password !== state.account.apiSecret) {
			return failure(401, 'Invalid credentials', 'bad-credentials');
		}
		const refusal = overLimit(state);
		if (refusal) return refusal;
		if (call.path === ECHO_PATH) return reply(200, echoed(call));
		const found = findRoute(ROUTES, call);
		if (!found) return failure(404, 'Not found', 'not-found');
		return found.handler(call, state, found.parameters);
	},
};
