import type { AccessToken } from './access-token';

/** Every time of the engine: milliseconds, or a share of the life of a token. */
export const SCHEDULE = {
	/** The process that minted a token renews it after this share of its life, */
	renewalShare: 0.8,
	/** or, if that is earlier, this long before its end, so that a slow renewal is in time; */
	renewalBeforeEndInMs: 10_000,
	/** but never before this share: a short life would be spent on renewals. */
	earliestRenewalShare: 0.65,
	/** A renewal that is so much later is overdue, as its owner may be gone. */
	overdueShare: 0.3,
	overdueAtMostInMs: 5_000,
	/** So shortly before its end a token is not sent: it could expire on its way. */
	onItsWayShare: 0.02,
	onItsWayAtMostInMs: 2_000,
	/** Later for a token that the provider hands out until its end: requests go on until then. */
	onItsWayRepeatedShare: 0.1,
	/** Requests that carry the one live token arrive within this time; then it is replaced. */
	drainInMs: 120,
	/** How often a held request looks for the token of another process. */
	pollInMs: 40,
	/** While another process may be replacing the one live token, a request is held for so long. */
	holdInMs: 1_000,
	/** How long a process without a token waits for one of another process: as the one that minted it, */
	ownerWaitInMs: 500,
	/** and as any other. Longer if it only sees what the next request brings: n8n takes a while to store a token. */
	peerWaitInMs: 1_500,
	ownerBlindWaitInMs: 1_500,
	peerBlindWaitInMs: 6_000,
	/** So long after the end of a token another process may still be about to store the next one. */
	recentInMs: 5_000,
	/** Without any token the processes need only not start at once; several held requests mean that others hold some too. */
	firstTokenWaitInMs: 1_500,
	firstTokenWaitsAtMost: 8,
	/** So long a token request may take, until the last byte of its response, */
	requestTimeoutInMs: 10_000,
	/** and a probe. */
	probeTimeoutInMs: 5_000,
	/** A smaller difference of the clocks counts as none: the Date header has whole seconds. */
	clockToleranceInMs: 5_000,
	/** A token that is said to live longer lives so long: no date and no timer that comes of it overflows. */
	longestLifeInMs: 365 * 24 * 60 * 60 * 1_000,
	/** After a refused token request the secrets stay wrong for a while; */
	pauseAfterRefusalInMs: 10_000,
	/** after any other failure the pauses double, from two seconds to a minute. */
	pauseAfterFailureInMs: 2_000,
	longestPauseInMs: 60_000,
	/** The first pause before a token is requested again that was handed out though it had ended; they double. */
	pauseAfterRepeatInMs: 100,
	/** A token that is refused at this age was new: perhaps the token is not the reason. */
	newInMs: 60_000,
	/** Where a failed request may be for any reason, and nobody can be asked, only an older token is suspected. */
	suspectedFromInMs: 300_000,
	/** Once several new tokens were refused, one is believed to be refused in this time, */
	believedEveryInMs: 60_000,
	/** until nothing was refused for so long. */
	doubtEndsAfterInMs: 600_000,
	/** A token that n8n has not stored after this time was overwritten. */
	untilStoredInMs: 500,
};

/** What is to be done about a token: nothing, renew it, renew it unless another process has, get one. */
export type Phase = 'valid' | 'due' | 'overdue' | 'gone';

/** What the phase of a token depends on. */
export interface View {
	now: number;
	/** Whether the provider hands it out again until it ends, so that there is nothing to renew. */
	isRepeated: boolean;
}

/** The phase of a token; `gone` if there is none. */
export function phaseOf(token: AccessToken | undefined, view: View): Phase {
	const { now, isRepeated } = view;
	if (!token || !isUsable(token, now, isRepeated)) return 'gone';
	if (isRepeated) return 'valid';
	if (now >= overdueAt(token)) return 'overdue';
	return isDue(token, now) ? 'due' : 'valid';
}

/** Whether a token may still be sent: it will not expire on its way. */
export function isUsable(token: AccessToken, now: number, isRepeated = false): boolean {
	const share = isRepeated ? SCHEDULE.onItsWayRepeatedShare : SCHEDULE.onItsWayShare;
	return now < token.expiresAt - Math.min(SCHEDULE.onItsWayAtMostInMs, lifeOf(token) * share);
}

/** Whether the owner of a token may have renewed it by `now`, epoch milliseconds. */
export function isDue(token: AccessToken, now: number): boolean {
	return now >= dueAt(token);
}

/** When the owner of a token renews it, in epoch milliseconds. */
export function dueAt(token: AccessToken): number {
	const life = lifeOf(token);
	const latest = Math.min(life * SCHEDULE.renewalShare, life - SCHEDULE.renewalBeforeEndInMs);
	return token.issuedAt + Math.max(life * SCHEDULE.earliestRenewalShare, latest);
}

/** From when on others renew the token, as its owner has not, in epoch milliseconds. */
function overdueAt(token: AccessToken): number {
	const { overdueAtMostInMs, overdueShare } = SCHEDULE;
	return dueAt(token) + Math.min(overdueAtMostInMs, lifeOf(token) * overdueShare);
}

function lifeOf(token: AccessToken): number {
	return token.expiresAt - token.issuedAt;
}
