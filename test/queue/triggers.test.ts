import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialsFor } from '../e2e/harness/accounts';
import { ROOT } from '../e2e/harness/paths';
import { poll } from '../e2e/harness/rest';
import { publish, triggerWorkflow, type PublishedTrigger } from '../e2e/harness/trigger';
import { attachCredentials, type Workflow } from '../e2e/harness/workflow';
import { notify, type Delivered, type Sending } from '../simulator/notifier';
import { pledgBack, pledgNotifications } from '../simulator/notifierPledg';
import { startCluster, type Cluster } from './cluster';

/**
 * Two webhook processes share nothing but the database, so a repeat that comes to the other one
 * within the same moment may pass. What must hold: none is lost, and the example removes the rest.
 */
const NOTIFICATIONS = 500;
const FINISHED_WITHIN_MS = 180_000;
const DELIVERY = { concurrency: 20, repeats: 0.3, isReordered: true, attempts: 20, pauseMs: 1_000 };

let cluster: Cluster;
let credential: { id: string; name: string; type: string };
let secret: string;
beforeAll(async () => {
	cluster = await startCluster({ workers: 2, webhooks: 2 });
	const pledg = credentialsFor(cluster.simulator.urls).find(
		({ provider }) => provider === 'pledg',
	)!;
	secret = String(pledg.data.merchantSecretKey);
	credential = await cluster.client.createCredential(pledg.name, pledg.type, pledg.data);
}, 300_000);
afterAll(async () => await cluster?.stop());

const distinct = () => Array.from({ length: NOTIFICATIONS }, (_, at) => `order_${at}`).sort();

async function deliver({ path }: PublishedTrigger, sendings: Sending[]): Promise<Delivered> {
	// Alternately to one and the other.
	const urls = cluster.webhooks.map(({ url }) => url + path);
	return await notify(urls, sendings, DELIVERY);
}

/** The references of the successful executions in which a node has run, sorted. */
async function references({ workflowId }: PublishedTrigger, node: string): Promise<string[]> {
	const count = (where: string) =>
		Number(
			cluster.services.query(
				`SELECT count(*) FROM execution_entity WHERE "workflowId" = '${workflowId}' AND ${where}`,
			),
		);
	await poll(
		async () => (count("status IN ('new', 'running', 'waiting')") === 0 ? true : undefined),
		FINISHED_WITHIN_MS,
		'Executions were still at work.',
	);
	expect(count("status <> 'success'")).toBe(0);
	const found = cluster.services.query(
		`SELECT substring(d.data from 'order_[0-9]+') FROM execution_entity e
		 JOIN execution_data d ON d."executionId" = e.id
		 WHERE e."workflowId" = '${workflowId}' AND d.data LIKE '%"${node}":"%'`,
	);
	return found
		.split('\n')
		.filter((line) => line !== '')
		.sort();
}

it.each(['onReceived', 'lastNode'])(
	'two webhook processes lose none of 500, 20 at a time with 30 %% repeats (%s)',
	async (responseMode) => {
		const { id, name, type } = credential;
		const workflow = triggerWorkflow(
			{
				type: 'n8n-nodes-partner-apis.pledgTrigger',
				parameters: { responseMode },
				credentials: { [type]: { id, name } },
			},
			[{ type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }],
		);
		const trigger = await publish(cluster.client, workflow);
		const { undelivered, seconds } = await deliver(
			trigger,
			pledgNotifications(NOTIFICATIONS, secret),
		);
		expect(undelivered).toEqual([]);
		const all = await references(trigger, 'Trigger');
		expect([...new Set(all)]).toEqual(distinct());
		const passed = all.length - NOTIFICATIONS;
		expect(passed).toBeLessThanOrEqual(NOTIFICATIONS * DELIVERY.repeats);
		console.log(JSON.stringify({ responseMode, repeatsThatPassed: passed, seconds }));
	},
);

it('the example marks each order once, whatever repeats pass', async () => {
	const file = join(ROOT, 'examples', 'pledg-payment-completed.json');
	const example = JSON.parse(readFileSync(file, 'utf8')) as Workflow;
	const settings = { ...example.settings, saveDataSuccessExecution: 'all' };
	const workflow = attachCredentials({ ...example, settings }, [credential]);
	const trigger = await publish(cluster.client, workflow);
	await cluster.client.run(trigger.workflowId, 'When clicking ‘Execute workflow’');
	openOrders(NOTIFICATIONS);
	const sendings = distinct().map((reference) => pledgBack(reference, secret));
	const { undelivered } = await deliver(trigger, sendings);
	expect(undelivered).toEqual([]);
	const received = await references(trigger, 'Mark order');
	const marked = await references(trigger, 'Once per order');
	expect(marked).toEqual(distinct());
	console.log(JSON.stringify({ received: received.length, marked: marked.length }));
});

/** Straight into the table of the example, which is the only one. */
function openOrders(count: number): void {
	const [table] = cluster.services
		.query(
			"SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'data_table_user_%'",
		)
		.split('\n');
	cluster.services.query(`DELETE FROM "${table}"`);
	cluster.services.query(
		`INSERT INTO "${table}" (reference, status)
		 SELECT 'order_' || n, 'open' FROM generate_series(0, ${count - 1}) n`,
	);
}
