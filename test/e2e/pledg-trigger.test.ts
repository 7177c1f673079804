import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notify, type Sending } from '../simulator/notifier';
import {
	pledgBack,
	pledgError,
	pledgNotifications,
	pledgTransfer,
} from '../simulator/notifierPledg';
import { tokenNotification } from '../simulator/pledgNotifications';
import type { Client } from './harness/client';
import { itemsOf } from './harness/execution';
import { ROOT } from './harness/paths';
import { poll } from './harness/rest';
import {
	finishedRunsOf,
	pathOf,
	publish,
	runsOf,
	TRIGGER,
	type PublishedTrigger,
} from './harness/trigger';
import { attachCredentials, type Workflow } from './harness/workflow';
import { distinct, PLEDG, pledgWorkflow, REFERENCE, references, SECRET, succeeded } from './pledg';
import { client, running } from './running';

const ACKNOWLEDGED = { status: 200, body: '{"received":true}' };

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});

const publishPledg = async (parameters = {}): Promise<PublishedTrigger> =>
	await publish(n8n, await pledgWorkflow(n8n, parameters));
const urlOf = ({ path }: PublishedTrigger) => running().n8n.url + path;
const runs = async ({ workflowId }: PublishedTrigger) =>
	await runsOf(running().n8n.userFolder, workflowId, REFERENCE);
const finished = async ({ workflowId }: PublishedTrigger) =>
	await finishedRunsOf(running().n8n.userFolder, workflowId, REFERENCE);

describe('in one process', () => {
	it.each(['onReceived', 'lastNode'])(
		'500 notifications, 20 at a time, 30 %% repeats, in any order: each starts one execution (%s)',
		async (responseMode) => {
			const trigger = await publishPledg({ responseMode });
			const { undelivered } = await notify(urlOf(trigger), pledgNotifications(500, SECRET), {
				concurrency: 20,
				repeats: 0.3,
				isReordered: true,
				attempts: 5,
			});
			expect(undelivered).toEqual([]);
			expect(references(succeeded(await finished(trigger)))).toEqual(distinct(500));
		},
	);

	it('the test URL starts the workflow in the editor, each time', async () => {
		const workflow = await pledgWorkflow(n8n, {});
		const { id } = await n8n.createWorkflow(workflow);
		for (let time = 1; time <= 2; time += 1) {
			await n8n.rest('POST', `/rest/workflows/${id}/run`, {
				triggerToStartFrom: { name: TRIGGER },
			});
			const url = `${running().n8n.url}/webhook-test/${pathOf(workflow)}`;
			const { answers } = await notify(url, [pledgBack('order_1', SECRET)]);
			expect(answers).toMatchObject([ACKNOWLEDGED]);
			const [{ id: latest }] = await poll(
				async () => {
					const all = await n8n.executions(id);
					const isOver = all.every(({ status }) => status === 'success');
					return all.length === time && isOver ? all : undefined;
				},
				20_000,
				'No execution in the editor.',
			);
			expect(itemsOf(await n8n.execution(latest), TRIGGER)).toEqual([
				expect.objectContaining({ kind: 'back', verified: true }),
			]);
		}
	});

	it('does not activate without the key that verifies', async () => {
		const data = { ...PLEDG.data, merchantSecretKey: '' };
		const { id } = await n8n.createCredential('without key', PLEDG.type, data);
		const workflow = await pledgWorkflow(n8n, {});
		workflow.nodes[0].credentials = { [PLEDG.type]: { id, name: 'without key' } };
		await expect(publish(n8n, workflow)).rejects.toThrow('Merchant Secret Key is empty');
	});
});

