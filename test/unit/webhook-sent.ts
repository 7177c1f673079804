import { enc, HmacSHA256 } from 'crypto-js';
import { compileWebhook } from '../../credentials/partner/webhook/compile';
import { readWebhook } from '../../credentials/partner/webhook/read-webhook';
import { verifyWebhook } from '../../credentials/partner/webhook/verify';

export const SECRET = 'the secret that both have';
export const HOOK = 'https://hooks.example.com/';
export const READ = [{ in: 'header', name: 'X-Signature' }];
export const JSON_TYPE = 'application/json';
export const FORM_TYPE = 'application/x-www-form-urlencoded';
export const NOW_IN_S = 1_800_000_000;

export const hmac = (text: string) => HmacSHA256(text, SECRET).toString(enc.Hex);

/** A notification to a recipe of few words: signed with HMAC-SHA256 in a header, unless it says otherwise. */
export interface Sent {
	recipe: object;
	/** What the partner has signed. */
	text: string;
	body?: string;
	url?: string;
	headers?: Record<string, string>;
	secrets?: string[];
	signature?: string;
}

export function verdict({
	recipe,
	text,
	body = '',
	url = HOOK,
	headers,
	secrets,
	signature,
}: Sent) {
	const given = { read: READ, alg: 'hmac-sha256', ...recipe };
	const webhook = compileWebhook(readWebhook(given), { secret: 'secret', shop: 'open' });
	const received = {
		method: 'POST',
		url,
		headers: { 'content-type': JSON_TYPE, 'x-signature': signature ?? hmac(text), ...headers },
		body: Buffer.from(body),
	};
	const keys = { values: { shop: 'ours' }, secrets: secrets ?? [SECRET] };
	return verifyWebhook(webhook, received, keys, NOW_IN_S * 1000);
}

/** What tells a repeat of it. */
export function idsIn(sent: Sent): string[] {
	const result = verdict(sent);
	if (!result.isVerified) throw new Error(result.reason);
	return result.ids;
}
