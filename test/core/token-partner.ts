import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What this partner does; the rest is strict. */
export interface Rules {
	/** A refresh token works once; by default it works until the end. */
	isForOneUse: boolean;
	/** Whether `grant_type=client_credentials` is known. */
	hasOrdinary: boolean;
	lifeInSeconds: number;
	/** The answer to a request for a token is made, and lost. */
	losesAnswer: boolean;
}

export interface TokenPartner {
	url: string;
	rules: Rules;
	/** Kinds of the requests for a token, in order, those that were refused with a `!` in front. */
	asked: string[];
	/** Access tokens of the other requests, in order. */
	seen: string[];
	/** Called when a request with a token arrives, before it is answered. */
	onCall(token: string): void;
	/** Ends the life of all access tokens, or of all refresh tokens. */
	revoke(): void;
	forget(): void;
	/** As an authorization in a browser would give. */
	handOut(refreshToken: string): void;
	stop(): Promise<void>;
}

export const CLIENT = { id: 'client-of-tests', secret: 'secret-of-the-client-of-tests' };

/** A partner that hands out access tokens for client credentials, and refresh tokens (RFC 6749). */
export async function startTokenPartner(changes: Partial<Rules> = {}): Promise<TokenPartner> {
	const live = new Map<string, number>();
	const refreshTokens = new Set<string>();
	const rules = {
		...{ isForOneUse: false, hasOrdinary: true, lifeInSeconds: 600, losesAnswer: false },
		...changes,
	};
	let count = 0;
	const partner: TokenPartner = {
		url: '',
		rules,
		asked: [],
		seen: [],
		onCall: () => undefined,
		revoke: () => live.clear(),
		forget: () => refreshTokens.clear(),
		handOut: (refreshToken) => refreshTokens.add(refreshToken),
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};

	function grant(kind: string, form: URLSearchParams) {
		const isClient =
			form.get('client_id') === CLIENT.id && form.get('client_secret') === CLIENT.secret;
		const refreshToken = form.get('refresh_token') ?? '';
		const isGranted =
			isClient && (kind === 'refresh_token' ? refreshTokens.has(refreshToken) : rules.hasOrdinary);
		partner.asked.push(isGranted ? kind : `!${kind}`);
		if (!isGranted) return { status: 400, body: { error_description: String(form) } };
		if (rules.isForOneUse) refreshTokens.delete(refreshToken);
		count += 1;
		const [access, refresh] = [
			`access-${count}`,
			`refresh-${count}-${randomBytes(8).toString('hex')}`,
		];
		live.set(access, Date.now() + rules.lifeInSeconds * 1000);
		const keeps = kind === 'refresh_token' && !rules.isForOneUse;
		if (!keeps) refreshTokens.add(refresh);
		return {
			status: 200,
			body: {
				access_token: access,
				expires_in: rules.lifeInSeconds,
				...(!keeps && { refresh_token: refresh }),
			},
		};
	}

	async function answer(request: IncomingMessage, response: ServerResponse) {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const reply = (status: number, body: object) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body));
		};
		if (request.url === '/oauth/token') {
			const form = new URLSearchParams(Buffer.concat(chunks).toString());
			const { status, body } = grant(form.get('grant_type') ?? '', form);
			if (rules.losesAnswer) return response.destroy();
			return reply(status, body);
		}
		const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
		partner.seen.push(token);
		partner.onCall(token);
		const isLive = (live.get(token) ?? 0) > Date.now();
		return reply(isLive ? 200 : 401, { token });
	}

	const server = createServer((request, response) => void answer(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	partner.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return partner;
}
