import { PledgApi } from '../../credentials/PledgApi.credentials';
import { SuApi } from '../../credentials/SuApi.credentials';
import { NetzmeTrigger } from '../../nodes/Netzme/NetzmeTrigger.node';
import { PledgTrigger } from '../../nodes/Pledg/PledgTrigger.node';
import { SuTrigger } from '../../nodes/Su/SuTrigger.node';
import { notify } from '../simulator/notifier';
import { invoicePayment } from '../simulator/notifierNetzme';
import { pledgBack } from '../simulator/notifierPledg';
import { suPush } from '../simulator/notifierSu';
import { accounts } from './accounts';
import { store } from './harness';
import { PROVIDERS, request, run, type ProviderName } from './nodes';
import { emitted, hotelid, startSuQueue, type SuQueue } from './su-queue';
import { serveTrigger, type Served } from './webhook';

/** IDs of so many digits that JavaScript would give their last ones other values. */
const ID = '155411226779361384952';
const OTHER = '155411226779361384953';

/** The same JSON with the IDs as numbers. */
const numeric = (value: unknown) =>
	JSON.stringify(value).replaceAll(new RegExp(`"(${ID}|${OTHER})"`, 'g'), '$1');

let queue: SuQueue;
beforeEach(async () => {
	queue = await startSuQueue();
});
afterEach(() => queue.simulator.stop());

const answering = (provider: ProviderName, value: unknown, count = 1) =>
	queue.simulator.configure(provider, {
		failNext: [
			{
				target: 'api',
				count,
				kind: 'status',
				status: 200,
				body: numeric(value),
				contentType: 'application/json',
			},
		],
	});
const output = async (
	...args: Parameters<typeof run> extends [unknown, ...infer Rest] ? Rest : []
) => (await run(queue.simulator, ...args)).map(({ json }) => json);

describe('an ID that comes as a number is put out digit by digit', () => {
	it.each(PROVIDERS)('by the generic request of %s', async (provider) => {
		answering(provider, { id: ID, status: 100, list: [OTHER] });
		expect(await output(provider, request())).toEqual([{ id: ID, status: 100, list: [OTHER] }]);
	});

	it.each([
		[
			'netzme',
			{ resource: 'transaction', operation: 'getInvoice', invoiceTransactionId: 'trx_1' },
			{ status: 100, body: { transactionId: ID } },
			{ transactionId: ID },
		],
		[
			'pledg',
			{ resource: 'purchase', operation: 'release', purchaseUid: 'pur_1' },
			{ transfer_id: ID },
			{ transfer_id: ID },
		],
		[
			'sasom',
			{ resource: 'order', operation: 'getProcessing' },
			{ success: true, data: [{ order_id: ID }] },
			{ order_id: ID },
		],
		[
			'su',
			{ resource: 'reservation', operation: 'pull', hotelId: hotelid },
			{ reservations: [{ reservation_notif_id: ID }] },
			{ reservation_notif_id: ID },
		],
	] as const)('by an operation of %s', async (provider, parameters, answer, item) => {
		answering(provider, answer);
		expect(await output(provider, parameters)).toMatchObject([item]);
	});
});

it('the Su Reservations Trigger acknowledges each of two that differ in the last digit', async () => {
	const other = `${hotelid}-MAPPED`;
	for (const reservation_notif_id of [ID, OTHER]) queue.enqueue(other, { reservation_notif_id });
	const reservations = [ID, OTHER].map((reservation_notif_id) => ({ reservation_notif_id }));
	const trigger = queue.start({ hotelIds: other });
	answering('su', { reservations }, 2);
	expect(await emitted(trigger)).toEqual([ID, OTHER]);
	expect(await emitted(trigger)).toBeNull();
	expect(queue.received()).toEqual([`acknowledge ${ID},${OTHER}`]);
	expect(queue.simulator.log('su').at(-1)).toMatchObject({ status: 200, outcome: 'ok' });
	expect(trigger.warnings).toEqual([]);
});

describe('a notification with such an ID', () => {
	let served: Served;
	afterEach(async () => {
		jest.restoreAllMocks();
		await served.stop();
	});

	it('of Su is acknowledged by it, and none is taken for a repeat of another', async () => {
		const account = { user: 'su-push', password: 'correct horse battery' };
		const data = {
			domain: 'a.example.com',
			pushUser: account.user,
			pushPassword: account.password,
		};
		served = await serveTrigger(new SuTrigger(), store(new SuApi(), data), {});
		const pushes = [ID, OTHER, ID].map((reservation_notif_id) => {
			const push = suPush(0, account, { reservation_notif_id });
			return { ...push, body: numeric(JSON.parse(push.body)) };
		});
		const { undelivered } = await notify(served.url, pushes);
		expect(undelivered).toEqual([]);
		const ids = served.executions.flat().map((each) => each.reservation_notif_id);
		expect(ids).toEqual([ID, OTHER]);
	});

	it('of Netzme is asked for by it', async () => {
		served = await serveTrigger(new NetzmeTrigger(), accounts.netzme(queue.simulator), {});
		const payment = invoicePayment(1, { transaction_id: ID });
		queue.simulator.act('netzme', 'putTransaction', { ...payment.known, id: ID });
		const body = numeric(JSON.parse(payment.sending.body));
		const { answers } = await notify(served.url, [{ body }]);
		expect(answers).toMatchObject([{ status: 200 }]);
		expect(served.executions).toMatchObject([[{ verified: true, transactionId: ID }]]);
	});

	it('of Pledg is verified, as that is what was signed', async () => {
		const merchantSecretKey = 'merchant secret key';
		const stored = store(new PledgApi(), { environment: 'custom', merchantSecretKey });
		served = await serveTrigger(new PledgTrigger(), stored, {});
		const { body } = pledgBack('1', merchantSecretKey, { id: ID });
		const { answers } = await notify(served.url, [{ body: numeric(JSON.parse(body)) }]);
		expect(answers).toMatchObject([{ status: 200 }]);
		expect(served.executions).toMatchObject([[{ verified: true, notification: { id: ID } }]]);
	});
});
