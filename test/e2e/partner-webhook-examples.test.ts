import { enc, HmacSHA256 } from 'crypto-js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notify, type Sending } from '../simulator/notifier';
import { STRIPE_WEBHOOK, stripeEvent } from '../simulator/notifierPartner';
import type { Client } from './harness/client';
import { itemsOf } from './harness/execution';
import { ROOT } from './harness/paths';
import { publish, type PublishedTrigger } from './harness/trigger';
import { attachCredentials, type Workflow } from './harness/workflow';
import { executionIds, urlOf } from './notified';
import { client } from './running';

const ACKNOWLEDGED = { status: 200, body: '{"received":true}' };
/** Standard Webhooks writes its secrets in the same way. */
const SECRET = STRIPE_WEBHOOK.secret;

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});

async function publishExample(file: string, scheme: string) {
	const stored = { type: 'partnerWebhookApi', name: file, data: { scheme, secret: SECRET } };
	const { id } = await n8n.createCredential(stored.name, stored.type, stored.data);
	const example = JSON.parse(readFileSync(join(ROOT, 'examples', file), 'utf8')) as Workflow;
	return await publish(n8n, attachCredentials(example, [{ ...stored, id }]));
}

/** What a node put out in each of the last executions, oldest first. */
async function outputsOf(trigger: PublishedTrigger, node: string, count: number) {
	const last = (await executionIds(trigger)).slice(-count);
	return await Promise.all(last.map(async (id) => itemsOf(await n8n.execution(id), node)));
}

function standardEvent(id: string): Sending {
	const body = JSON.stringify({ type: 'contact.created', timestamp: '2026-01-31T12:00:00Z' });
	const time = String(Math.floor(Date.now() / 1000));
	const key = enc.Base64.parse(SECRET.replace('whsec_', ''));
	const signature = HmacSHA256(`${id}.${time}.${body}`, key).toString(enc.Base64);
	const headers = {
		'webhook-id': id,
		'webhook-timestamp': time,
		'webhook-signature': `v1,bm90IHRoaXMgb25l v1,${signature}`,
	};
	return { body, headers };
}

it('Stripe: a paid checkout marks its order, once', async () => {
	const trigger = await publishExample('partner-webhook-stripe.json', 'stripe');
	// Its lower branch makes a table with one open order.
	expect((await n8n.run(trigger.workflowId)).status).toBe('success');
	const { answers } = await notify(urlOf(trigger), [
		stripeEvent('evt_1', 'order_1', 'unpaid'),
		stripeEvent('evt_2', 'order_1'),
		stripeEvent('evt_2', 'order_1'),
		stripeEvent('evt_3', 'order_1'),
	]);
	expect(answers).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED, ACKNOWLEDGED, ACKNOWLEDGED]);
	expect(await outputsOf(trigger, 'Once per order', 3)).toEqual([
		[],
		[{ text: 'Order order_1 is paid.' }],
		[],
	]);
});

it('Standard Webhooks: one message for each event', async () => {
	const trigger = await publishExample('partner-webhook-standard.json', 'standardWebhooks');
	const { answers } = await notify(urlOf(trigger), [
		standardEvent('msg_1'),
		standardEvent('msg_1'),
		standardEvent('msg_2'),
	]);
	expect(answers).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED, ACKNOWLEDGED]);
	const text = 'Event contact.created of 2026-01-31T12:00:00Z';
	expect(await outputsOf(trigger, 'Message', 3)).toEqual([
		[{ id: 'msg_1', type: 'contact.created', text }],
		[{ id: 'msg_2', type: 'contact.created', text }],
	]);
});
