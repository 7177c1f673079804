import type { AccessToken } from './access-token';
import { mergeMints, type Quota } from './quota';
import { isDue, isUsable, SCHEDULE } from './schedule';

/** What a process knows of the token of one set of secrets. Times are epoch milliseconds. */
export interface TokenState {
	/** The newest token known, unless the provider refused it. */
	readonly token?: AccessToken;
	/** The refused token, while no newer one is known. */
	readonly lost?: AccessToken;
	/** The last tokens the provider refused. */
	readonly refused: readonly string[];
	/** When tokens were minted lately, by any process as far as known. */
	readonly mints: readonly number[];
	/** The token that the provider handed out again: how often after its end, and until when not to ask. */
	readonly repeated?: { value: string; count: number; until: number };
	/** New tokens minted here that were refused in a row, and when the last one was. */
	readonly refusals: { count: number; at: number };
	/** The last failed token request, the number in a row, and until when not to ask again. */
	readonly failure?: { error: unknown; count: number; until: number };
}

/** What can happen to a token. */
export type TokenEvent =
	| { type: 'read'; token: AccessToken | undefined }
	| { type: 'minted'; token: AccessToken }
	| { type: 'repeated' }
	| { type: 'mintFailed'; error: unknown; isRefusal: boolean; withoutMint: boolean }
	| { type: 'refused'; value: string }
	| { type: 'accepted' };

/** What a transition depends on besides the state. */
export interface Circumstances {
	now: number;
	processId: string;
	quota?: Quota;
}

type Transition<T> = (state: TokenState, event: T, circumstances: Circumstances) => TokenState;

const REFUSED_TOKENS_KEPT = 8;
/** After so many refused new tokens in a row, the token is probably not the reason. */
const REFUSALS_BELIEVED = 2;

export const INITIAL_STATE: TokenState = {
	refused: [],
	mints: [],
	refusals: { count: 0, at: 0 },
};

/** The state after an event; the same object where the event changes nothing. */
export function after(state: TokenState, event: TokenEvent, circumstances: Circumstances) {
	const transition = TRANSITIONS[event.type] as Transition<TokenEvent>;
	return transition(state, event, circumstances);
}

/** Whether the next refusal of a new token is believed only once in a while. */
export function isDoubted({ refusals }: TokenState): boolean {
	return refusals.count >= REFUSALS_BELIEVED;
}

/** Whether the provider hands out nothing but the current token before that has ended. */
export function isRepeated({ token, repeated }: TokenState): boolean {
	return token !== undefined && token.value === repeated?.value;
}

const TRANSITIONS: {
	[T in TokenEvent['type']]: Transition<Extract<TokenEvent, { type: T }>>;
} = {
	read: (state, { token }, { now, quota }) => {
		if (!token || token.value === state.token?.value) return state;
		const merged = { ...state, mints: mergeMints(quota, now, state.mints, token.mints) };
		// What came before a refused one is no better.
		const known = state.token ?? state.lost;
		const isOld = known !== undefined && known.issuedAt >= token.issuedAt;
		if (isOld || state.refused.includes(token.value)) return merged;
		return { ...merged, token, lost: undefined };
	},

	minted: (state, { token }, { now }) => ({
		...state,
		token,
		mints: token.mints,
		lost: undefined,
		failure: undefined,
		repeated: undefined,
		refusals: state.token && isUsable(state.token, now) ? { count: 0, at: 0 } : state.refusals,
	}),

	repeated: (state, _event, { now }) => {
		const { token, repeated } = state;
		if (!token) return state;
		// Whatever life the provider states this time, the token ends when it was said to at first.
		const hasEnded = !isUsable(token, now, true);
		const count = hasEnded ? (isRepeated(state) ? (repeated?.count ?? 0) : 0) + 1 : 0;
		const pause = SCHEDULE.pauseAfterRepeatInMs * 2 ** Math.max(0, count - 1);
		const until = Math.max(now, token.expiresAt) + pause;
		return { ...state, failure: undefined, repeated: { value: token.value, count, until } };
	},

	mintFailed: (state, { error, isRefusal, withoutMint }, { now, quota }) => {
		const count = (state.failure?.count ?? 0) + 1;
		const pause = isRefusal
			? SCHEDULE.pauseAfterRefusalInMs
			: Math.min(SCHEDULE.pauseAfterFailureInMs * 2 ** (count - 1), SCHEDULE.longestPauseInMs);
		// Only a token that was handed out, or may have been, counts.
		const mints = withoutMint ? state.mints : mergeMints(quota, now, state.mints, [now]);
		return { ...state, mints, failure: { error, count, until: now + pause } };
	},

	refused: (state, { value }, { now, processId }) => {
		const { token } = state;
		const isCurrent = token?.value === value;
		const refusals =
			isCurrent && token.owner === processId && isNew(token, now)
				? refusalsAfter(state, now)
				: state.refusals;
		if (!refusals) return state;
		const refused = state.refused.includes(value)
			? state.refused
			: [...state.refused, value].slice(-REFUSED_TOKENS_KEPT);
		return {
			...state,
			refusals,
			refused,
			...(isCurrent && { token: undefined, lost: token }),
		};
	},

	accepted: (state) =>
		state.refusals.count === 0 ? state : { ...state, refusals: { count: 0, at: 0 } },
};

/** Undefined where the refusal is not believed: several new tokens were refused, one of them just now. */
function refusalsAfter(state: TokenState, now: number): TokenState['refusals'] | undefined {
	const { count, at } = state.refusals;
	// The clock may have been set back meanwhile.
	const since = Math.abs(now - at);
	if (isDoubted(state) && since < SCHEDULE.believedEveryInMs) return undefined;
	return { count: since > SCHEDULE.doubtEndsAfterInMs ? 1 : count + 1, at: now };
}

/** Whether its end is no matter of course: young, and not due to be renewed. */
function isNew(token: AccessToken, now: number): boolean {
	return now < token.issuedAt + SCHEDULE.newInMs && !isDue(token, now);
}
