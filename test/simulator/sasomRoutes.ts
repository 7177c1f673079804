import { isDay, isText, isWhole, jsonBody, reply } from './call';
import { isObject } from './digest';
import { orderPage, type OrderChanges } from './sasomOrders';
import type { Routes } from './call';
import type { Answer, Call, State } from './types';

export interface Account {
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

export interface Data {
	listings: Map<string, Listing>;
	batches: object[];
	orderChanges: OrderChanges;
	/** When the requests of the last minute came, in epoch milliseconds. */
	arrivals: number[];
}

export type SasomState = State<Account, Data>;
export type Fields = Record<string, unknown>;

export const LOWEST_PRICE_IN_BAHT = 250;

/** The shape of all errors; the sentences below are those of the page "Error Handling" where it has one. */
export const failure = (status: number, message: string, outcome = 'invalid'): Answer =>
	reply(status, { success: false, message }, outcome);

/** 200 is the only success that the page "Error Handling" lists. */
const success = (message: string, data: unknown): Answer =>
	reply(200, { success: true, message, data });

function priceProblem(item: Fields): string | undefined {
	const { sku, size, price } = item;
	if (typeof price === 'number' && price >= LOWEST_PRICE_IN_BAHT) return undefined;
	const what = { sku, size, price };
	const named = Object.entries(what).filter(([, value]) => value !== undefined);
	return `${named.map((pair) => pair.join(': ')).join(', ')} - price must be at least ${LOWEST_PRICE_IN_BAHT} baht`;
}

function quantityProblem({ quantity }: Fields): string | undefined {
	return isWhole(quantity, 1, 99) ? undefined : 'Quantity must be between 1 and 99';
}

function itemProblem(item: Fields): string | undefined {
	if (!isText(item.sku)) return 'SKU is required';
	if (!isText(item.size)) return 'Size is required';
	return priceProblem(item) ?? quantityProblem(item);
}

function listingProblem(type: Listing['type'], sent: Fields): string | undefined {
	const problem = itemProblem(sent);
	if (problem) return problem;
	if (sent.year !== undefined && !isText(sent.year)) return 'Year must be a string';
	const isDated = type === 'ask' || isDay(sent.releaseDate);
	return isDated ? undefined : 'Release date is required in the format YYYY-MM-DD';
}

function list(type: Listing['type'], call: Call, { data, now }: SasomState): Answer {
	const sent = jsonBody(call);
	if (!sent) return failure(400, 'Request body must be a JSON object');
	const problem = listingProblem(type, sent);
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
		...(type === 'preorder' ? { releaseDate: String(sent.releaseDate) } : {}),
		status: 'active',
		created_at: new Date(now()).toISOString(),
	};
	data.listings.set(listing_id, listing);
	return success('Listing created successfully', listing);
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
	// Own choice: the sentence that is documented for an order, with "Listing" in its place.
	if (listing?.type !== type) return failure(404, 'Listing not found or access denied');
	if (price !== undefined) listing.price = Number(price);
	if (quantity !== undefined && type === 'ask') listing.quantity = Number(quantity);
	return success('Listing updated', listing);
}

function batchProblem(sent: Fields): string | undefined {
	const { listings } = sent;
	if (!Array.isArray(listings) || listings.length === 0) return 'Listings are required';
	const prices = new Map<string, unknown>();
	for (const item of listings as unknown[]) {
		if (!isObject(item)) return 'Each listing must be an object';
		const problem = itemProblem(item);
		if (problem) return problem;
		const { sku, size, price } = item;
		const key = JSON.stringify([sku, size]);
		if (prices.has(key) && prices.get(key) !== price) {
			return `Duplicate SKU+size with different price: ${[sku, size, price].join('**')}`;
		}
		prices.set(key, price);
	}
	if (!isWhole(sent.parcel_quantity, 1)) return 'Parcel quantity must be at least 1';
	if (sent.logistic_type !== undefined && !isText(sent.logistic_type)) {
		return 'Logistic type must be a string';
	}
	const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(String(sent.pickup_time));
	if (sent.logistic_type !== 'kerry' || (isDay(sent.pickup_date) && isTime)) return undefined;
	return 'Kerry pickup requires both pickup_date (YYYY-MM-DD) and pickup_time (HH:MM)';
}

function createBatch(call: Call, { data }: SasomState): Answer {
	const sent = jsonBody(call);
	if (!sent) return failure(400, 'Request body must be a JSON object');
	const problem = batchProblem(sent);
	if (problem) return failure(400, problem);
	// Own choice: what the answer holds is not documented.
	const batch = { batch_id: `r2s_${data.batches.length + 1}`, ...sent };
	data.batches.push(batch);
	return success('R2S batch created successfully', batch);
}

const listingsOf = ({ data }: SasomState, fits: (listing: Listing) => boolean): Listing[] =>
	[...data.listings.values()].filter(fits);

export const ROUTES: Routes<SasomState> = {
	'GET /partner/processing/orders': (call, state) => orderPage(call, state, 'processing'),
	'GET /partner/settled/orders': (call, state) => orderPage(call, state, 'settled'),
	'GET /partner/lowest/*': (_call, state, [sku]) => {
		const prices = listingsOf(state, (listing) => listing.sku === sku).map(({ price }) => price);
		// Own choice: any SKU is known; without a listing its lowest price is null.
		return success('OK', { sku, lowest_price: prices.length ? Math.min(...prices) : null });
	},
	'GET /partner/live/listings/*': (_call, state, [type]) => {
		// Own choice: these two types, and all listings in one answer.
		if (type !== 'ask' && type !== 'preorder') return failure(400, 'Invalid listing type');
		return success(
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
