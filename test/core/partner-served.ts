import { HmacSHA256, enc } from 'crypto-js';
import type { IDataObject } from 'n8n-workflow';
import { PartnerWebhookApi } from '../../credentials/PartnerWebhookApi.credentials';
import { PartnerTrigger } from '../../nodes/Partner/PartnerTrigger.node';
import { store } from './harness';
import { serveTrigger, type Served } from './webhook';

export const SECRET = 'a-shared-secret-of-ours';
export const ADDRESS = 'https://hooks.example.com/orders';
export const ACKNOWLEDGED = { status: 200, body: '{"received":true}' };

/** A published workflow of the trigger; a test has one at a time. */
export let served: Served;

export async function stopServing(): Promise<void> {
	jest.restoreAllMocks();
	await served.stop();
}

/** @param credential what differs from a secret and the header X-Signature */
export async function serve(
	credential: IDataObject = {},
	parameters: IDataObject = {},
	mode?: 'webhook' | 'manual',
): Promise<void> {
	const stored = store(new PartnerWebhookApi(), {
		secret: SECRET,
		signatureName: 'X-Signature',
		...(credential as object),
	});
	const all = { responseMode: 'onReceived', publicUrl: ADDRESS, ...parameters };
	served = await serveTrigger(new PartnerTrigger(), stored, all, mode);
}

export const signed = (text: string, secret = SECRET) => HmacSHA256(text, secret).toString(enc.Hex);

export interface Sent {
	body?: string | Buffer;
	headers?: Record<string, string>;
	method?: string;
	query?: string;
}

export async function send({ body = '', headers = {}, method = 'POST', query = '' }: Sent) {
	const type = { 'content-type': 'application/json' };
	const answer = await fetch(served.url + query, {
		method,
		headers: { ...type, ...headers },
		body: method === 'GET' ? undefined : (body as never),
	});
	return { status: answer.status, body: await answer.text() };
}

export const sendSigned = async (body: string, headers: Record<string, string> = {}) =>
	await send({ body, headers: { 'x-signature': signed(body), ...headers } });
