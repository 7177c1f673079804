import type { LoggedRequest } from './types';

const MAX_ENTRIES = 200_000;
/** Old entries go in blocks: dropping one at a time would move the whole array per request. */
const BLOCK = 10_000;

export interface Log {
	add(entry: LoggedRequest): void;
	entries(provider?: string): LoggedRequest[];
	clear(): void;
}

export function createLog(maxEntries = MAX_ENTRIES, block = BLOCK): Log {
	let kept: LoggedRequest[] = [];
	return {
		add(entry) {
			kept.push(entry);
			if (kept.length > maxEntries) kept = kept.slice(block);
		},
		entries: (provider) =>
			kept.filter((entry) => provider === undefined || entry.provider === provider),
		clear: () => {
			kept = [];
		},
	};
}
