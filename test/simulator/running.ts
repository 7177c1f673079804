import { DEFAULT_FAULTS, setFaults, type Faults } from './faults';
import { override } from './override';
import { createTokens } from './tokens';
import type { Call, Counts, Provider, State } from './types';

type AnyState = State<unknown, unknown>;

/** One provider with everything that changes while it runs. */
export interface Running {
	provider: Provider<unknown, unknown>;
	/** Of the first account. */
	state: AnyState;
	counts: Counts;
	configure(changes: Partial<Faults>): void;
	changeAccount(changes: unknown): void;
	/** A further account until the next reset: like the first one but for `changes`, with tokens and data of its own. */
	addAccount(name: string, changes: unknown): void;
	/** What a request is answered from, and the name of its account where it is a further one. */
	stateFor(call: Call): { state: AnyState; account?: string };
	/** All live tokens die, those of further accounts too. */
	revoke(): void;
	reset(): void;
	/** Runs the work later, unless the simulator stops before. */
	after(delayMs: number, work: () => void): void;
	stopTimers(): void;
}

export function run(provider: Provider<unknown, unknown>, accountChanges: unknown): Running {
	const account = override(provider.account, accountChanges);
	const timers = new Set<NodeJS.Timeout>();

	const further = new Map<string, AnyState>();

	function freshFaults(): Faults {
		return { ...DEFAULT_FAULTS, failNext: [], ...provider.faults };
	}

	function freshState(account: unknown, faults: Faults): AnyState {
		const now = () => Date.now() + faults.clockOffsetMs;
		const data = provider.freshData(account);
		return { account, data, faults, tokens: createTokens(faults, now), now };
	}

	function freshCounts(state: AnyState): Counts {
		return {
			requests: 0,
			get mints() {
				const all = [state, ...further.values()].map(({ tokens }) => tokens.issued());
				return all.reduce((sum, issued) => sum + issued);
			},
			refused: 0,
		};
	}

	const state = freshState(account, freshFaults());
	const running: Running = {
		provider,
		state,
		counts: freshCounts(state),
		configure: (changes) => setFaults(running.state.faults, changes),
		changeAccount: (changes) => {
			running.state.account = override(running.state.account, changes);
		},
		addAccount: (name, changes) => {
			if (!provider.isFrom) throw new Error(`${provider.name} has one account`);
			const { account: first, faults } = running.state;
			further.set(name, freshState(override(first, changes), faults));
		},
		stateFor: (call) => {
			const [account, found] = [...further].find(([, each]) => provider.isFrom?.(call, each)) ?? [];
			return found ? { state: found, account } : { state: running.state };
		},
		revoke: () => {
			for (const { tokens } of [running.state, ...further.values()]) tokens.revoke();
		},
		reset: () => {
			further.clear();
			running.state = freshState(account, freshFaults());
			running.counts = freshCounts(running.state);
		},
		after: (delayMs, work) => {
			if (delayMs <= 0) return work();
			const timer = setTimeout(() => {
				timers.delete(timer);
				work();
			}, delayMs);
			timers.add(timer);
		},
		stopTimers: () => {
			timers.forEach(clearTimeout);
			timers.clear();
		},
	};
	return running;
}
