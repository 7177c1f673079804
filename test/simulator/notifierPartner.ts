import { enc, HmacSHA256 } from 'crypto-js';
import type { Sending } from './notifier';

/** What a partner of no name and its customer have agreed on: the commonest way to sign. */
export const PARTNER_WEBHOOK = {
	secret: 'a secret that the partner and we have',
	signatureName: 'X-Signature',
	looksLike: 'sha256={signature}',
	repeatId: '{param:id}',
};

/** A notification, signed over its bytes. */
export function partnerEvent(body: string | Buffer, headers: Record<string, string> = {}) {
	const bytes = enc.Hex.parse(Buffer.from(body as string).toString('hex'));
	const signature = HmacSHA256(bytes, PARTNER_WEBHOOK.secret).toString(enc.Hex);
	return { body, headers: { 'x-signature': `sha256=${signature}`, ...headers } };
}

/** Distinct notifications. */
export function partnerEvents(count: number): Sending[] {
	return Array.from({ length: count }, (_, at) => {
		const body = JSON.stringify({ id: `event_${at}`, type: 'order.paid', amount: '10.00' });
		return { ...partnerEvent(body), body, acknowledgement: '{"received":true}' };
	});
}

/** The account of {@link stripeEvent}. */
export const STRIPE_WEBHOOK = {
	scheme: 'stripe',
	secret: 'whsec_bWFkZSB1cCBmb3IgdGhlIGV4YW1wbGVz',
};

/** The end of a checkout as Stripe sends it, signed now or by a clock that is so many seconds ahead. */
export function stripeEvent(id: string, order: string, paymentStatus = 'paid', ahead = 0): Sending {
	const session = { client_reference_id: order, payment_status: paymentStatus };
	const type = 'checkout.session.completed';
	const body = JSON.stringify({ id, type, data: { object: session } });
	const time = Math.floor(Date.now() / 1000) + ahead;
	const signature = HmacSHA256(`${time}.${body}`, STRIPE_WEBHOOK.secret).toString(enc.Hex);
	return { body, headers: { 'stripe-signature': `t=${time},v1=${signature},v0=deadbeef` } };
}