describe('what is refused', () => {
	const raw = (body: string, contentType = 'application/json'): Sending => ({
		body,
		headers: { 'content-type': contentType },
	});
	const signed = pledgBack('order_1', SECRET);
	const claims = { reference: 'order_1', transfer_order_item_uid: 'tri_1' };
	const [, payload] = tokenNotification(claims, SECRET).signature.split('.');
	const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
	const none = `${header}.${payload}.`;
	const rs256 = tokenNotification(claims, SECRET, { alg: 'RS256', typ: 'JWT' });
	const cases: Array<[string, Sending, number]> = [
		['a body over 1 MB', pledgBack('order_1', SECRET, { metadata: 'x'.repeat(2 ** 20) }), 413],
		['text', raw(signed.body, 'text/plain'), 415],
		['a form', raw('id=1', 'application/x-www-form-urlencoded'), 415],
		['XML', raw('<a>1</a>', 'application/xml'), 415],
		['a wrong signature', pledgBack('order_1', 'another secret'), 401],
		['a missing signature', raw('{"id":"1","reference":"order_1","status":"completed"}'), 401],
		['a JWT with alg none', raw(JSON.stringify({ signature: none })), 401],
		['a JWT that asks for RS256', raw(JSON.stringify(rs256)), 401],
		['a JWT with another secret', pledgTransfer('order_1', 'another secret'), 401],
		['an expired JWT', pledgError('order_1', SECRET, { exp: 1_600_000_000 }), 401],
		['a list', raw('[]'), 400],
		['an empty body', raw(''), 400],
	];
	let trigger: PublishedTrigger;
	beforeAll(async () => {
		trigger = await publishPledg();
	});
	const logged = () => readFileSync(running().n8n.logFile, 'utf8').split('\n');
	const refusals = () => logged().filter((line) => line.includes('refused a notification'));

	it.each(cases)('%s: a bare status, one line in the log', async (_what, sending, status) => {
		const before = refusals().length;
		const { answers } = await notify(urlOf(trigger), [sending]);
		expect(answers).toMatchObject([{ status, body: '' }]);
		const lines = await poll(
			async () => (refusals().length > before ? refusals().slice(before) : undefined),
			5_000,
			'Nothing was logged.',
		);
		expect(lines).toHaveLength(1);
		expect(lines[0]).not.toMatch(/order_1|"signature"|eyJ/);
		expect(lines[0]).not.toContain(SECRET);
	});

	it('malformed JSON, by n8n itself', async () => {
		const before = logged().length;
		const { answers } = await notify(urlOf(trigger), [raw('{"id":')]);
		expect(answers).toMatchObject([{ status: 422 }]);
		expect(logged().slice(before).join('\n')).not.toContain(SECRET);
	});

	it('more than n8n itself takes', async () => {
		const { answers } = await notify(urlOf(trigger), [raw(`"${'x'.repeat(17 * 2 ** 20)}"`)]);
		expect(answers[0].status).toBeGreaterThanOrEqual(400);
	});

	it('starts nothing, and a replayed one that was taken neither', async () => {
		expect(await runs(trigger)).toEqual([]);
		const { answers } = await notify(urlOf(trigger), [signed, signed, signed]);
		expect(answers).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED, ACKNOWLEDGED]);
		expect(references(await finished(trigger))).toEqual(['order_1']);
	});
});

it('the example marks an open order, once', async () => {
	const file = join(ROOT, 'examples', 'pledg-payment-completed.json');
	const { id } = await n8n.createCredential(PLEDG.name, PLEDG.type, PLEDG.data);
	const stored = [{ id, name: PLEDG.name, type: PLEDG.type }];
	const workflow = attachCredentials(JSON.parse(readFileSync(file, 'utf8')) as Workflow, stored);
	const trigger = await publish(n8n, workflow);
	// Its lower branch makes a table with one open order.
	const setup = await n8n.run(trigger.workflowId);
	expect(setup.status).toBe('success');
	const { answers } = await notify(urlOf(trigger), [
		pledgBack('order_1', SECRET, { status: 'pending' }),
		pledgBack('order_1', SECRET),
		// Not the same bytes: no repeat for the trigger.
		pledgBack('order_1', SECRET, { created_at: '2026-02-01T00:00:00Z' }),
	]);
	expect(answers).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED, ACKNOWLEDGED]);
	const [third, second, first] = await n8n.executions(trigger.workflowId);
	const outputs = [first, second, third].map(async (each) =>
		itemsOf(await n8n.execution(each.id), 'Once per order'),
	);
	expect(await Promise.all(outputs)).toEqual([[], [{ text: 'Order order_1 is paid.' }], []]);
});
