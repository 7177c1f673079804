import { ECHO_PATH, echoed, findRoute, hasType, jsonBody, reply } from './call';
import { checkJwt, isObject, readBasic, readBearer } from './digest';
import {
	credit,
	freshPurchase,
	freshPurchases,
	release,
	type Purchase,
	type Purchases,
} from './pledgPurchases';
import { scheduleOf } from './pledgSchedules';
import { purchaseProblem } from './pledgSettings';
import type { Routes } from './call';
import type { Answer, Call, Provider, State } from './types';

interface Account {
	apiKey: string;
	apiSecret: string;
	dashboardEmail: string;
	dashboardPassword: string;
	merchantSecretKey: string;
	merchantUid: string;
}

interface Data {
	links: number;
	purchases: Purchases;
}

type PledgState = State<Account, Data>;
type Fields = Record<string, unknown>;
/** Who is calling, with the payload when it was a signature; or the refusal. */
type Caller = { method: 'token' | 'dashboard' | 'signature'; payload?: Fields; token?: string };

/** Own choice: the company of the merchant. */
const COMPANY_UID = 'cmp_test';

const TEN_MINUTES_IN_MS = 10 * 60 * 1000;

const failure = (status: number, debug: string, outcome = 'invalid'): Answer =>
	reply(status, { error: { debug } }, outcome);

function mint(call: Call, { account, tokens }: PledgState): Answer {
	const pair = readBasic(call.headers.authorization);
	if (pair?.user !== account.apiKey || pair.password !== account.apiSecret) {
		return failure(401, 'Invalid API key or secret', 'bad-credentials');
	}
	const isForm = hasType(call, 'application/x-www-form-urlencoded');
	if (!isForm || call.body.toString() !== 'grant_type=client_credentials') {
		return failure(400, 'grant_type must be client_credentials, form encoded');
	}
	// Own choice: a token that looks like the JWT of the sample but holds nothing.
	const minted = tokens.mint(account.apiKey, TEN_MINUTES_IN_MS, (random) =>
		['eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9', random.slice(0, 32), random.slice(32)].join('.'),
	);
	if (!minted) return failure(429, 'Too many access tokens', 'over-budget');
	// A shortened life may be a fraction of a second; the answer never claims more than is true.
	const expires_in = minted.lifeMs / 1000;
	const json = { access_token: minted.token, token_type: 'Bearer', expires_in };
	return { status: 200, json, outcome: 'mint', token: minted.token };
}

function readSignature(call: Call, { account, now }: PledgState): Caller | Answer {
	const sent = call.query.getAll('signature');
	if (sent.length !== 1) return failure(401, 'Exactly one signature is required', 'bad-signature');
	const check = checkJwt(sent[0], account.merchantSecretKey, now());
	if ('payload' in check) return { method: 'signature', payload: check.payload };
	return check.problem === 'time'
		? failure(401, 'Signature expired or not yet valid', 'bad-time')
		: failure(401, 'Invalid signature', 'bad-signature');
}

/** Reads whichever credentials came; the header goes before the query. */
function identify(
	call: Call,
	state: PledgState,
	methods: Array<Caller['method']>,
): Caller | Answer {
	const { account, tokens } = state;
	const { authorization } = call.headers;
	if (authorization === undefined && call.query.has('signature') && methods.includes('signature')) {
		return readSignature(call, state);
	}
	if (authorization?.startsWith('Basic ') && methods.includes('dashboard')) {
		const pair = readBasic(authorization);
		return pair?.user === account.dashboardEmail && pair.password === account.dashboardPassword
			? { method: 'dashboard' }
			: failure(401, 'Invalid e-mail or password', 'bad-credentials');
	}
	const token = readBearer(authorization);
	if (token && tokens.isLive(token)) return { method: 'token', token };
	return { ...failure(401, 'Invalid or expired access token', 'refused-token'), token };
}

