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
