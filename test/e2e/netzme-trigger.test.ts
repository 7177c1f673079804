import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notify, type Sending } from '../simulator/notifier';
import {
	invoicePayment,
	qrisPayment,
	withdrawalNotice,
	type Payment,
} from '../simulator/notifierNetzme';
import type { Client } from './harness/client';
import { itemsOf } from './harness/execution';
import { ROOT } from './harness/paths';
import { publish, type PublishedTrigger } from './harness/trigger';
import { attachCredentials, type Workflow } from './harness/workflow';
import {
	accountOf,
	emitted,
	failingOnce,
	finished,
	publishTrigger,
	refused,
	urlOf,
} from './notified';
import { client, simulator } from './running';

const ID = 'order_\\d+';
/** What Netzme documents for an invoice; of its fields a payment by QRIS has one. */
const acknowledged = ({ sending, known }: Payment) => ({
	status: 200,
	body: known.kind === 'qris' ? '{"status":"100"}' : sending.acknowledgement,
});
const netzme = accountOf('netzme');

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
	await simulator.reset();
});
const publishNetzme = async (parameters = {}) =>
	await publishTrigger(n8n, 'netzmeTrigger', netzme, parameters);
const know = async (...payments: Payment[]) => {
	for (const { known } of payments) await simulator.act('netzme', 'putTransaction', known);
};

it('a payment is emitted with what Netzme itself says of it', async () => {
	const payments = [invoicePayment(1), qrisPayment(2), withdrawalNotice(3)];
	await know(...payments);
	const trigger = await publishNetzme();
	await notify(
		urlOf(trigger),
		payments.map(({ sending }) => sending),
	);
	expect(await emitted(n8n, trigger)).toEqual(
		payments.map(({ sending, known: { kind, id, transaction } }) => ({
			kind,
			verified: true,
			transactionId: id,
			notification: JSON.parse(sending.body) as object,
			transaction,
		})),
	);
});

it('a failed workflow leads to a repeat that is taken', async () => {
	await know(invoicePayment(1));
	const { step, stop } = await failingOnce();
	const trigger = await publishTrigger(n8n, 'netzmeTrigger', netzme, {}, [step]);
	const { answers } = await notify(urlOf(trigger), [invoicePayment(1).sending], { attempts: 4 });
	stop();
	expect(answers).toMatchObject([{ status: 500 }, acknowledged(invoicePayment(1))]);
	const runs = await finished(trigger, ID);
	expect(runs.map(({ status }) => status).sort()).toEqual(['error', 'success']);
});

it('while Netzme cannot be asked a callback is put off, and taken when it comes again', async () => {
	await know(invoicePayment(1));
	const trigger = await publishNetzme();
	await simulator.configure('netzme', {
		failNext: [{ target: 'api', count: 2, kind: 'status', status: 503 }],
	});
	const { answers } = await notify(urlOf(trigger), [invoicePayment(1).sending], { attempts: 4 });
	expect(answers).toMatchObject([
		{ status: 503 },
		{ status: 503 },
		acknowledged(invoicePayment(1)),
	]);
	expect(await emitted(n8n, trigger)).toMatchObject([{ verified: true }]);
});

describe('what is refused', () => {
	const forged: Array<[string, Payment, string[]]> = [
		['a forged amount', invoicePayment(1, { amount: 1 }), ['amount']],
		['a forged invoice', invoicePayment(1, { id: 'NETZ-INV-9' }), ['id']],
		['an unknown transaction', invoicePayment(1, { transaction_id: 'made-up' }), ['id']],
	];
	let trigger: PublishedTrigger;
	beforeAll(async () => {
		await know(invoicePayment(1));
		trigger = await publishNetzme();
	});

	it.each<[string, Sending, number]>([
		...forged.map(([what, { sending }]) => [what, sending, 403] as [string, Sending, number]),
		['a path for an ID', invoicePayment(1, { transaction_id: '../x' }).sending, 400],
		['another shape', { body: '{"hello":"world"}' }, 400],
	])('%s: a bare status, one line in the log', async (_what, sending, status) => {
		const { answer, lines } = await refused(trigger, sending);
		expect(answer).toMatchObject({ status, body: '' });
		expect(lines).toHaveLength(1);
		expect(lines[0]).not.toMatch(/order_|made-up|NETZ-INV/);
	});

	it('starts nothing', async () => {
		expect(await finished(trigger, ID)).toEqual([]);
	});

	it('is emitted as not verified on request', async () => {
		const emitting = await publishNetzme({ allowUnverified: true });
		const { answers } = await notify(
			urlOf(emitting),
			forged.map(([, { sending }]) => sending),
		);
		expect(answers).toMatchObject(forged.map(([, payment]) => acknowledged(payment)));
		expect(await emitted(n8n, emitting)).toMatchObject(
			forged.map(([, , differs]) => ({ verified: false, differs })),
		);
	});
});

it('the example marks an open invoice, once', async () => {
	const file = join(ROOT, 'examples', 'netzme-paid-invoice.json');
	const { name, type, data } = netzme;
	const { id } = await n8n.createCredential(name, type, data);
	const example = JSON.parse(readFileSync(file, 'utf8')) as Workflow;
	const trigger = await publish(n8n, attachCredentials(example, [{ id, name, type }]));
	// Its lower branch makes a table with one open invoice.
	expect((await n8n.run(trigger.workflowId)).status).toBe('success');
	const payments = [qrisPayment(2), invoicePayment(1), invoicePayment(3)];
	await know(...payments);
	const sendings = payments.map(({ sending }) => sending);
	const { answers } = await notify(urlOf(trigger), sendings);
	expect(answers).toMatchObject(payments.map(acknowledged));
	const triggered = (await n8n.executions(trigger.workflowId)).slice(0, 3).reverse();
	const outputs = triggered.map(async (each) =>
		itemsOf(await n8n.execution(each.id), 'Once per invoice'),
	);
	expect(await Promise.all(outputs)).toEqual([[], [{ text: 'Invoice trx_order_1 is paid.' }], []]);
});
