import { ECHO_PATH, echoed, findRoute, isDay, isText, isWhole, jsonBody, reply } from './call';
import { isObject, readBasic } from './digest';
import type { Routes } from './call';
import type { Answer, Call, Provider, State } from './types';

interface Account {
	apiKey: string;
	apiSecret: string;
}

interface Listing {
	listing_id: string;
	type: 'ask' | 'preorder';
	sku: string;
	size: string;
	price: number;
	quantity: number;
	year?: string;
	releaseDate?: string;
	status: 'active';
	created_at: string;
}

interface Data {
	listings: Map<string, Listing>;
	batches: object[];
}

type SasomState = State<Account, Data>;
type Fields = Record<string, unknown>;

const LOWEST_PRICE_IN_BAHT = 250;

const failure = (status: number, message: string, outcome = 'invalid'): Answer =>
	reply(status, { success: false, message }, outcome);

const success = (status: number, message: string, data: unknown): Answer =>
	reply(status, { success: true, message, data });

// Own choice: the cursor is the offset in base64url, and `next_cursor` is null on the last page.
function orderPage(call: Call, { faults }: SasomState, status: string): Answer {
	const cursor = call.query.get('cursor');
	const from = cursor === null ? 0 : Number(Buffer.from(cursor, 'base64url').toString());
	if (cursor === '' || !Number.isInteger(from) || from < 0) return failure(400, 'Invalid cursor');
	const to = Math.min(from + faults.pageSize, faults.orderCount);
	const data = Array.from({ length: Math.max(0, to - from) }, (_, at) => ({
		order_id: `${status}_${from + at + 1}`,
		sku: `SKU-${(from + at) % 10}`,
		size: 'US 9',
		price: LOWEST_PRICE_IN_BAHT + from + at,
		quantity: 1,
		status,
	}));
	const next = to < faults.orderCount ? Buffer.from(String(to)).toString('base64url') : null;
	return reply(200, { success: true, data, next_cursor: next });
}

function priceProblem({ price }: Fields): string | undefined {
	const isEnough = typeof price === 'number' && price >= LOWEST_PRICE_IN_BAHT;
	return isEnough ? undefined : `Price must be at least ${LOWEST_PRICE_IN_BAHT}`;
}

function quantityProblem({ quantity }: Fields): string | undefined {
	return isWhole(quantity, 1, 99) ? undefined : 'Quantity must be between 1 and 99';
}

function itemProblem(item: Fields): string | undefined {
	if (!isText(item.sku)) return 'SKU is required';
	if (!isText(item.size)) return 'Size is required';
	return priceProblem(item) ?? quantityProblem(item);
}

function list(type: Listing['type'], call: Call, { data, now }: SasomState): Answer {
	const sent = jsonBody(call);
	if (!sent) return failure(400, 'Request body must be a JSON object');
	const problem =
		itemProblem(sent) ??
		(sent.year !== undefined && typeof sent.year !== 'string'
			? 'Year must be a string'
			: undefined) ??
		(type === 'preorder' && !isDay(sent.releaseDate)
			? 'Release date is required in the format YYYY-MM-DD'
			: undefined);
	if (problem) return failure(400, problem);
	const listing_id = `lst_${data.listings.size + 1}`;
	const listing: Listing = {
		listing_id,
		type,
		sku: String(sent.sku),
		size: String(sent.size),
		price: Number(sent.price),
		quantity: Number(sent.quantity),
		...(isText(sent.year) ? { year: sent.year } : {}),
		...(isDay(sent.releaseDate) ? { releaseDate: sent.releaseDate } : {}),
		status: 'active',
		created_at: new Date(now()).toISOString(),
	};
	data.listings.set(listing_id, listing);
	// Own choice: the status of a successful POST is not documented.
	return success(201, 'Listing created', listing);
}

