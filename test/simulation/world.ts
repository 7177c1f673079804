import { secondsInMs, type TokenRequest, type TokenScheme } from '../../credentials/token/scheme';
import { VirtualClock } from './clock';
import { Database } from './database';
import { SimulatedProcess, type Account, type Caller, type Outcome } from './process';
import { SimulatedProvider, type ProviderSettings } from './provider';
import { Random } from './random';
import type { Troubles, WorldSettings } from './settings';

export interface Execution extends Outcome {
	id: string;
	caller: Caller;
	isWrite: boolean;
	startedAt: number;
	endedAt: number;
}

/** Something that happened, at a moment of virtual time. */
export interface WorldEvent {
	at: number;
	what: string;
}

export interface Trouble extends WorldEvent {
	what: 'revocation' | 'outage' | 'outage over' | 'death' | 'freeze';
}

const QUOTA_RESERVE = 3;
const ONE_HOUR_IN_MS = 3_600_000;
/** What is under way at the end comes to its end. */
const GRACE_IN_MS = 300_000;
const EVENTS_KEPT = 1_000;

/** Many processes, one credential in a database, a provider, and all that goes wrong between them. */
export class World {
	readonly clock = new VirtualClock();
	readonly startedAt = this.clock.now();
	readonly provider: SimulatedProvider;
	readonly database: Database;
	readonly executions: Execution[] = [];
	/** Executions that have begun and not ended. */
	readonly underWay = new Map<string, SimulatedProcess>();
	readonly troubles: Trouble[] = [];
	/** The last things that happened, to find out why a rule was broken. */
	readonly events: WorldEvent[] = [];
	readonly everyProcess: SimulatedProcess[] = [];
	private readonly random: Random;
	private readonly account: Account;
	private readonly endsAt: number;
	private started = 0;

	constructor(
		readonly settings: WorldSettings,
		readonly seed: number,
	) {
		this.random = new Random(seed);
		const { clock, random } = this;
		this.endsAt = this.startedAt + settings.durationInMs;
		this.provider = new SimulatedProvider(
			'partner',
			settings.provider,
			clock,
			random.fork(),
			(what) => this.note(what),
		);
		const row = { renewal: '', accessToken: '', accessTokenState: '', n8n_expires_at: '' };
		this.database = new Database(row, clock, random.fork(), settings.databaseSlowestInMs);
		const { provider, database } = this;
		this.account = { provider, database, scheme: schemeOf(settings.provider) };
	}

	async run(): Promise<void> {
		for (let i = 0; i < this.settings.processes; i += 1) this.startProcess();
		this.schedule(this.settings.troubles);
		await this.clock.runUntil(this.endsAt);
		this.provider.isDown = false;
		await this.clock.runUntil(this.endsAt + GRACE_IN_MS);
	}

	private startProcess(): void {
		const id = `process-${this.everyProcess.length + 1}`;
		const process = new SimulatedProcess(id, this.clock, this.random.fork());
		this.everyProcess.push(process);
		void this.work(process);
	}

	private async work(process: SimulatedProcess): Promise<void> {
		for (;;) {
			await this.clock.sleep(this.random.gap(this.settings.executionEveryMs));
			if (process.isDead || this.clock.now() > this.endsAt) return;
			this.executeSome(process);
		}
	}

	private executeSome(process: SimulatedProcess): void {
		for (let i = this.random.whole(1, this.settings.burst); i > 0; i -= 1) {
			void this.execute(process);
		}
	}

	private async execute(process: SimulatedProcess): Promise<void> {
		const { random } = this;
		this.started += 1;
		const id = `execution-${this.started}`;
		const caller = random.of(this.settings.callers);
		const isWrite = random.chance(0.5);
		const startedAt = this.clock.now();
		this.underWay.set(id, process);
		const outcome = await process.execute(id, caller, isWrite ? 'POST' : 'GET', this.account);
		this.underWay.delete(id);
		this.executions.push({ ...outcome, id, caller, isWrite, startedAt, endedAt: this.clock.now() });
	}

	private schedule(troubles: Troubles): void {
		const again = (everyMs: number | undefined, happen: () => void) => {
			const next = (): void => {
				if (everyMs === undefined) return;
				const at = this.clock.now() + this.random.gap(everyMs);
				if (at < this.endsAt) this.clock.at(at, () => (happen(), next()));
			};
			next();
		};
		again(this.settings.rushEveryMs, () => {
			for (const process of this.everyProcess) if (!process.isDead) this.executeSome(process);
		});
		again(troubles.revocationEveryMs, () => {
			this.trouble('revocation');
			this.provider.revoke();
		});
		again(troubles.outageEveryMs, () => {
			this.trouble('outage');
			this.provider.isDown = true;
			this.clock.at(this.clock.now() + troubles.outageForMs, () => {
				this.trouble('outage over');
				this.provider.isDown = false;
			});
		});
		again(troubles.deathEveryMs, () => {
			const process = this.aProcess();
			this.trouble('death', process.id);
			process.die();
			this.startProcess();
		});
		again(troubles.freezeEveryMs, () => {
			const process = this.aProcess();
			this.trouble('freeze', process.id);
			process.freeze(troubles.freezeForMs);
		});
	}

	private aProcess(): SimulatedProcess {
		return this.random.of(this.everyProcess.filter(({ isDead }) => !isDead));
	}

	private trouble(what: Trouble['what'], whom = ''): void {
		this.troubles.push({ at: this.clock.now(), what });
		this.note(`${what} ${whom}`.trim());
	}

	private note(what: string): void {
		this.events.push({ at: this.clock.now() - this.startedAt, what });
		if (this.events.length > 2 * EVENTS_KEPT) this.events.splice(0, EVENTS_KEPT);
	}
}

function schemeOf(settings: ProviderSettings): TokenScheme {
	const { oneLiveToken, tokensInAnHour, lifeInMs, refreshTokens } = settings;
	const isForOneUse = refreshTokens === 'for one use';
	const origin = 'https://partner.example.com';
	const requestWith = (headers: Record<string, string>): TokenRequest => ({
		options: { url: `${origin}/token`, method: 'POST', headers },
		readGrant: ({ token, life, refresh }) => ({
			value: String(token),
			lifeInMs: secondsInMs(Number(life) / 1_000),
			...(refresh !== undefined && { refreshToken: String(refresh) }),
		}),
		secrets: [],
		fields: 'Client Secret',
	});
	return {
		provider: 'Partner',
		oneLiveToken: oneLiveToken || isForOneUse,
		...(tokensInAnHour !== undefined && {
			quota: { tokens: tokensInAnHour - QUOTA_RESERVE, windowInMs: ONE_HOUR_IN_MS },
		}),
		inputs: () => [origin, String(lifeInMs)],
		tokenRequest: () => requestWith({}),
		...(refreshTokens && {
			refresh: { isForOneUse, request: (_, refresh) => requestWith({ refresh }) },
		}),
		probe: (_credentials, { value }) => ({
			url: `${origin}/probe`,
			headers: { authorization: value },
		}),
	};
}
