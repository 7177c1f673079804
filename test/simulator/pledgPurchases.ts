import { hasType, isWhole, jsonBody, reply } from './call';
import type { Answer, Call } from './types';

export interface Purchase {
	amountCents: number;
	creditedCents: number;
	released: boolean;
	/** In back mode the merchant has the money from the virtual card. */
	isPaidByCard?: boolean;
	/** Whether there is a transfer order item. */
	isTransferOrdered: boolean;
	/** When each amount was credited last, in epoch milliseconds. */
	creditedAtMs: Map<number, number>;
}

export type Purchases = Record<string, Purchase>;

export const freshPurchase = (amountCents: number): Purchase => ({
	amountCents,
	creditedCents: 0,
	released: false,
	isTransferOrdered: true,
	creditedAtMs: new Map(),
});

const ONE_MINUTE_IN_MS = 60_000;

/** Own choice: these are there from the start. */
export const freshPurchases = (): Purchases => ({
	pur_1: freshPurchase(20000),
	pur_2: freshPurchase(5000),
	pur_by_card: { ...freshPurchase(5000), isPaidByCard: true },
	pur_not_ordered: { ...freshPurchase(5000), isTransferOrdered: false },
});

/** "Refunds": a failure is a 4xx with raw text. The statuses and words are the simulator's own. */
const refusal = (status: number, text: string): Answer => ({ status, text, outcome: 'invalid' });

/**
 * "Refunds", "Transfer mode": not more than the amount of the purchase, not before there is a
 * transfer order item, not for a virtual card, and the same refund not twice within a minute. The
 * answer is the simulator's own, and that the same means the same amount.
 */
export function credit(
	call: Call,
	uid: string,
	purchase: Purchase | undefined,
	nowMs: number,
): Answer {
	const amount = jsonBody(call)?.amount_cents;
	if (!isWhole(amount, 1)) return refusal(400, 'amount_cents must be a positive integer');
	if (!purchase) return refusal(404, 'Purchase not found');
	if (purchase.released) return refusal(400, 'The purchase was released');
	if (purchase.isPaidByCard) return refusal(409, 'The purchase was paid by virtual card');
	if (!purchase.isTransferOrdered) return refusal(400, 'No transfer order item found');
	const before = purchase.creditedAtMs.get(Number(amount)) ?? -Infinity;
	if (nowMs - before < ONE_MINUTE_IN_MS) {
		return refusal(425, 'The same refund was asked for within the last minute');
	}
	const credited = purchase.creditedCents + Number(amount);
	if (credited > purchase.amountCents) {
		return refusal(400, 'amount_cents is greater than the purchase amount');
	}
	purchase.creditedCents = credited;
	purchase.creditedAtMs.set(Number(amount), nowMs);
	return reply(200, { uid, amount_cents: amount, status: 'credited' });
}

/** Own choice: a success has no body, and nothing can be released twice. */
export function release(call: Call, purchase: Purchase | undefined): Answer {
	if (call.body.length > 0 && !hasType(call, 'application/json')) {
		return refusal(400, 'The body must be JSON');
	}
	if (!purchase) return refusal(404, 'Purchase not found');
	if (purchase.released) return refusal(400, 'The purchase was released already');
	purchase.released = true;
	return { status: 200, text: '', outcome: 'ok' };
}
