import { ECHO_PATH, echoed, headerIs, jsonBody, reply } from './call';
import { readBasic } from './digest';
import type { Answer, Call, Provider } from './types';

interface Account {
	clientId: string;
	apiKey: string;
	productId: string;
	productApiKey: string;
}

interface Session {
	sessionId: string;
	level: 'client' | 'product';
	details: object;
}

interface Data {
	sessions: Session[];
}

/** The level at which the request is authenticated; undefined when it isn't. */
function levelOf(call: Call, account: Account): Session['level'] | undefined {
	const pair = readBasic(call.headers.authorization);
	if (call.headers['x-product-id'] === undefined) {
		const { clientId, apiKey } = account;
		return pair?.user === clientId && pair.password === apiKey ? 'client' : undefined;
	}
	// Sending the header selects product mode, so the client's own pair fails with it.
	const { clientId, productId, productApiKey } = account;
	const isProduct =
		pair?.user === productId &&
		pair.password === productApiKey &&
		headerIs(call, 'x-product-id', productId);
	// Own choice: a product may act for the one known client.
	return isProduct && headerIs(call, 'x-client-id', clientId) ? 'product' : undefined;
}

// Own choice: the shape of a failure is not documented.
const failure = (status: number, title: string, errors: object = {}): Answer =>
	reply(status, { title, status, errors }, status === 404 ? 'not-found' : 'invalid');

export const guestline: Provider<Account, Data> = {
	name: 'guestline',
	account: {
		clientId: 'TESTHOTEL',
		apiKey: '0123456789abcdef0123456789abcdef',
		productId: 'TESTPRODUCT',
		productApiKey: 'fedcba9876543210fedcba9876543210',
	},
	tokenRoutes: [],
	freshData: () => ({ sessions: [] }),
	error: (status, title) => ({ title, status }),
	answer(call, { account, data }) {
		const level = levelOf(call, account);
		// No body is documented for it.
		if (!level) return { status: 401, outcome: 'bad-credentials' };
		if (call.path === ECHO_PATH) return reply(200, echoed(call));
		if (call.path !== '/api/checkout/sessions') return failure(404, 'Not found');
		if (call.method !== 'POST') return failure(405, 'Method not allowed');
		const details = jsonBody(call);
		if (!details) return failure(400, 'The body must be a JSON object');
		// Own choice: any content will do, for payments and validations alike, because the field names
		// are not public.
		if (Object.keys(details).length === 0) {
			const errors = { transaction: ['The transaction details are required.'] };
			return failure(400, 'One or more validation errors occurred.', errors);
		}
		const sessionId = `ses_${data.sessions.length + 1}`;
		data.sessions.push({ sessionId, level, details });
		// Own choice: documented is that the answer holds the address of the page, not in which field.
		return reply(201, { sessionId, url: `https://checkout.guestline.example/${sessionId}` });
	},
};