function edit(type: Listing['type'], call: Call, { data }: SasomState): Answer {
	const sent = jsonBody(call);
	if (!sent) return failure(400, 'Request body must be a JSON object');
	if (!isText(sent.listing_id)) return failure(400, 'listing_id is required');
	const { price, quantity } = sent;
	// Own choice: an Ask may change only one of the two; a Preorder has its price alone.
	if (price === undefined && (type === 'preorder' || quantity === undefined)) {
		return failure(400, 'Price is required');
	}
	const problem =
		(price === undefined ? undefined : priceProblem(sent)) ??
		(quantity === undefined || type === 'preorder' ? undefined : quantityProblem(sent));
	if (problem) return failure(400, problem);
	const listing = data.listings.get(sent.listing_id);
	if (listing?.type !== type) return failure(404, 'Listing not found or access denied');
	if (price !== undefined) listing.price = Number(price);
	if (quantity !== undefined && type === 'ask') listing.quantity = Number(quantity);
	return success(200, 'Listing updated', listing);
}

function batchProblem(sent: Fields): string | undefined {
	const { listings } = sent;
	if (!Array.isArray(listings) || listings.length === 0) return 'Listings are required';
	const prices = new Map<string, unknown>();
	for (const item of listings as unknown[]) {
		const problem = isObject(item) ? itemProblem(item) : 'Each listing must be an object';
		if (problem || !isObject(item)) return problem;
		const key = JSON.stringify([item.sku, item.size]);
		if (prices.has(key) && prices.get(key) !== item.price) {
			return 'The same SKU and size must have the same price';
		}
		prices.set(key, item.price);
	}
	if (!isWhole(sent.parcel_quantity, 1)) return 'Parcel quantity must be at least 1';
	if (sent.logistic_type !== 'kerry') return undefined;
	if (!isDay(sent.pickup_date)) return 'Pickup date is required for Kerry';
	const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(String(sent.pickup_time));
	return isTime ? undefined : 'Pickup time is required for Kerry';
}

function createBatch(call: Call, { data }: SasomState): Answer {
	const sent = jsonBody(call);
	if (!sent) return failure(400, 'Request body must be a JSON object');
	const problem = batchProblem(sent);
	if (problem) return failure(400, problem);
	const batch = { batch_id: `r2s_${data.batches.length + 1}`, ...sent };
	data.batches.push(batch);
	return success(201, 'Batch created', batch);
}

const listingsOf = ({ data }: SasomState, fits: (listing: Listing) => boolean): Listing[] =>
	[...data.listings.values()].filter(fits);

const ROUTES: Routes<SasomState> = {
	'GET /partner/processing/orders': (call, state) => orderPage(call, state, 'processing'),
	'GET /partner/settled/orders': (call, state) => orderPage(call, state, 'settled'),
	'GET /partner/lowest/*': (_call, state, [sku]) => {
		const prices = listingsOf(state, (listing) => listing.sku === sku).map(({ price }) => price);
		// Own choice: any SKU is known; without a listing its lowest price is null.
		return success(200, 'OK', { sku, lowest_price: prices.length ? Math.min(...prices) : null });
	},
	'GET /partner/live/listings/*': (_call, state, [type]) => {
		if (type !== 'ask' && type !== 'preorder') return failure(400, 'Invalid listing type');
		return success(
			200,
			'OK',
			listingsOf(state, (listing) => listing.type === type),
		);
	},
	'POST /partner/list/ask': (call, state) => list('ask', call, state),
	'POST /partner/list/preorder': (call, state) => list('preorder', call, state),
	'PUT /partner/edit/listing': (call, state) => edit('ask', call, state),
	'PUT /partner/edit/preorder': (call, state) => edit('preorder', call, state),
	'POST /partner/batch/r2s': createBatch,
};

export const sasom: Provider<Account, Data> = {
	name: 'sasom',
	account: { apiKey: 'sk_partner_0001', apiSecret: 'sasom-secret-8f2b1c' },
	tokenRoutes: [],
	freshData: () => ({ listings: new Map(), batches: [] }),
	error: (_status, message) => ({ success: false, message }),
	answer(call, state) {
		const { authorization } = call.headers;
		if (!authorization) return failure(401, 'Missing authorization header', 'bad-credentials');
		const pair = readBasic(authorization);
		if (pair?.user !== state.account.apiKey || pair.password !== state.account.apiSecret) {
			return failure(401, 'Invalid credentials', 'bad-credentials');
		}
		if (call.path === ECHO_PATH) return reply(200, echoed(call));
		const found = findRoute(ROUTES, call);
		if (!found) return failure(404, 'Not found', 'not-found');
		return found.handler(call, state, found.parameters);
	},
};
