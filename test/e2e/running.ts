import type { Faults, LoggedRequest, Simulator } from '../simulator';
import { connect, type Client } from './harness/client';

/**
 * What jest's global setup started, as the tests get it: they run apart from it. The tests that kill
 * n8n start their own.
 */
export interface Running {
	n8n: { url: string; userFolder: string; logFile: string };
	urls: Simulator['urls'];
}

type Provider = LoggedRequest['provider'];

const VARIABLE = 'PARTNER_APIS_RUNNING';
let stop: (() => Promise<void>) | undefined;

export function publish(running: Partial<Running>, stopAll: () => Promise<void>): void {
	process.env[VARIABLE] = JSON.stringify(running);
	stop = stopAll;
}

export async function stopRunning(): Promise<void> {
	await stop?.();
}

export const running = (): Running => JSON.parse(process.env[VARIABLE] ?? '{}') as Running;

/** A logged-in client of the shared n8n. */
export const client = async (): Promise<Client> => await connect(running().n8n);

/** The simulator's control endpoint. */
export const simulator = {
	configure: async (provider: Provider, faults: Partial<Faults>) =>
		await control('POST', `/faults/${provider}`, faults),
	revoke: async (provider: Provider) => await control('POST', `/revoke/${provider}`),
	/** A further account of the provider until the next reset: the first one with some values replaced. */
	addAccount: async (provider: Provider, name: string, changes: object) =>
		await control('POST', `/accounts/${provider}/${name}`, changes),
	reset: async () => await control('POST', '/reset'),
	/** What only a test can do at a provider: `putOrder`, `enqueue`, ... */
	act: async (provider: Provider, name: string, sent: object): Promise<unknown> =>
		await control('POST', `/act/${provider}/${name}`, sent),
	log: async (provider?: Provider): Promise<LoggedRequest[]> =>
		(await control('GET', `/log${provider ? `?provider=${provider}` : ''}`)) as LoggedRequest[],
};

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
	const response = await fetch(running().urls.control + path, {
		method,
		headers: { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	if (!response.ok)
		throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
	return await response.json();
}
