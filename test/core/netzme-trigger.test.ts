import { NetzmeTrigger } from '../../nodes/Netzme/NetzmeTrigger.node';
import { startSimulator, type Simulator } from '../simulator';
import type { FailNext } from '../simulator/faults';
import { notify, type NotifierAnswer } from '../simulator/notifier';
import {
	invoicePayment,
	netzmePayments,
	qrisPayment,
	type Payment,
} from '../simulator/notifierNetzme';
import { accounts } from './accounts';
import { putForward, until } from './put-forward';
import { serveTrigger, type Served } from './webhook';

/** The answer that Netzme documents. */
const acknowledged = ({ sending }: Payment) => ({ status: 200, body: sending.acknowledgement });

let simulator: Simulator;
let served: Served;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await served.stop();
	await simulator.stop();
});

async function serve(parameters: object = {}): Promise<void> {
	served = await serveTrigger(new NetzmeTrigger(), accounts.netzme(simulator), {
		responseMode: 'lastNode',
		...parameters,
	});
}

const know = (...payments: Payment[]) => {
	for (const { known } of payments) simulator.act('netzme', 'putTransaction', known);
};
const send = async (...payments: Payment[]): Promise<NotifierAnswer[]> =>
	(
		await notify(
			served.url,
			payments.map(({ sending }) => sending),
		)
	).answers;
const items = () => served.executions.flat();
const asked = () => simulator.log('netzme').filter(({ url }) => url.includes('/transaction/'));
const failing = (fault: Omit<FailNext, 'target' | 'count'>, count = 1) =>
	simulator.configure('netzme', { failNext: [{ target: 'api', count, ...fault }] });

it.each([
	[
		'invoice',
		invoicePayment(1),
		'/api/aggregator/merchant/invoice/transaction/trx_order_1',
		'{"id":"NETZ-INV-1","transaction_id":"trx_order_1","status":"paid","merchant":"M_test0001","payment_time":"2026-01-31T16:12:13.646+07:00"}',
	],
	[
		'qris',
		qrisPayment(1),
		'/api/aggregator/merchant/qris/acquire/transaction/300000000001',
		'{"status":"100"}',
	],
])(
	'a payment is looked up, signed, and starts the workflow: %s',
	async (kind, payment, path, body) => {
		await serve();
		know(payment);
		expect(await send(payment)).toMatchObject([{ status: 200, body }]);
		expect(items()).toEqual([
			{
				kind,
				verified: true,
				transactionId: payment.known.id,
				notification: JSON.parse(payment.sending.body) as object,
				transaction: payment.known.transaction,
			},
		]);
		expect(asked()).toMatchObject([{ method: 'GET', url: path, outcome: 'ok' }]);
	},
);

describe('what Netzme does not confirm', () => {
	const paid = invoicePayment(1);
	const cases: Array<[string, Payment, string[]]> = [
		['a forged amount', invoicePayment(1, { amount: 1 }), ['amount']],
		['a forged invoice', invoicePayment(1, { id: 'NETZ-INV-9' }), ['id']],
		['an unknown transaction', invoicePayment(1, { transaction_id: 'made-up' }), ['id']],
		['an unknown RRN', qrisPayment(7), ['id']],
		['another status', invoicePayment(1, { status: 'refunded' }), ['status']],
	];

	it.each(cases)('is refused: %s', async (_what, forged) => {
		await serve();
		know(paid);
		expect(await send(forged)).toMatchObject([{ status: 403, body: '' }]);
		expect(served.executions).toEqual([]);
		expect(served.warnings).toEqual([expect.stringContaining('Netzme does not confirm it')]);
		expect(served.warnings.join()).not.toMatch(/trx_order|made-up|IDR|NETZ/);
	});

	it.each(cases)('is emitted as such on request: %s', async (_what, forged, differs) => {
		await serve({ allowUnverified: true });
		know(paid);
		expect(await send(forged, forged)).toMatchObject([{ status: 200 }, { status: 200 }]);
		expect(items()).toMatchObject([{ verified: false, differs }]);
	});

	it('does not keep the real one away', async () => {
		await serve({ allowUnverified: true });
		know(paid);
		await send(invoicePayment(1, { amount: 1 }), paid);
		expect(items().map(({ verified }) => verified)).toEqual([false, true]);
	});

	it('is taken once Netzme confirms it', async () => {
		await serve();
		know({
			...paid,
			known: { ...paid.known, transaction: { ...paid.known.transaction, status: 'INIT' } },
		});
		expect(await send(paid)).toMatchObject([{ status: 403 }]);
		know(paid);
		expect(await send(paid)).toMatchObject([acknowledged(paid)]);
		expect(items()).toHaveLength(1);
	});
});

