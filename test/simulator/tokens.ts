import { randomBytes } from 'node:crypto';
import type { Faults } from './faults';

export interface Minted {
	token: string;
	lifeMs: number;
	/** Epoch milliseconds on the server's clock. */
	expiresAt: number;
}

export interface Tokens {
	/** Undefined when the budget of the last hour is used up. */
	mint(client: string, documentedLifeMs: number, write: TokenWriter): Minted | undefined;
	isLive(token: string): boolean;
	revoke(): void;
	issued(): number;
}

/** Turns random bytes in hex into a token of the provider's look. */
type TokenWriter = (random: string) => string;

const ONE_HOUR_IN_MS = 60 * 60 * 1000;

export function createTokens(faults: Faults, now: () => number): Tokens {
	const live = new Map<string, { client: string; expiresAt: number }>();
	const mintTimes = new Map<string, number[]>();
	let issued = 0;

	/** A sliding window: each mint counts for an hour. */
	function spendsBudget(client: string): boolean {
		if (faults.mintsPerHour === null) return true;
		const recent = (mintTimes.get(client) ?? []).filter((at) => at > now() - ONE_HOUR_IN_MS);
		mintTimes.set(client, recent);
		if (recent.length >= faults.mintsPerHour) return false;
		recent.push(now());
		return true;
	}

	function handedOutAgain(client: string, fullLifeMs: number): Minted | undefined {
		for (const [token, { client: owner, expiresAt }] of live) {
			if (owner !== client || expiresAt <= now()) continue;
			// As a rule lives are whole seconds.
			const restMs = Math.floor((expiresAt - now()) / 1000) * 1000;
			return { token, expiresAt, lifeMs: faults.fullLifeAgain ? fullLifeMs : restMs };
		}
		return undefined;
	}

	return {
		mint(client, documentedLifeMs, write) {
			const again = faults.sameTokenUntilEnd
				? handedOutAgain(client, faults.tokenLifeMs ?? documentedLifeMs)
				: undefined;
			if (again) return again;
			if (!spendsBudget(client)) return undefined;
			if (faults.oneLiveToken) {
				for (const [token, owner] of live) if (owner.client === client) live.delete(token);
			}
			const lifeMs = faults.tokenLifeMs ?? documentedLifeMs;
			const minted = {
				token: write(randomBytes(32).toString('hex')),
				lifeMs,
				expiresAt: now() + lifeMs,
			};
			live.set(minted.token, { client, expiresAt: minted.expiresAt });
			issued += 1;
			return minted;
		},
		isLive(token) {
			const found = live.get(token);
			return found !== undefined && found.expiresAt > now();
		},
		revoke: () => live.clear(),
		issued: () => issued,
	};
}
