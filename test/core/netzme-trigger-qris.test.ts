import { qrisPayment, qrisReferencePayment, type Payment } from '../simulator/notifierNetzme';
import { callbackOf, notifiedTrigger } from './netzme-notified';
import { putForward, until } from './put-forward';

const { simulator, serve, know, send, items, asked } = notifiedTrigger();

describe('a payment by QRIS whose reference is not the RRN', () => {
	const payment = qrisReferencePayment(1);
	const list = (page: number, day = '2026-01-31') =>
		`/qr/transaction/list?userId=M_test0001&startdate=${day}&enddate=${day}&page=${page}`;
	const direct = ['5700000000000001', 'order_1'].map((id) => `/qris/acquire/transaction/${id}`);

	it('is found in the list of its day, page by page', async () => {
		simulator().configure('netzme', { pageSize: 2, orderCount: 3 });
		await serve();
		know(payment);
		expect(await send(payment)).toMatchObject([{ status: 200 }]);
		expect(asked()).toEqual([...direct, list(1), list(2)]);
		expect(items()).toEqual([
			{
				kind: 'qris',
				verified: true,
				transactionId: 'order_1',
				notification: callbackOf(payment),
				transaction: payment.known.listed,
			},
		]);
	});

	it('starts the workflow once, also where Netzme knows it by its RRN later', async () => {
		await serve();
		know(payment);
		await send(payment);
		await send(qrisReferencePayment(1, { rrn: payment.known.id }));
		await send(qrisPayment(1));
		expect(asked().at(-1)).toBe(`/qris/acquire/transaction/${payment.known.id}`);
		expect(items()).toHaveLength(1);
	});

	it('is looked for among those of the merchant of the credential where it names none', async () => {
		const nameless = qrisReferencePayment(1, { merchantUserId: undefined });
		await serve();
		know(nameless);
		expect(await send(nameless)).toMatchObject([{ status: 200 }]);
		expect(items()).toMatchObject([{ verified: true }]);
	});

	it.each<[string, Payment]>([
		['another amount', qrisReferencePayment(1, { amount: 'IDR 21000.00' })],
		['another ID', qrisReferencePayment(1, { transactionId: 'order_2' })],
		['another day', qrisReferencePayment(1, { ts: '2026-01-30 13:21:54.629000+0700' })],
		['another merchant', qrisReferencePayment(1, { merchantUserId: 'M_other' })],
		['an invoice of the list', qrisReferencePayment(1, { transactionId: 'trx_1', amount: 10001 })],
	])('is not taken for it: %s', async (_what, forged) => {
		await serve();
		know(payment);
		expect(await send(forged)).toMatchObject([{ status: 403 }]);
		expect(items()).toEqual([]);
	});

	it('has eight seconds for all that Netzme is asked', async () => {
		const slow = { target: 'api', kind: 'delay', count: 1, delayMs: 100 } as const;
		await serve();
		know(payment);
		simulator().configure('netzme', { failNext: [slow, slow] });
		const clock = putForward();
		const sending = send(payment);
		for (const count of [1, 2]) {
			await until(() => asked().length === count);
			clock.by(4_500);
		}
		expect(await sending).toMatchObject([{ status: 503 }]);
		// What was late is not followed by more.
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(asked()).toHaveLength(2);
	});
});
