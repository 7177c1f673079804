import type { Sending } from './notifier';
import { backNotification, tokenNotification } from './pledgNotifications';

const STATUSES = ['waiting', 'pending', 'authorized', 'pending-capture', 'completed', 'failed'];

/** In back mode, about a purchase that has got a new status. */
export function pledgBack(
	reference: string,
	secret: string,
	changes: Record<string, unknown> = {},
): Sending {
	const fields = {
		created_at: '2026-01-31T12:20:34.97138Z',
		error: '',
		id: `ch_${reference}`,
		reference,
		sandbox: true,
		status: 'completed',
		metadata: { cart: reference },
		additional_data: { origin: 'shop' },
		...changes,
	};
	return { body: JSON.stringify(backNotification(fields, secret)) };
}

/** In transfer mode. */
export function pledgTransfer(
	reference: string,
	secret: string,
	changes: Record<string, unknown> = {},
): Sending {
	const payload = {
		reference,
		created: '2026-01-31 15:00:02.052177',
		transfer_order_item_uid: `tri_${reference}`,
		amount_cents: 10000,
		...changes,
	};
	return { body: JSON.stringify(tokenNotification(payload, secret)) };
}

/** About a purchase that did not come about. */
export function pledgError(
	reference: string,
	secret: string,
	changes: Record<string, unknown> = {},
): Sending {
	const payload = {
		reference,
		purchase_state: 'PRIMARY_KO',
		purchase_uid: `pur_${reference}`,
		...changes,
	};
	return { body: JSON.stringify(tokenNotification(payload, secret)) };
}

/** The same under the newer names of the vendor's plugin. */
export function pledgFailedState(
	reference: string,
	secret: string,
	changes: Record<string, unknown> = {},
): Sending {
	const payload = { reference, uid: `pur_${reference}`, state: 'SCORING_KO', ...changes };
	return { body: JSON.stringify(tokenNotification(payload, secret)) };
}

/** At the end of a split payment, without signature. */
export function pledgEndOfSplit(reference: string): Sending {
	return { body: JSON.stringify({ reference, uid: `pur_${reference}` }) };
}

/**
 * In front mode, without signature: with the virtual card in it.
 * Own choice: what stands beside the card.
 */
export function pledgFront(reference: string, changes: Record<string, unknown> = {}): Sending {
	const fields = {
		reference,
		purchase_uid: `pur_${reference}`,
		card_number: '4111111111111111',
		cvc: '123',
		expiration_date: '2030-12',
		...changes,
	};
	return { body: JSON.stringify(fields) };
}

/** The same as a form. */
export function asForm({ body }: Sending): Sending {
	const fields = Object.entries(JSON.parse(body) as Record<string, unknown>).map(
		([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)],
	);
	return {
		body: new URLSearchParams(fields).toString(),
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
	};
}

/**
 * Notifications of all kinds. Some are about the same purchase, which has got another status; each
 * has a reference of its own, from `order_0` on, so that what arrives can be told apart.
 */
export function pledgNotifications(count: number, secret: string): Sending[] {
	return Array.from({ length: count }, (_, at) => {
		const reference = `order_${at}`;
		if (at % 5 === 3) return pledgTransfer(reference, secret);
		if (at % 5 === 4) return pledgError(reference, secret);
		const purchase = Math.floor(at / 10);
		const status = STATUSES[at % STATUSES.length];
		// Of ten in a row, those of back mode share a purchase; status or time differ.
		const created_at = new Date(Date.UTC(2026, 0, 31) + at * 1000).toISOString();
		return pledgBack(reference, secret, { id: `ch_${purchase}`, status, created_at });
	});
}