function simulate(call: Call, state: PledgState, uid: string, caller?: Caller): Answer {
	// Own choice: a signature carries the settings in `data` or at its top level.
	const payload = caller?.payload;
	const sent = payload ? (isObject(payload.data) ? payload.data : payload) : jsonBody(call);
	if (uid !== state.account.merchantUid) return failure(404, 'Merchant not found');
	const schedule = scheduleOf(sent);
	return typeof schedule === 'string' ? failure(400, schedule) : reply(200, schedule);
}

/**
 * "Payment schedule simulation": one schedule for each payment solution of a company.
 * Own choice: it has two, which are alike.
 */
function simulateCompany(call: Call, uid: string): Answer {
	if (uid !== COMPANY_UID) return failure(404, 'Company not found');
	const schedule = scheduleOf(jsonBody(call));
	return typeof schedule === 'string'
		? failure(400, schedule)
		: reply(200, { items: [schedule, schedule] });
}

function createLink(call: Call, state: PledgState): Answer {
	const caller = readSignature(call, state);
	if ('status' in caller) return caller;
	const problem = purchaseProblem(caller.payload ?? {});
	if (problem) return failure(400, problem);
	const { merchantUid, amountCents } = Object(caller.payload?.data) as Fields;
	if (merchantUid !== undefined && merchantUid !== state.account.merchantUid) {
		return failure(404, 'Merchant not found');
	}
	state.data.links += 1;
	const uid = `pur_link_${state.data.links}`;
	state.data.purchases[uid] = freshPurchase(Number(amountCents));
	// Own choice: the answer's fields are not documented.
	return reply(200, { purchase_url: `https://front.pledg.example/purchase/${uid}`, uid });
}

/**
 * "Refunds": the access token; Basic is deprecated, and still taken. Own choice: a refused caller
 * gets JSON.
 */
function onPurchase(
	call: Call,
	state: PledgState,
	uid: string,
	work: (purchase: Purchase | undefined) => Answer,
): Answer {
	const caller = identify(call, state, ['token', 'dashboard']);
	if ('status' in caller) return caller;
	const { purchases } = state.data;
	const known = Object.hasOwn(purchases, uid) ? purchases[uid] : undefined;
	return { ...work(known), token: caller.token };
}

const ROUTES: Routes<PledgState> = {
	'POST /api/merchants/*/simulate_payment_schedule': (call, state, [uid]) => {
		const caller = identify(call, state, ['token', 'signature']);
		if ('status' in caller) return caller;
		return { ...simulate(call, state, uid, caller), token: caller.token };
	},
	'POST /api/users/me/merchants/*/simulate_payment_schedule': (call, state, [uid]) =>
		simulate(call, state, uid),
	'POST /api/users/me/companies/*/simulate_payment_schedule': (call, _state, [uid]) =>
		simulateCompany(call, uid),
	'POST /api/purchase_link/': createLink,
	'POST /api/purchases/*/credit_by_transfer': (call, state, [uid]) =>
		onPurchase(call, state, uid, (purchase) => credit(call, uid, purchase, state.now())),
	'POST /api/purchases/*/release': (call, state, [uid]) =>
		onPurchase(call, state, uid, (purchase) => release(call, purchase)),
};

export const pledg: Provider<Account, Data> = {
	name: 'pledg',
	account: {
		apiKey: 'pledg_key_0001',
		apiSecret: 'pledg-secret-5d0a77',
		dashboardEmail: 'merchant@shop.example',
		dashboardPassword: 'dash-pass-1',
		merchantSecretKey: 'merchant-secret-key-93b1',
		merchantUid: 'mer_test',
	},
	tokenRoutes: ['POST /api/token'],
	tokenFields: { token: ['access_token'], expiry: ['expires_in'] },
	freshData: () => ({ links: 0, purchases: freshPurchases() }),
	error: (_status, debug) => ({ error: { debug } }),
	mint,
	answer(call, state) {
		if (call.path === ECHO_PATH) {
			const caller = identify(call, state, ['token', 'dashboard', 'signature']);
			return 'status' in caller ? caller : { ...reply(200, echoed(call)), token: caller.token };
		}
		const found = findRoute(ROUTES, call);
		return found
			? found.handler(call, state, found.parameters)
			: failure(404, 'Not found', 'not-found');
	},
};
