import { sleep } from 'n8n-workflow';

const LONGEST_SLICE_IN_MS = 250;

/**
 * Waits, but ends early where the execution is cancelled.
 *
 * @param milliseconds how long
 * @param signal the execution's, where n8n has one
 */
export async function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	const until = performance.now() + milliseconds;
	while (!signal?.aborted) {
		const left = until - performance.now();
		if (left <= 0) return;
		await sleep(Math.min(left, LONGEST_SLICE_IN_MS));
	}
}

/**
 * What a piece of work gives, or undefined where it takes longer.
 *
 * @throws what the work throws in time
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
	let isDone = false;
	const done = work.finally(() => (isDone = true));
	const until = performance.now() + milliseconds;
	const limit = async () => {
		while (!isDone && performance.now() < until) await sleep(LONGEST_SLICE_IN_MS);
		return undefined;
	};
	return await Promise.race([done, limit()]);
}
