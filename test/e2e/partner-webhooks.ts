import { request, type RequestOptions } from 'node:http';
import { enc, HmacSHA256 } from 'crypto-js';
import { PARTNER_WEBHOOK } from '../simulator/notifierPartner';
import type { Client } from './harness/client';
import { pathOf, TRIGGER, type PublishedTrigger } from './harness/trigger';
import { accountOf, notifiedWorkflow, publishTrigger, type Step } from './notified';

/** What the Partner API Trigger answers to a notification by default. */
export const ACKNOWLEDGED = { status: 200, type: 'application/json', body: '{"received":true}' };

/** A request as it goes over the wire. */
export interface Sent {
	body: string | Buffer;
	/** Lower-case names; `content-type: application/json` unless given. */
	headers: Record<string, string>;
}

/** Publishes a Partner API Trigger whose credential differs in some fields. */
export async function publishPartner(
	client: Client,
	changes: Record<string, unknown> = {},
	parameters: Record<string, unknown> = {},
	then?: Step[],
): Promise<PublishedTrigger> {
	const account = accountOf('partner', changes);
	return await publishTrigger(client, 'partnerTrigger', account, parameters, then);
}

/** Stores the same and has the editor wait for one notification at the Test URL. */
export async function listenInEditor(
	client: Client,
	changes: Record<string, unknown> = {},
): Promise<PublishedTrigger> {
	const workflow = await notifiedWorkflow(client, 'partnerTrigger', accountOf('partner', changes));
	const { id: workflowId } = await client.createWorkflow(workflow);
	const triggerToStartFrom = { name: TRIGGER };
	await client.rest('POST', `/rest/workflows/${workflowId}/run`, { triggerToStartFrom });
	return { workflowId, path: `/webhook-test/${pathOf(workflow)}` };
}

/** By node:http, which sends bytes as they are, in pieces where no length is given. */
export async function send(url: string, { body, headers }: Sent, options: RequestOptions = {}) {
	return await new Promise<{ status?: number; type: string; body: string }>((resolve, reject) => {
		const all = { 'content-type': 'application/json', ...headers };
		const sent = request(url, { method: 'POST', headers: all, ...options }, (answer) => {
			const chunks: Buffer[] = [];
			const [type] = (answer.headers['content-type'] ?? '').split(';');
			const text = () => Buffer.concat(chunks).toString();
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () => resolve({ status: answer.statusCode, type, body: text() }));
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

/** The header that the simulated partner sends, over another text or with another secret. */
export const signedBy = (text: string, secret = PARTNER_WEBHOOK.secret) =>
	`sha256=${HmacSHA256(text, secret).toString(enc.Hex)}`;
