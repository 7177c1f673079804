import { invoicePayment, withdrawalNotice, type Payment } from '../simulator/notifierNetzme';
import { callbackOf, notifiedTrigger } from './netzme-notified';

/** Callbacks in other shapes than the documented one, and what Netzme is asked for because of them. */
const { serve, served, know, send, items, asked } = notifiedTrigger();

it.each<[string, Record<string, unknown>]>([
	['more decimals', { amount: '15001.000' }],
	['separators of thousands', { amount: '15,001.00' }],
	['an amount as in SNAP', { amount: { value: '15001.00', currency: 'IDR' } }],
	['amounts as text', { amount: 'IDR 15001.00', fee: '0' }],
])('a payment with %s is confirmed', async (_what, changes) => {
	const payment = invoicePayment(1, changes);
	await serve();
	know(payment);
	expect(await send(payment)).toMatchObject([{ status: 200 }]);
	expect(items()).toMatchObject([{ verified: true, notification: changes }]);
});

it('a callback that is wrapped in data is read, and answered with its own fields', async () => {
	const payment = invoicePayment(1);
	await serve();
	know(payment);
	const [answer] = await send({
		sending: { body: JSON.stringify({ type: 'payment', data: callbackOf(payment) }) },
	});
	expect(answer).toMatchObject({ status: 200, body: payment.sending.acknowledgement });
	expect(items()).toMatchObject([{ verified: true, notification: callbackOf(payment) }]);
});

it.each<[string, unknown, string, string]>([
	['a number', 4711, '4711', '4711'],
	['slashes', 'INV/2026/1', 'INV/2026/1', 'INV%2F2026%2F1'],
])('a transaction ID with %s is looked up', async (_what, transaction_id, id, step) => {
	const { known, ...payment } = invoicePayment(1, { transaction_id });
	await serve();
	know({ ...payment, known: { ...known, id, transaction: { ...known.transaction, trxId: id } } });
	expect(await send(payment)).toMatchObject([{ status: 200 }]);
	expect(items()).toMatchObject([{ verified: true, transactionId: id }]);
	expect(asked()).toEqual([`/invoice/transaction/${step}`]);
});

describe('what differs', () => {
	const paid = invoicePayment(1);
	const cases: Array<[string, Record<string, unknown>, string[]]> = [
		['an amount that cannot be read', { amount: 'much' }, ['amount']],
		['an amount that could be two', { amount: '15.001' }, ['amount']],
		['no amount', { amount: undefined }, ['amount']],
		['another currency', { amount: { value: '15001.00', currency: 'USD' } }, ['amount']],
		['no status', { status: undefined }, ['status']],
		['a status that is none', { status: { paid: true } }, ['status']],
	];

	it.each(cases)('is refused: %s', async (_what, changes) => {
		await serve();
		know(paid);
		expect(await send(invoicePayment(1, changes))).toMatchObject([{ status: 403, body: '' }]);
		expect(items()).toEqual([]);
	});

	it.each(cases)('is emitted as such on request: %s', async (_what, changes, differs) => {
		await serve({ allowUnverified: true });
		know(paid);
		expect(await send(invoicePayment(1, changes))).toMatchObject([{ status: 200 }]);
		expect(items()).toMatchObject([{ verified: false, differs }]);
	});
});

describe('a withdrawal', () => {
	const notice = withdrawalNotice(1);

	it('is looked up by its request ID, and starts the workflow once for each status', async () => {
		const { known } = notice;
		const pending = withdrawalNotice(1, { status: 'PENDING' });
		await serve();
		know({
			...pending,
			known: { ...known, transaction: { ...known.transaction, status: 'PENDING' } },
		});
		await send(pending, pending);
		know(notice);
		expect(await send(notice)).toMatchObject([{ status: 200, body: '{"status":"SUCCESS"}' }]);
		const { id: requestId, transaction } = known;
		expect(asked().at(-1)).toBe(`/withdraw/${requestId}`);
		expect(items()).toMatchObject([
			{ kind: 'withdrawal', verified: true, transaction: { status: 'PENDING' } },
			{ kind: 'withdrawal', verified: true, transactionId: requestId, transaction },
		]);
		expect(items()).toHaveLength(2);
	});

	it('as SNAP tells of it is answered as all where it has none of the fields', async () => {
		const { id } = notice.known;
		await serve();
		know(notice);
		const snap = { originalReferenceNo: id, latestTransactionStatus: '00' };
		expect(await send({ sending: { body: JSON.stringify(snap) } })).toMatchObject([
			{ status: 200, body: '{"received":true}' },
		]);
		expect(items()).toMatchObject([{ kind: 'withdrawal', verified: true, transactionId: id }]);
	});

	it.each<[string, Payment]>([
		['another status', withdrawalNotice(1, { status: 'FAILED' })],
		['another amount', withdrawalNotice(1, { amount: 'IDR 1.00' })],
		['a request ID that is made up', withdrawalNotice(2)],
	])('is refused with %s', async (_what, forged) => {
		await serve();
		know(notice);
		expect(await send(forged)).toMatchObject([{ status: 403 }]);
		expect(items()).toEqual([]);
	});
});

describe('Allow Unverified Notifications', () => {
	const forged = invoicePayment(1, { amount: 1 });

	it.each<[unknown, number, number]>([
		['true', 200, 1],
		[' TRUE ', 200, 1],
		[1, 200, 1],
		['false', 403, 0],
		['0', 403, 0],
		['yes', 503, 0],
		['', 503, 0],
		[[], 503, 0],
		[null, 503, 0],
	])('may be an expression: %j', async (allowUnverified, status, count) => {
		await serve({ allowUnverified });
		know(invoicePayment(1));
		expect(await send(forged)).toMatchObject([{ status }]);
		expect(items()).toHaveLength(count);
		if (status !== 503) return;
		expect(served().warnings).toEqual([
			expect.stringContaining('Allow Unverified Notifications must be true or false'),
		]);
		expect(asked()).toEqual([]);
	});
});
