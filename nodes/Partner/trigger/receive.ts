import { createHash } from 'node:crypto';
import {
	NodeOperationError,
	UserError,
	type IBinaryKeyData,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { textOf, trimmed } from '../../../credentials/auth/text';
import type { Received } from '../../../credentials/partner/webhook/received';
import {
	webhookCredential,
	type WebhookCredential,
} from '../../../credentials/partner/webhook/settings';
import {
	acceptance,
	answerChallenge,
	verifyWebhook,
	type Verification,
} from '../../../credentials/partner/webhook/verify';
import { booleanOf } from '../../shared/fields/boolean';
import { tellGarbled } from '../../shared/garbled';
import { getWebhookCredentials } from '../../shared/trigger/credential';
import { readBody, type NotificationItem, type Verdict } from '../../shared/trigger/notification';
import { receive } from '../../shared/trigger/receive-notification';
import { calledAddress } from './address';
import { ALLOW_UNVERIFIED, PUBLIC_URL, WEBHOOK_CREDENTIAL } from './labels';
import { fieldsOf, payloadOf } from './payload';

const BAD_REQUEST = 400;
const UNAUTHORIZED = 401;
/** The key of a file in the output, as n8n's own nodes call it. */
const BINARY = 'data';

/** Takes what came to the trigger's URL, verifies it over its raw bytes, and answers. */
export async function receiveWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await receive(context, async () => {
		const body = await readBody(context);
		if ('refuse' in body) return body;
		return await judge(context, receivedIn(context, body));
	});
}

async function judge(context: IWebhookFunctions, received: Received): Promise<Verdict> {
	const nowInMs = Date.now();
	const allowUnverified = booleanOf(
		context.getNodeParameter(ALLOW_UNVERIFIED.name, false),
		ALLOW_UNVERIFIED.label,
	);
	const data = await getWebhookCredentials(context, WEBHOOK_CREDENTIAL);
	const credential = credentialIn(context, data, allowUnverified);
	const handshake = credential && answerTo(credential, received, nowInMs);
	if (handshake) return { items: [], reply: handshake };
	const verification: Verification = credential
		? verifyWebhook(credential.webhook, received, credential.keys, nowInMs)
		: { isVerified: false, reason: 'the credential is not filled in' };
	if (!verification.isVerified && !allowUnverified) {
		const refuse = credential?.webhook.refusal ?? UNAUTHORIZED;
		return { refuse, reason: verification.reason };
	}
	const signedHandshake =
		credential && verification.isVerified && answerTo(credential, received, nowInMs, verification);
	if (signedHandshake) return { items: [], reply: signedHandshake };
	const item = await itemOf(context, received, verification, credential);
	if (!item) return { refuse: BAD_REQUEST, reason: 'it is nested too deeply' };
	const reply = credential && acceptance(credential.webhook, received, credential.keys, nowInMs);
	return { items: [item], reply };
}

/** Where the user allows what nothing proves, the credential need not be filled in. */
function credentialIn(
	context: IWebhookFunctions,
	data: ICredentialDataDecryptedObject,
	allowUnverified: boolean,
): WebhookCredential | undefined {
	try {
		return webhookCredential(data);
	} catch (error) {
		if (!allowUnverified || !(error instanceof UserError)) throw unreadable(context, error);
		return undefined;
	}
}

function unreadable(context: IWebhookFunctions, error: unknown): NodeOperationError {
	return new NodeOperationError(context.getNode(), error as Error);
}

function answerTo(
	{ webhook, keys }: WebhookCredential,
	received: Received,
	nowInMs: number,
	verification?: Verification,
) {
	return answerChallenge(webhook, received, keys, nowInMs, verification);
}

/** Where the signature is the secret itself, however it is written, its header is masked. */
function withoutToken(
	headers: Record<string, unknown>,
	credential: WebhookCredential | undefined,
): Record<string, unknown> {
	const masked = credential?.webhook.tokenHeaders ?? [];
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			masked.includes(name.toLowerCase()) ? '***' : value,
		]),
	);
}

function receivedIn(context: IWebhookFunctions, body: Buffer): Received {
	const request = context.getRequestObject();
	const publicUrl = trimmed(
		textOf(context.getNodeParameter(PUBLIC_URL.name, ''), PUBLIC_URL.label),
	);
	return {
		method: request.method,
		url: calledAddress(publicUrl, ownUrl(context), request.originalUrl ?? request.url ?? ''),
		headers: context.getHeaderData() as Record<string, unknown>,
		body,
	};
}

/** The Test URL where it was called; earlier n8n tell a node the Production URL only. */
function ownUrl(context: IWebhookFunctions): string {
	return context.getWebhookResourceUrl?.('default') ?? context.getNodeWebhookUrl('default') ?? '';
}

async function itemOf(
	context: IWebhookFunctions,
	{ url, headers, body }: Received,
	verification: Verification,
	credential: WebhookCredential | undefined,
): Promise<NotificationItem | undefined> {
	const query = new URL(url).search.slice(1);
	const payload = payloadOf(body, headers as IDataObject, query);
	if (!payload) return undefined;
	const { isVerified } = verification;
	const signed = isVerified ? verification.covers : undefined;
	const shown = (value: unknown) => (credential?.redact(value) ?? value) as IDataObject;
	const json: IDataObject = {
		verified: isVerified,
		...(signed !== undefined && signed !== 'all' && { signedFields: signed }),
		notification: shown('notification' in payload ? payload.notification : null),
		...(body.length > 0 && query !== '' && { query: shown(fieldsOf(query)) }),
		headers: shown(withoutToken(headers, credential)),
	};
	if ('isGarbled' in payload && payload.isGarbled) tellGarbled(context, 'a notification');
	const ids = isVerified
		? verification.ids
		: [`unverified ${createHash('sha256').update(url).update(body).digest('base64url')}`];
	const [id, otherId] = ids;
	if (!('bytes' in payload)) return { id, otherId, json };
	const { bytes, type } = payload;
	const binary: IBinaryKeyData = {
		[BINARY]: await context.helpers.prepareBinaryData(bytes, undefined, type),
	};
	return { id, otherId, json, binary };
}
