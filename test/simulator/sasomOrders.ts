import { isText, reply } from './call';
import { failure, LOWEST_PRICE_IN_BAHT, type Fields, type SasomState } from './sasomRoutes';
import type { Answer, Call } from './types';

/** What tests have done to the orders in process, by ID: null for one that has left the list. */
export type OrderChanges = Map<string, Fields | null>;

const orderOf = (status: string, at: number): Fields => ({
	order_id: `${status}_${at + 1}`,
	sku: `SKU-${at % 10}`,
	size: 'US 9',
	price: LOWEST_PRICE_IN_BAHT + at,
	quantity: 1,
	status,
});

/** As many as configured, then those that a test has added. */
function allOrders({ faults, data }: SasomState, status: string): Fields[] {
	const orders = Array.from({ length: faults.orderCount }, (_, at) => orderOf(status, at));
	if (status !== 'processing') return orders;
	const known = new Set(orders.map(({ order_id }) => order_id));
	const added = [...data.orderChanges].filter(([id]) => !known.has(id));
	return [...orders, ...added.map(([order_id]) => ({ order_id }))].flatMap((order) => {
		const changes = data.orderChanges.get(String(order.order_id));
		return changes === null ? [] : [{ ...order, ...changes }];
	});
}

// Own choice: the cursor is the offset in base64url, and `next_cursor` is null on the last page.
export function orderPage(call: Call, state: SasomState, status: string): Answer {
	const cursor = call.query.get('cursor');
	const from = cursor === null ? 0 : Number(Buffer.from(cursor, 'base64url').toString());
	if (cursor === '' || !Number.isInteger(from) || from < 0) return failure(400, 'Invalid cursor');
	const orders = allOrders(state, status);
	const to = Math.min(from + state.faults.pageSize, orders.length);
	const next = to < orders.length ? Buffer.from(String(to)).toString('base64url') : null;
	return reply(200, { success: true, data: orders.slice(from, to), next_cursor: next });
}

/**
 * Lets tests put an order into process, change one (`putOrder`: `order_id` and its fields), or take
 * one out (`removeOrder`: `order_id`).
 */
export function actOnOrders(name: string, sent: Fields, { data }: SasomState): Fields {
	const { order_id, ...fields } = sent;
	if (!isText(order_id)) throw new Error('order_id is required');
	if (name !== 'putOrder' && name !== 'removeOrder') throw new Error(`Unknown act: ${name}`);
	const changes = name === 'removeOrder' ? null : { ...data.orderChanges.get(order_id), ...fields };
	data.orderChanges.set(order_id, changes);
	return { order_id, ...changes };
}
