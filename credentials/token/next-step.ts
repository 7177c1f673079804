import type { AccessToken } from './access-token';
import type { Quota } from './quota';
import { phaseOf, SCHEDULE, type Phase } from './schedule';
import { isRepeated, type TokenState } from './state';

/** What is next for a request that needs a token. */
export type Step =
	/** Send the known token. */
	| 'use'
	/** Wait a moment for another process's token, or for requests on their way. */
	| 'hold'
	/** Ask the provider whether the known token lives. */
	| 'probe'
	/** Get a new token; if that fails, the known one still serves. */
	| 'renew'
	/** Get a new token; without it there is none. */
	| 'mint'
	/** Give up with the error of the last token request. */
	| 'fail';

/** A request that needs a token, and what it has been through. */
export interface TokenRequirement {
	/** Whether the caller can read the stored credential again while it is held. */
	canReload: boolean;
	/** A refusal cannot be made good, so the token must be known to live: in any case, or if it may have been replaced. */
	mustLive?: 'always' | 'ifDue';
	/** The token that the provider was asked about for it, and how often it was asked. */
	probed?: string;
	probes: number;
	/** How long it has been waiting for the token to change. */
	waitedInMs: number;
	/** How many requests of this process were held before it. */
	heldBefore: number;
}

/** Everything that the next step depends on. */
export interface Situation {
	state: TokenState;
	requirement: TokenRequirement;
	now: number;
	processId: string;
	/** 0 to 1, of this process: the lower, the sooner it acts in place of others. */
	chance: number;
	oneLiveToken?: boolean;
	quota?: Quota;
	/** Whether this process is getting a token already: `renew` and `mint` share that one. */
	isMinting: boolean;
	/** How many requests of this process are held, this one included. */
	held: number;
}

type Role = 'owner' | 'peer' | 'ownerOfTheOne' | 'peerOfTheOne';
type Rule = (situation: Situation) => Step;

/** A request that n8n sends for the last time is worth so many probes. */
const PROBES_AT_MOST = 4;
/** A request that cannot read the database is held with so few others that more come, and bring the token. */
const BLIND_HOLDS_AT_ONCE = 5;
/** So many tokens gone from a quota set the processes twice as far apart, twice as many three times. */
const MINTS_TO_DOUBLE = 9;

const use: Rule = () => 'use';
const renew: Rule = (situation) => (isPaused(situation) ? 'use' : 'renew');

/** By the phase of the token, and by who minted it: the table of docs/tokens.md. */
const TABLE: Record<Phase, Record<Role, Rule>> = {
	valid: { owner: use, peer: use, ownerOfTheOne: use, peerOfTheOne: use },
	due: { owner: renew, peer: use, ownerOfTheOne: drainThenRenew, peerOfTheOne: holdThenUse },
	overdue: { owner: takeOver, peer: takeOver, ownerOfTheOne: takeOver, peerOfTheOne: takeOver },
	gone: {
		owner: waitThenMint,
		peer: waitThenMint,
		ownerOfTheOne: waitThenMint,
		peerOfTheOne: waitThenMint,
	},
};

/** The next step for a request. Each but `hold` changes something, so that the one after it is another. */
export function nextStep(situation: Situation): Step {
	const phase = phaseIn(situation);
	if (situation.isMinting && phase === 'gone') return 'mint';
	if (situation.isMinting && phase !== 'valid') return situation.oneLiveToken ? 'renew' : 'use';
	return proven(TABLE[phase][roleIn(situation)](situation), situation);
}

/** How long a process that has no token waits for one that another process may have minted, in milliseconds. */
export function peerWaitOf(situation: Situation): number {
	const { state, requirement, now, processId, chance, oneLiveToken, quota, held } = situation;
	if (!oneLiveToken && !quota) return 0;
	const isBlind = !requirement.canReload;
	const { lost, token: gone = lost } = state;
	if (gone?.owner === processId) {
		const wait =
			isBlind && lost !== undefined ? SCHEDULE.ownerBlindWaitInMs : SCHEDULE.ownerWaitInMs;
		return wait * (0.5 + chance / 2);
	}
	const spread = chance * (1 + state.mints.length / MINTS_TO_DOUBLE);
	if (gone && now - requirement.waitedInMs < gone.expiresAt + SCHEDULE.recentInMs) {
		const wait = isBlind ? SCHEDULE.peerBlindWaitInMs : SCHEDULE.peerWaitInMs;
		return wait * (0.5 + spread / 2);
	}
	const waits = Math.min(Math.max(1, held), SCHEDULE.firstTokenWaitsAtMost);
	return SCHEDULE.firstTokenWaitInMs * spread * waits;
}

