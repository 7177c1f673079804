import { DEFAULT_FAULTS, setFaults, type Faults } from './faults';
import { override } from './override';
import { createTokens } from './tokens';
import type { Counts, Provider, State } from './types';

/** One provider with everything that changes while it runs. */
export interface Running {
	provider: Provider<unknown, unknown>;
	state: State<unknown, unknown>;
	counts: Counts;
	configure(changes: Partial<Faults>): void;
	changeAccount(changes: unknown): void;
	reset(): void;
	/** Runs the work later, unless the simulator stops before. */
	after(delayMs: number, work: () => void): void;
	stopTimers(): void;
}

export function run(provider: Provider<unknown, unknown>, accountChanges: unknown): Running {
	const account = override(provider.account, accountChanges);
	const timers = new Set<NodeJS.Timeout>();

	function freshState(): State<unknown, unknown> {
		const faults: Faults = { ...DEFAULT_FAULTS, failNext: [], ...provider.faults };
		const now = () => Date.now() + faults.clockOffsetMs;
		const data = provider.freshData(account);
		return { account, data, faults, tokens: createTokens(faults, now), now };
	}

	function freshCounts(state: State<unknown, unknown>): Counts {
		return {
			requests: 0,
			get mints() {
				return state.tokens.issued();
			},
			refused: 0,
		};
	}

	const state = freshState();
	const running: Running = {
		provider,
		state,
		counts: freshCounts(state),
		configure: (changes) => setFaults(running.state.faults, changes),
		changeAccount: (changes) => {
			running.state.account = override(running.state.account, changes);
		},
		reset: () => {
			running.state = freshState();
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
