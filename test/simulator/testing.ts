import { createHmac } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import { DEFAULT_ACCOUNTS } from './index';

export interface Sent {
	method?: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
}

export interface Received {
	status: number;
	headers: IncomingHttpHeaders;
	text: string;
	/** The parsed body; undefined when it isn't JSON. */
	json: any;
}

/** Sends exactly this path and these headers; nothing is normalised on the way. */
export function ask(base: string, path: string, sent: Sent = {}): Promise<Received> {
	const { hostname, port } = new URL(base);
	const { method = 'GET', headers = {}, body } = sent;
	return new Promise((resolve, reject) => {
		const outgoing = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('error', reject);
			answer.on('end', () => {
				const text = Buffer.concat(chunks).toString();
				resolve({
					status: answer.statusCode ?? 0,
					headers: answer.headers,
					text,
					json: parsed(text),
				});
			});
		});
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export const JSON_TYPE = { 'content-type': 'application/json' };
export const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

export const basic = (user: string, password: string): string =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

// Node's own crypto checks the simulator's crypto-js.
export const hmac = (key: string, message: string | Buffer): string =>
	createHmac('sha256', key).update(message).digest('hex');

export function jwt(payload: unknown, secret: string, header: unknown = HS256): string {
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const signed = `${part(header)}.${part(payload)}`;
	return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
const HS256 = { typ: 'JWT', alg: 'HS256' };

const { pledg, su, netzme, oauth2 } = DEFAULT_ACCOUNTS;

export const mintPledg = (base: string, headers: Record<string, string> = {}): Promise<Received> =>
	ask(base, '/api/token', {
		method: 'POST',
		headers: { ...FORM_TYPE, authorization: basic(pledg.apiKey, pledg.apiSecret), ...headers },
		body: 'grant_type=client_credentials',
	});

export const mintSu = (base: string, headers: Record<string, string> = {}): Promise<Received> =>
	ask(base, '/SUAPI/jservice/auth/generate-access-token', {
		headers: {
			'client-id': Buffer.from(su.domain).toString('base64'),
			'client-secret': su.clientSecrets.sandbox,
			...headers,
		},
	});

export const mintNetzme = (base: string, headers: Record<string, string> = {}): Promise<Received> =>
	ask(base, '/oauth/merchant/accesstoken', {
		method: 'POST',
		headers: {
			...JSON_TYPE,
			authorization: basic(netzme.clientId, netzme.clientSecret),
			...headers,
		},
		body: '{"grant_type":"client_credentials"}',
	});

export const mintOauth2 = (base: string): Promise<Received> =>
	ask(base, '/token', {
		method: 'POST',
		headers: { ...FORM_TYPE, authorization: basic(oauth2.clientId, oauth2.clientSecret) },
		body: 'grant_type=client_credentials',
	});

export interface Signing {
	token: string;
	method?: string;
	path: string;
	body?: string;
	time?: string;
	clientId?: string;
	clientSecret?: string;
}

/** The headers of a signed Netzme call. */
export function netzmeHeaders(signing: Signing): Record<string, string> {
	const { token, method = 'GET', path, body = '', time = String(Date.now()) } = signing;
	const { clientId = netzme.clientId, clientSecret = netzme.clientSecret } = signing;
	const authorization = `Bearer ${token}`;
	const payload = `path=${path}&method=${method}&token=${authorization}&timestamp=${time}&body=${body}`;
	const signature = hmac(`${clientSecret}-${time}-${authorization}`, payload);
	const own = { authorization, 'request-time': time, signature, 'client-id': clientId };
	return { ...JSON_TYPE, ...own };
}

export function askNetzme(base: string, signing: Signing): Promise<Received> {
	const { method = 'GET', path, body } = signing;
	return ask(base, path, { method, body, headers: netzmeHeaders(signing) });
}
