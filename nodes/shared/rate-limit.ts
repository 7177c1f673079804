import type { RateLimit } from './provider';

/** What left lately with one credential and key. Moments are milliseconds of `performance.now()`. */
interface Gate {
	/** Oldest first; only as many as the limit allows. */
	sent: number[];
	/** The provider asked for a pause until then. */
	closedUntil: number;
}

/** Credentials and properties come and go for months; one that falls out starts counting afresh. */
const GATES_KEPT = 500;

const gates = new Map<string, Gate>();

/**
 * How long a request has to wait for the provider's limit, counted over all items and executions of
 * this process. A request that need not wait is counted as sent.
 *
 * @param key of the credential, and of what the provider counts by
 * @returns milliseconds; 0 where it may leave now
 */
export function waitingTime(key: string, limit: RateLimit | undefined): number {
	const gate = gateOf(key);
	const now = performance.now();
	if (now < gate.closedUntil) return gate.closedUntil - now;
	if (!limit) return 0;
	while (gate.sent.length > 0 && gate.sent[0] <= now - limit.perMilliseconds) gate.sent.shift();
	if (gate.sent.length >= limit.requests) return gate.sent[0] + limit.perMilliseconds - now;
	gate.sent.push(now);
	return 0;
}

/** Holds all requests of a key back, as the provider asked. */
export function holdBack(key: string, milliseconds: number): void {
	const gate = gateOf(key);
	gate.closedUntil = Math.max(gate.closedUntil, performance.now() + milliseconds);
}

function gateOf(key: string): Gate {
	const gate = gates.get(key) ?? { sent: [], closedUntil: 0 };
	// Set again to be the youngest: a Map keeps the order of insertion.
	gates.delete(key);
	gates.set(key, gate);
	if (gates.size > GATES_KEPT) {
		const [oldest] = gates.keys();
		gates.delete(oldest);
	}
	return gate;
}