it.each<[string, object, number]>([
	['another path in place of an ID', invoicePayment(1, { transaction_id: '../../x' }).sending, 400],
	['another shape', { body: '{"hello":"world"}' }, 400],
	['another content type', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415],
	[
		'a form',
		{ body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
		415,
	],
	['more than 1 MB', invoicePayment(1, { notes: 'x'.repeat(2 ** 20) }).sending, 413],
])('is refused without asking Netzme: %s', async (_what, sending, status) => {
	await serve();
	expect((await notify(served.url, [sending as { body: string }])).answers).toMatchObject([
		{ status, body: '' },
	]);
	expect(simulator.log('netzme')).toEqual([]);
	expect(served.executions).toEqual([]);
});

describe('when Netzme cannot be asked', () => {
	const payment = invoicePayment(1);
	it.each<[string, Omit<FailNext, 'target' | 'count'>]>([
		['a server error', { kind: 'status', status: 500 }],
		['too many requests', { kind: 'tooMany' }],
		['a cut connection', { kind: 'cut' }],
		['a web page', { kind: 'html' }],
		['malformed JSON', { kind: 'malformedJson' }],
	])('the callback is put off, and taken when it comes again: %s', async (_what, fault) => {
		await serve();
		know(payment);
		failing(fault);
		expect(await send(payment)).toMatchObject([{ status: 503, body: '' }]);
		expect(served.executions).toEqual([]);
		expect(served.warnings.join()).not.toMatch(/trx_order|IDR/);
		expect(await send(payment)).toMatchObject([acknowledged(payment)]);
		expect(items()).toHaveLength(1);
	});

	it('it is put off within the patience of a provider', async () => {
		await serve();
		know(payment);
		failing({ kind: 'delay', delayMs: 20_000 });
		const clock = putForward();
		const sending = send(payment);
		await until(() => simulator.counts('netzme').requests > 0);
		clock.by(7_900);
		const [{ status, milliseconds }] = await sending;
		expect(status).toBe(503);
		expect(milliseconds).toBeLessThan(9_000);
		expect(milliseconds).toBeGreaterThan(7_000);
	});
});

it('a revoked token is renewed on the way', async () => {
	await serve();
	know(invoicePayment(1), invoicePayment(3));
	await send(invoicePayment(1));
	simulator.revoke('netzme');
	expect(await send(invoicePayment(3))).toMatchObject([acknowledged(invoicePayment(3))]);
	expect(items()).toHaveLength(2);
});

describe('a repeat', () => {
	it('starts nothing among 100, 20 at a time, in any order, with one token for all', async () => {
		await serve();
		const payments = netzmePayments(100);
		know(...payments);
		const sendings = payments.map(({ sending }) => sending);
		const { undelivered } = await notify(served.url, sendings, {
			concurrency: 20,
			repeats: 0.3,
			isReordered: true,
		});
		expect(undelivered).toEqual([]);
		expect(items()).toHaveLength(100);
		expect(new Set(items().map(({ notification }) => JSON.stringify(notification))).size).toBe(100);
		expect(simulator.counts('netzme').mints).toBe(1);
	});

	it('is told by transaction and status, not by the rest', async () => {
		await serve();
		know(invoicePayment(1));
		await send(invoicePayment(1), invoicePayment(1, { payment_time: '2026-02-01' }));
		expect(items()).toHaveLength(1);
	});

	it('is taken when the workflow has failed', async () => {
		await serve();
		know(invoicePayment(1));
		served.workflow = async () => {
			throw new Error('the workflow failed');
		};
		expect(await send(invoicePayment(1))).toMatchObject([{ status: 500 }]);
		served.workflow = async () => {};
		expect(await send(invoicePayment(1))).toMatchObject([acknowledged(invoicePayment(1))]);
		expect(items()).toHaveLength(2);
	});
});
