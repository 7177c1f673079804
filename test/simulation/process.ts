import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestMethods,
} from 'n8n-workflow';
import type { RequestOptions } from '../../credentials/auth/outgoing-request';
import { ATTEMPTS_AT_MOST, TokenHooks } from '../../credentials/token/hooks';
import { NoTokenError } from '../../credentials/token/no-token-error';
import type { TokenScheme } from '../../credentials/token/scheme';
import type { VirtualClock } from './clock';
import type { Database } from './database';
import type { SimulatedProvider } from './provider';
import type { Random } from './random';

/** What a process works with: the same for all processes of a credential. */
export interface Account {
	provider: SimulatedProvider;
	database: Database;
	scheme: TokenScheme;
}

/** How an execution sends its request. */
export type Caller = 'own node' | 'HTTP Request node';

/** What became of it. `sent` is false if it failed before anything was sent. */
export interface Outcome {
	status?: number;
	error?: Error;
}

const REFUSED = 401;

/**
 * One process of n8n: the real hooks of this package with a clock, chance and identity of their own,
 * called as n8n calls them (n8n-core, request-helpers/authentication). It may freeze and die.
 */
export class SimulatedProcess {
	isDead = false;

	/** Waits of the hooks, the longest of each request. */
	longestHoldInMs = 0;

	readonly hooks: TokenHooks;

	private frozenUntil = 0;

	constructor(
		readonly id: string,
		private readonly clock: VirtualClock,
		random: Random,
	) {
		this.hooks = new TokenHooks({
			now: () => clock.now(),
			sleep: async (ms) => await this.here(clock.sleep(ms)),
			random: () => random.next(),
			processId: id,
		});
	}

	freeze(ms: number): void {
		this.frozenUntil = Math.max(this.frozenUntil, this.clock.now() + ms);
	}

	die(): void {
		this.isDead = true;
	}

	/** One execution, from reading the credential to the last response. */
	async execute(
		execution: string,
		caller: Caller,
		method: IHttpRequestMethods,
		account: Account,
	): Promise<Outcome> {
		const run = caller === 'own node' ? this.ownNode : this.httpRequestNode;
		return await run
			.call(this, execution, method, account)
			.catch((error: Error): Outcome => ({ error }));
	}

	/** As `send` of nodes/shared/send.ts. */
	private async ownNode(
		execution: string,
		method: IHttpRequestMethods,
		account: Account,
	): Promise<Outcome> {
		const reload = async () => await this.here(account.database.read());
		let data = await reload();
		for (let attempt = 1; ; attempt += 1) {
			const credentials = { ...data };
			this.hooks.announce({ credentials, reload, isKeptInMemory: false });
			await this.keep(credentials, account);
			const status = await this.send(execution, { url: '/', method }, credentials, account);
			if (status !== undefined) {
				const isRefused = status === REFUSED;
				const isWorthAnother = await this.hooks.report({ credentials, isRefused, attempt });
				if (!isWorthAnother || attempt === ATTEMPTS_AT_MOST) return { status };
			} else if (attempt === ATTEMPTS_AT_MOST) {
				throw new NoTokenError(account.provider.name);
			}
			data = await reload();
		}
	}

	/** As `requestWithAuthentication` of n8n-core: after any failure once more, if the hook gives something to store. */
	private async httpRequestNode(
		execution: string,
		method: IHttpRequestMethods,
		account: Account,
	): Promise<Outcome> {
		const credentials = await this.here(account.database.read());
		await this.keep(credentials, account);
		const status = await this.send(execution, { uri: '/', method }, credentials, account);
		if (status !== undefined && status < 400) return { status };
		const isStored = await this.keep(credentials, account);
		if (!isStored) return { status };
		const again = await this.send(execution, { uri: '/', method }, credentials, account);
		if (again === undefined) throw new NoTokenError(account.provider.name);
		return { status: again };
	}

	/** The `preAuthentication` hook, and what n8n does with what it returns. */
	private async keep(
		credentials: ICredentialDataDecryptedObject,
		{ provider, database, scheme }: Account,
	): Promise<boolean> {
		const startedAt = this.clock.now();
		const httpRequest = async (options: never) =>
			await this.here(provider.httpRequest(this.id, options) as Promise<never>);
		const helpers = { httpRequest } as unknown as IHttpRequestHelper['helpers'];
		const output = await this.hooks.keep({ helpers, credentials, scheme });
		this.longestHoldInMs = Math.max(this.longestHoldInMs, this.clock.now() - startedAt);
		if (Object.keys(output).length === 0) return false;
		await this.here(database.write(output));
		Object.assign(credentials, output);
		return true;
	}

	/** The `authenticate` hook and the request; undefined if there was no token, and nothing was sent. */
	private async send(
		execution: string,
		options: RequestOptions,
		credentials: ICredentialDataDecryptedObject,
		{ provider, scheme, database }: Account,
	): Promise<number | undefined> {
		try {
			const token = await this.hooks.take({ credentials, options, scheme });
			if (scheme.refresh?.isForOneUse && !database.stored.has(token.value)) {
				provider.wrong.push(`${token.value} was not stored yet`);
			}
			return await this.here(
				provider.call(this.id, execution, options.method !== 'GET', token.value),
			);
		} catch (error) {
			if (error instanceof NoTokenError) return undefined;
			throw error;
		}
	}

	/** Whatever comes to a process that is frozen comes when it goes on; to a dead one it never comes. */
	private async here<T>(coming: Promise<T>): Promise<T> {
		const settled = await coming.then(
			(value) => () => value,
			(error: Error) => (): T => {
				throw error;
			},
		);
		while (!this.isDead && this.clock.now() < this.frozenUntil) {
			await this.clock.sleep(this.frozenUntil - this.clock.now());
		}
		if (this.isDead) await new Promise(() => undefined);
		return settled();
	}
}
