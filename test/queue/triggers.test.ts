import type { IDataObject } from 'n8n-workflow';
import { credentialsFor } from '../e2e/harness/accounts';
import { poll } from '../e2e/harness/rest';
import { publish, TRIGGER, type PublishedTrigger } from '../e2e/harness/trigger';
import { publishTrigger } from '../e2e/notified';
import { acknowledgedIn, emittedBy, polledWorkflow, untilEmitted } from '../e2e/polled';
import {
	DELIVERY,
	NOTIFICATIONS,
	NOTIFIERS,
	PARTNER_ACCOUNT,
	PARTNER_NOTIFIER,
	references,
	RESPONSE_MODES,
} from '../e2e/notifiers';
import { DEFAULT_ACCOUNTS } from '../simulator';
import { notify, type Delivered, type Sending } from '../simulator/notifier';
import { startCluster, type Cluster } from './cluster';
import { RECIPES } from './recipes';

/**
 * Two webhook processes share nothing but the database, so a repeat that comes to the other one
 * within the same moment may pass. What must hold: none is lost, and the recipe removes the rest.
 */
const FINISHED_WITHIN_MS = 300_000;
const SUBJECTS = [...NOTIFIERS, PARTNER_NOTIFIER];

let cluster: Cluster;
beforeAll(async () => {
	cluster = await startCluster({ workers: 2, webhooks: 2 });
}, 300_000);
afterAll(async () => await cluster?.stop());

const accountOf = (provider: string) =>
	provider === 'partner'
		? PARTNER_ACCOUNT
		: credentialsFor(cluster.simulator.urls).find((each) => each.provider === provider)!;

async function deliver({ path }: PublishedTrigger, sendings: Sending[]): Promise<Delivered> {
	// Alternately to one and the other.
	const urls = cluster.webhooks.map(({ url }) => url + path);
	return await notify(urls, sendings, { ...DELIVERY, attempts: 20, pauseMs: 1_000 });
}

/** What the pattern finds in the executions in which a node has run, sorted; all have succeeded. */
async function executed(
	{ workflowId }: PublishedTrigger,
	node: string,
	pattern: string,
): Promise<string[]> {
	const { query } = cluster.services;
	const own = `"workflowId" = '${workflowId}'`;
	const count = async (where: string) =>
		Number(await query(`SELECT count(*) FROM execution_entity WHERE ${own} AND ${where}`));
	await poll(
		async () => ((await count("status IN ('new', 'running', 'waiting')")) === 0 ? true : undefined),
		FINISHED_WITHIN_MS,
		'Executions were still at work.',
	);
	expect(await count("status <> 'success'")).toBe(0);
	const found = await query(
		`SELECT substring(d.data from '${pattern}') FROM execution_entity e
		 JOIN execution_data d ON d."executionId" = e.id
		 WHERE e.${own} AND d.data LIKE '%"${node}":"%'`,
	);
	return found.filter((reference) => reference !== '').sort();
}

describe.each(SUBJECTS)('$node', (notifier) => {
	const { node, provider, pattern, notifications } = notifier;

	it.each(RESPONSE_MODES)(
		`two webhook processes lose none of ${NOTIFICATIONS}, 20 at a time with 30 %% repeats (%s)`,
		async (responseMode) => {
			const { client, simulator } = cluster;
			const sendings = await notifications(NOTIFICATIONS, simulator.act);
			const trigger = await publishTrigger(client, node, accountOf(provider), { responseMode });
			const { undelivered, seconds } = await deliver(trigger, sendings);
			expect(undelivered).toEqual([]);
			const all = await executed(trigger, TRIGGER, pattern);
			expect([...new Set(all)]).toEqual(references(notifier, NOTIFICATIONS));
			const repeatsThatPassed = all.length - NOTIFICATIONS;
			expect(repeatsThatPassed).toBeLessThanOrEqual(NOTIFICATIONS * DELIVERY.repeats);
			console.log(JSON.stringify({ node, responseMode, repeatsThatPassed, seconds }));
		},
	);
});

describe.each(SUBJECTS)('$node', (notifier) => {
	const { provider, pattern } = notifier;

	it('the recipe does what counts once, whatever repeats pass', async () => {
		const recipe = RECIPES.find((each) => each.provider === provider)!;
		const { client, services, simulator } = cluster;
		const postgres = {
			name: 'PostgreSQL',
			type: 'postgres',
			data: {
				host: '127.0.0.1',
				port: services.postgresPort,
				database: 'postgres',
				user: 'n8n',
				password: 'any',
				ssl: 'disable',
			},
		};
		const stored = [recipe.account ?? accountOf(provider), postgres].map(
			async ({ name, type, data }) => await client.createCredential(name, type, data),
		);
		const trigger = await publish(client, recipe.workflow(await Promise.all(stored)));
		const run = async () =>
			await client.run(trigger.workflowId, 'When clicking ‘Execute workflow’');
		await recipe.prepare(services, run, NOTIFICATIONS);
		const sendings = await recipe.notifications(NOTIFICATIONS, simulator.act);
		const { undelivered } = await deliver(trigger, sendings);
		expect(undelivered).toEqual([]);
		const received = await executed(trigger, recipe.each, pattern);
		const counted = await executed(trigger, recipe.once, pattern);
		expect(counted).toEqual(references(notifier, NOTIFICATIONS));
		const { length } = received;
		console.log(JSON.stringify({ recipe: recipe.from, received: length, counted: counted.length }));
	});
});

it('triggers that poll emit each once, and what is to be acknowledged is', async () => {
	const { client, simulator } = cluster;
	const { hotelid } = DEFAULT_ACCOUNTS.su;
	const publishPolled = async (node: string, provider: string, parameters = {}) => {
		const { name, type, data } = accountOf(provider);
		const { id } = await client.createCredential(name, type, data);
		const workflow = polledWorkflow(node, parameters, { [type]: { id, name } });
		const stored = await client.createWorkflow(workflow);
		await client.activate(stored.id);
		return stored.id;
	};
	const su = await publishPolled('suReservationsTrigger', 'su', { hotelIds: hotelid });
	const sasom = await publishPolled('sasomTrigger', 'sasom');
	const news = Array.from({ length: 8 }, (_, at) => at);
	for (const at of news) {
		simulator.act('su', 'enqueue', { hotelid, reservation_notif_id: `RN-QUEUE-${at}` });
		simulator.act('sasom', 'putOrder', { order_id: `queue_${at}` });
		await new Promise((resolve) => setTimeout(resolve, 2_000));
	}
	const reservations = ['RN-1', 'RN-2', 'RN-3', ...news.map((at) => `RN-QUEUE-${at}`)];
	await untilEmitted(client, su, reservations.length);
	await untilEmitted(client, sasom, news.length);
	await poll(
		async () =>
			acknowledgedIn(simulator.log('su')).length >= reservations.length ? true : undefined,
		60_000,
		'Not all reservations were acknowledged.',
	);
	const idsOf = async (workflowId: string, read: (item: IDataObject) => unknown) =>
		(await emittedBy(client, workflowId)).map((item) => String(read(item as IDataObject))).sort();
	expect(await idsOf(su, (each) => each.reservation_notif_id)).toEqual(reservations);
	expect(await idsOf(sasom, ({ order }) => (order as IDataObject).order_id)).toEqual(
		news.map((at) => `queue_${at}`),
	);
	expect(acknowledgedIn(simulator.log('su'))).toEqual(reservations);
});
