import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultAnswer, spoilTokenAnswer, takeFault } from './faults';
import type { Log } from './log';
import type { Running } from './running';
import type { Answer, Call, LoggedRequest } from './types';

/** Room for a Basic header of a long secret and for a JWT in the query. */
const MAX_HEADER_BYTES = 128 * 1024;
const KEEP_ALIVE_MS = 60_000;
/** Own choice: tells which further account an answer belongs to. */
export const ACCOUNT_HEADER = 'x-simulator-account';

export interface Listening {
	url: string;
	stop(): Promise<void>;
}

type OnRequest = (call: Call, response: ServerResponse) => void;

export async function listen(port: number, onRequest: OnRequest): Promise<Listening> {
	const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => onRequest(readCall(request, Buffer.concat(chunks)), response));
	});
	server.keepAliveTimeout = KEEP_ALIVE_MS;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const address = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${address.port}`, stop: () => close(server) };
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

function readCall(request: IncomingMessage, body: Buffer): Call {
	const url = request.url ?? '/';
	const question = url.indexOf('?');
	const path = question < 0 ? url : url.slice(0, question);
	const query = new URLSearchParams(question < 0 ? '' : url.slice(question + 1));
	return {
		method: request.method ?? '',
		url,
		path,
		query,
		headers: rawHeaders(request),
		body,
		port: request.socket.remotePort ?? 0,
	};
}

/** Node's own map drops a repeated Authorization; here it stays visible and is refused. */
function rawHeaders({ rawHeaders: raw }: IncomingMessage): Record<string, string> {
	const headers: Record<string, string> = {};
	for (let at = 0; at < raw.length; at += 2) {
		const name = raw[at].toLowerCase();
		headers[name] = name in headers ? `${headers[name]}, ${raw[at + 1]}` : raw[at + 1];
	}
	return headers;
}

/** Answers, logs and counts the requests of one provider. */
export function serve(running: Running, log: Log): OnRequest {
	return (call, response) => {
		const { provider } = running;
		const { state, account } = running.stateFor(call);
		const isTokenCall =
			provider.mint !== undefined && provider.tokenRoutes.includes(`${call.method} ${call.path}`);
		if (!isTokenCall) running.counts.requests += 1;

		const fault = takeFault(state.faults, isTokenCall ? 'token' : 'api');
		const isCut = fault?.kind === 'cut';
		const answer = isCut
			? { status: 0, outcome: 'fault' }
			: ((fault && faultAnswer(fault, call, provider, state.account)) ??
				safely(() => (isTokenCall ? provider.mint!(call, state) : provider.answer(call, state))));
		const isSpoilt = fault?.kind === 'noToken' || fault?.kind === 'textExpiry';
		const spoilt = fault && isSpoilt ? spoilTokenAnswer(answer, fault, provider) : answer;
		const final = account === undefined ? spoilt : inTheNameOf(account, spoilt);
		if (!isTokenCall && final.outcome === 'refused-token') running.counts.refused += 1;

		const entry = { ...logged(provider.name, call, final), ...(account && { account }) };
		log.add(entry);
		const delayMs =
			(fault?.delayMs ?? 0) + (isTokenCall ? state.faults.mintDelayMs : state.faults.latencyMs);
		// Tokens and data have changed on arrival; only the answer waits.
		running.after(delayMs, () => {
			if (isCut) return void response.socket?.destroy();
			if (response.destroyed) return;
			entry.status = final.status;
			send(response, final, state.now());
		});
	};
}

function inTheNameOf(account: string, answer: Answer): Answer {
	return { ...answer, headers: { ...answer.headers, [ACCOUNT_HEADER]: account } };
}

function safely(work: () => Answer): Answer {
	try {
		return work();
	} catch (error) {
		return { status: 500, text: `Simulator error: ${String(error)}`, outcome: 'error' };
	}
}

function logged(provider: string, call: Call, { outcome, token }: Answer): LoggedRequest {
	const { method, url, headers, port } = call;
	const body = call.body.toString('base64');
	const entry: LoggedRequest = {
		provider,
		at: Date.now(),
		method,
		url,
		headers,
		body,
		port,
		status: null,
		outcome,
	};
	return token === undefined ? entry : { ...entry, token };
}

export function send(response: ServerResponse, answer: Answer, now = Date.now()): void {
	const isJson = answer.json !== undefined;
	const text = isJson ? JSON.stringify(answer.json) : (answer.text ?? '');
	const body = Buffer.from(text, answer.encoding ?? 'utf8');
	response.sendDate = false;
	response.writeHead(answer.status, {
		date: new Date(now).toUTCString(),
		...(isJson ? { 'content-type': 'application/json; charset=utf-8' } : {}),
		'content-length': body.length,
		...answer.headers,
	});
	response.end(body);
}
