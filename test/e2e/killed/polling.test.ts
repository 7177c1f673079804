import { DEFAULT_ACCOUNTS } from '../../simulator';
import { credentialsFor } from '../harness/accounts';
import { connect, type Client } from '../harness/client';
import { dumpSqlite } from '../harness/database';
import { WITHOUT_PAGES } from '../harness/environment';
import { startN8n, type N8nProcess } from '../harness/n8n';
import { packPackage } from '../harness/pack';
import { poll } from '../harness/rest';
import { acknowledged, emittedBy, polledWorkflow, untilAsked, untilEmitted } from '../polled';
import { running, simulator } from '../running';

const { hotelid } = DEFAULT_ACCOUNTS.su;
const ORDERS = '/partner/processing/orders';
const PULL = '/Reservation';

/** n8n's own switches, off by default: it stores the static data of a poll with the execution. */
const DURABLE = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	// Five by default: the time after which a poll that is due may begin.
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
};

describe.each<[string, Record<string, string>]>([
	['as n8n comes', {}],
	['with durable cursors', DURABLE],
])('two polling triggers %s, n8n killed between polls', (_mode, env) => {
	let process: N8nProcess;
	let n8n: Client;
	let orders: string;
	let reservations: string;

	beforeAll(async () => {
		await simulator.reset();
		process = await startN8n({ tarball: await packPackage(), env: { ...WITHOUT_PAGES, ...env } });
		n8n = await connect(process);
		const publish = async (type: string, provider: string, parameters: object) => {
			const account = credentialsFor(running().urls).find((each) => each.provider === provider)!;
			const { id } = await n8n.createCredential(account.name, account.type, account.data);
			const credentials = { [account.type]: { id, name: account.name } };
			const workflow = polledWorkflow(type, { ...parameters }, credentials);
			const stored = await n8n.createWorkflow(workflow);
			await n8n.activate(stored.id);
			return stored.id;
		};
		orders = await publish('sasomTrigger', 'sasom', {});
		reservations = await publish('suReservationsTrigger', 'su', { hotelIds: hotelid });
	}, 240_000);
	afterAll(async () => await process?.remove());

	async function crashAndRestart(meanwhile: () => Promise<unknown>): Promise<void> {
		const { userFolder } = process;
		await process.kill();
		await meanwhile();
		process = await startN8n({ userFolder, env: { ...WITHOUT_PAGES, ...env } });
		n8n = await connect(process);
	}

	const put = async (order_id: string, fields: object = {}) =>
		await simulator.act('sasom', 'putOrder', { order_id, ...fields });
	const enqueue = async (reservation_notif_id: string) =>
		await simulator.act('su', 'enqueue', { hotelid, reservation_notif_id });
	const idsOf = async (workflow: string, read: (item: Record<string, unknown>) => unknown) =>
		(await emittedBy(n8n, workflow)).map(read).map(String).sort();

	it('emit no order twice and none never, and lose no reservation', async () => {
		// What was there at first: reservations are news, orders are the mark.
		await untilEmitted(n8n, reservations, 3);
		// With durable cursors n8n keeps no mark from the poll that it makes while publishing.
		await untilAsked('sasom', ORDERS, 3);
		await put('added_1');
		await put('processing_1', { status: 'packed' });
		await untilEmitted(n8n, orders, 2);
		expect(await acknowledged()).toEqual(['RN-1', 'RN-2', 'RN-3']);
		// What the trigger says where it could not acknowledge outside of a poll.
		expect(process.logs()).not.toContain('The next poll acknowledges again');

		// At once after a reservation was emitted; with durable cursors before it is acknowledged.
		await enqueue('RN-10');
		await untilEmitted(n8n, reservations, 4);
		await crashAndRestart(async () => {
			await put('added_2');
			await put('processing_1', { status: 'sent' });
			await enqueue('RN-11');
		});
		await untilEmitted(n8n, orders, 4);
		await untilEmitted(n8n, reservations, 5);

		// After polls without news, of which n8n as it comes stores nothing.
		await untilAsked('su', PULL, 2);
		await crashAndRestart(async () => {
			await put('added_3');
			await enqueue('RN-12');
		});
		await untilEmitted(n8n, orders, 5);
		await untilEmitted(n8n, reservations, 6);
		await Promise.all([untilAsked('su', PULL, 3), untilAsked('sasom', ORDERS, 3)]);

		expect(
			await idsOf(orders, ({ event, order }) => {
				const { order_id, status } = order as { order_id: string; status?: string };
				return [event, order_id, status].filter(Boolean).join(' ');
			}),
		).toEqual([
			'changed processing_1 packed',
			'changed processing_1 sent',
			'new added_1',
			'new added_2',
			'new added_3',
		]);
		const all = ['RN-1', 'RN-10', 'RN-11', 'RN-12', 'RN-2', 'RN-3'];
		const emitted = await idsOf(reservations, (item) => item.reservation_notif_id);
		expect([...new Set(emitted)]).toEqual(all);
		const repeated = emitted.filter((id, at) => emitted.indexOf(id) !== at);
		// As n8n comes, the kill may have been faster than the acknowledgement.
		expect(['', ...(env === DURABLE ? [] : ['RN-10'])]).toContain(repeated.join());
		expect([...new Set(await acknowledged())]).toEqual(all);
	}, 420_000);

	it('show a failure of the provider as a failed execution', async () => {
		await simulator.configure('sasom', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 401 }],
		});
		const { id } = await poll(
			async () => (await n8n.executions(orders)).find(({ status }) => status === 'error'),
			60_000,
			'No execution has failed.',
		);
		const { error } = await n8n.execution(id);
		expect(error).toMatchObject({
			message: 'SASOM: Simulated failure (HTTP 401)',
			description: 'Open the credential and test it.',
		});
	});

	it('leave no secret, no token and no payment card in the database and the log', async () => {
		const { sasom, su } = DEFAULT_ACCOUNTS;
		const { userFolder } = process;
		const tokens = (await simulator.log('su')).flatMap(({ token }) => token ?? []);
		const secret = [sasom.apiSecret, su.clientSecrets.sandbox, '4111111111111111', ...tokens];
		const left = [await dumpSqlite(userFolder), process.logs()].join('\n');
		expect(secret.filter((each) => left.includes(each))).toEqual([]);
		expect(left).toContain('RN-12');
	});
});
