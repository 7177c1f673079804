import { control } from './control';
import type { Faults } from './faults';
import { createLog } from './log';
import type { DeepPartial } from './override';
import * as PROVIDERS from './providers';
import { run } from './running';
import { listen, serve } from './server';
import type { Counts, LoggedRequest } from './types';

export { ACCOUNT_HEADER } from './server';
export type { FailNext, FaultKind, Faults, FaultTarget } from './faults';
export type { Counts, LoggedRequest } from './types';

export type ProviderName = keyof typeof PROVIDERS;

export type Accounts = { [Name in ProviderName]: (typeof PROVIDERS)[Name]['account'] };

export interface SimulatorOptions {
	/** 0, the default, takes any free port. */
	ports?: Partial<Record<ProviderName | 'control', number>>;
	/** Replaces single values of `DEFAULT_ACCOUNTS`. */
	accounts?: DeepPartial<Accounts>;
}

export interface Simulator {
	urls: Record<ProviderName | 'control', string>;
	/** Every request received, in order of arrival. */
	log(provider?: ProviderName): LoggedRequest[];
	counts(provider: ProviderName): Counts;
	configure(provider: ProviderName, faults: Partial<Faults>): void;
	/** All live tokens of the provider die. */
	revoke(provider: ProviderName): void;
	/** Something happens at the provider without a request, e.g. a reservation arrives. */
	act(provider: ProviderName, name: string, sent?: Record<string, unknown>): unknown;
	/** Log, counts, faults, tokens and data start afresh; accounts are again those of the start. */
	reset(): void;
	/** Closes the servers and their open sockets at once. */
	stop(): Promise<void>;
}

export const PROVIDER_NAMES = Object.keys(PROVIDERS) as ProviderName[];

export const DEFAULT_ACCOUNTS = Object.fromEntries(
	PROVIDER_NAMES.map((name) => [name, PROVIDERS[name].account]),
) as Accounts;

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const log = createLog();
	const running = new Map(
		PROVIDER_NAMES.map((name) => [name as string, run(PROVIDERS[name], options.accounts?.[name])]),
	);
	const named = (provider: string) => {
		const found = running.get(provider);
		if (!found) throw new Error(`Unknown provider: ${provider}`);
		return found;
	};
	const reset = () => {
		log.clear();
		running.forEach((each) => each.reset());
	};
	const revoke = (provider: string) => named(provider).revoke();
	const act = (provider: string, name: string, sent: Record<string, unknown> = {}) => {
		const { provider: acting, state } = named(provider);
		if (!acting.act) throw new Error(`${provider} has no acts`);
		return acting.act(name, sent, state);
	};
	const configure = (provider: string, faults: Partial<Faults>) =>
		named(provider).configure(faults);

	const controls = control({
		has: (provider) => running.has(provider),
		log: log.entries,
		counts: () => Object.fromEntries([...running].map(([name, each]) => [name, each.counts])),
		configure,
		changeAccount: (provider, changes) => named(provider).changeAccount(changes),
		addAccount: (provider, name, changes) => named(provider).addAccount(name, changes),
		revoke,
		act,
		reset,
	});
	const servers = await listenAll([
		...[...running].map(([name, each]) => [name, serve(each, log)] as const),
		['control', controls] as const,
	]);

	async function listenAll(
		handlers: ReadonlyArray<readonly [string, Parameters<typeof listen>[1]]>,
	) {
		const started = await Promise.allSettled(
			handlers.map(async ([name, handler]) => ({
				name,
				...(await listen(options.ports?.[name as ProviderName | 'control'] ?? 0, handler)),
			})),
		);
		const listening = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
		const failed = started.find((each) => each.status === 'rejected');
		if (!failed) return listening;
		// A taken port must not leave the other servers running.
		await Promise.all(listening.map((server) => server.stop()));
		throw failed.reason;
	}

	return {
		urls: Object.fromEntries(servers.map(({ name, url }) => [name, url])) as Simulator['urls'],
		log: log.entries,
		counts: (provider) => ({ ...named(provider).counts }),
		configure,
		revoke,
		act,
		reset,
		stop: async () => {
			running.forEach((each) => each.stopTimers());
			await Promise.all(servers.map((server) => server.stop()));
		},
	};
}
