import { SCHEDULE } from '../../credentials/token/schedule';
import type { Execution, Trouble, World } from './world';

/** After a trouble, what fails for so long may be its consequence: the longest pause, and a wait. */
const CONSEQUENCE_IN_MS = SCHEDULE.longestPauseInMs + 10_000;
const REFUSED = 401;
const REFUSED_TOKENS_KEPT = 8;

/** What must hold of a run that has ended; each broken rule in a sentence. */
export function brokenRules(world: World): string[] {
	return [
		...failuresOfOwnNodes(world),
		...writesSentTwice(world),
		...world.provider.wrong.map((what) => `A token that must not be sent: ${what}`),
		...tooManyMints(world),
		...beyondQuota(world),
		...unboundedState(world),
		...unfinished(world),
	];
}

/** No request of an own node fails while the provider works. */
function failuresOfOwnNodes({ executions, troubles, provider }: World): string[] {
	return executions
		.filter(({ caller }) => caller === 'own node')
		.filter(({ error, status }) => error !== undefined || status === REFUSED)
		.filter((execution) => !isExcused(execution, troubles, provider.lostAt))
		.map(({ id, error, status }) => `${id} failed: ${error?.message ?? status}`);
}

function isExcused(
	{ startedAt, endedAt }: Execution,
	troubles: Trouble[],
	lostAt: readonly number[],
): boolean {
	if (lostAt.some((at) => at < endedAt && startedAt < at + CONSEQUENCE_IN_MS)) return true;
	let isDown = false;
	let lastDownAt = -Infinity;
	for (const { at, what } of troubles) {
		if (at > endedAt) break;
		if (what === 'outage') isDown = true;
		if (what === 'outage over') isDown = false;
		if (what.startsWith('outage')) lastDownAt = at;
	}
	return isDown || startedAt < lastDownAt + CONSEQUENCE_IN_MS;
}

/** A write is sent again only if it was refused. */
function writesSentTwice({ provider }: World): string[] {
	const taken = new Map<string, number>();
	for (const { execution, isWrite, status } of provider.received) {
		if (isWrite && status !== REFUSED) taken.set(execution, (taken.get(execution) ?? 0) + 1);
	}
	return [...taken]
		.filter(([, times]) => times > 1)
		.map(([execution, times]) => `The write of ${execution} was carried out ${times} times`);
}

/** Renewals that were due, and one for each trouble that costs a token. */
export function allowedMints({ settings, provider, troubles }: World): number {
	const { lifeInMs } = settings.provider;
	const dueEvery = Math.max(
		lifeInMs * SCHEDULE.earliestRenewalShare,
		Math.min(lifeInMs * SCHEDULE.renewalShare, lifeInMs - SCHEDULE.renewalBeforeEndInMs),
	);
	const due = Math.floor(settings.durationInMs / dueEvery) + 1;
	return (
		due + troubles.filter(({ what }) => what !== 'outage over').length + provider.lostAt.length
	);
}

/**
 * There is no lock. Two of many processes may decide within the time that n8n takes to store a
 * token, and in the HTTP Request node, which cannot read the database while it waits, every second.
 */
function collisionsOf({ settings: { processes, callers } }: World): number {
	if (callers.includes('HTTP Request node')) return Math.max(1.5, processes / 2);
	return processes <= 10 ? 1 : 2;
}

function tooManyMints(world: World): string[] {
	const { oneLiveToken, tokensInAnHour } = world.settings.provider;
	// Where one token more does no harm, no process waits for another.
	if (!oneLiveToken && tokensInAnHour === undefined) return [];
	const mints = world.provider.mintedAt.length;
	const allowed = Math.floor(allowedMints(world) * collisionsOf(world));
	return mints <= allowed ? [] : [`${mints} tokens were minted, ${allowed} were needed`];
}

function beyondQuota({ provider, settings }: World): string[] {
	const { tokensInAnHour = Infinity } = settings.provider;
	// Each of them may need a token at the same moment, and cannot see what the others do.
	const isHopeless =
		settings.callers.includes('HTTP Request node') && settings.processes > tokensInAnHour;
	const isKept = provider.refusedForQuota === 0 || isHopeless;
	return isKept ? [] : ['More tokens were requested than the quota allows'];
}

/** A session for the one set of secrets, short lists, and nothing that is still held. */
function unboundedState({ everyProcess, settings }: World): string[] {
	const { tokensInAnHour = 0 } = settings.provider;
	return everyProcess
		.filter(({ isDead }) => !isDead)
		.filter(({ hooks }) => {
			const [session, ...others] = hooks.inspect();
			if (!session) return false;
			const { refused, mints } = session.state;
			const isSmall = refused.length <= REFUSED_TOKENS_KEPT && mints.length <= tokensInAnHour;
			return others.length > 0 || !isSmall || session.held !== 0;
		})
		.map(({ id }) => `What ${id} knows grows`);
}

/** What began ended, except in processes that died. */
function unfinished({ underWay }: World): string[] {
	return [...underWay]
		.filter(([, { isDead }]) => !isDead)
		.map(([execution, { id }]) => `${execution} of ${id} never ended`);
}