function drainThenRenew(situation: Situation): Step {
	if (isPaused(situation)) return 'use';
	return situation.requirement.waitedInMs < SCHEDULE.drainInMs ? 'hold' : 'renew';
}

/** Its owner may be replacing the one live token. A request that is held sees the new one sooner or later. */
function holdThenUse({ requirement }: Situation): Step {
	const { canReload, mustLive, waitedInMs, heldBefore } = requirement;
	const isHeld = canReload || mustLive !== undefined || heldBefore < BLIND_HOLDS_AT_ONCE;
	return isHeld && waitedInMs < SCHEDULE.holdInMs ? 'hold' : 'use';
}

/**
 * Nobody has renewed the token in time, as far as is known. Where one token more does harm, the
 * processes do not take over all at once, and the provider is asked first whether the one lives.
 */
function takeOver(situation: Situation): Step {
	const { state, requirement, processId, chance, oneLiveToken, quota } = situation;
	if (isPaused(situation)) return 'use';
	const isOwner = state.token?.owner === processId;
	const turn = (oneLiveToken || quota) && !isOwner ? SCHEDULE.peerWaitInMs * chance : 0;
	const drain = oneLiveToken ? SCHEDULE.drainInMs : 0;
	if (requirement.waitedInMs < turn + drain) return 'hold';
	return oneLiveToken && requirement.probed !== state.token?.value ? 'probe' : 'renew';
}

function waitThenMint(situation: Situation): Step {
	const { state, requirement, now } = situation;
	const untilItEnds = isRepeated(state) ? state.repeated?.until : undefined;
	if (isBefore(untilItEnds, now, SCHEDULE.longestPauseInMs)) return 'hold';
	if (requirement.waitedInMs < peerWaitOf(situation)) return 'hold';
	return isPaused(situation) ? 'fail' : 'mint';
}

/** Where a refusal could not be made good, the one live token is used only if the provider says that it lives. */
function proven(step: Step, situation: Situation): Step {
	const { state, requirement, oneLiveToken } = situation;
	const { mustLive, probed, probes } = requirement;
	if (step !== 'use' || !oneLiveToken || !mustLive) return step;
	const mayBeDead = mustLive === 'always' || !isSafe(situation);
	const isAsked = probed === state.token?.value || probes >= PROBES_AT_MOST;
	return mayBeDead && !isAsked ? 'probe' : step;
}

/** Whether nothing can have replaced the token: no other process, nor a token request whose response was lost. */
function isSafe(situation: Situation): boolean {
	if (situation.state.failure) return false;
	const phase = phaseIn(situation);
	return phase === 'valid' || (phase === 'due' && roleIn(situation) === 'ownerOfTheOne');
}

function phaseIn({ state, now }: Situation): Phase {
	return phaseOf(state.token, { now, isRepeated: isRepeated(state) });
}

function roleIn({ state, processId, oneLiveToken }: Situation): Role {
	const token: AccessToken | undefined = state.token ?? state.lost;
	const isOwner = token?.owner === processId;
	if (oneLiveToken) return isOwner ? 'ownerOfTheOne' : 'peerOfTheOne';
	return isOwner ? 'owner' : 'peer';
}

/** Whether a token request failed just now. */
function isPaused({ state, now }: Situation): boolean {
	return isBefore(state.failure?.until, now, SCHEDULE.longestPauseInMs);
}

/** A moment further off than any pause is of a clock that was set back since: it is over. */
function isBefore(until: number | undefined, now: number, longestInMs: number): boolean {
	return until !== undefined && now < until && until - now <= longestInMs;
}
