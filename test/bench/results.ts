import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../e2e/harness/paths';

const DIRECTORY = join(ROOT, 'test', 'bench', 'results');

/** Writes the figures of a benchmark to `test/bench/results/<name>.json`. */
export function writeResults(name: string, figures: object): void {
	mkdirSync(DIRECTORY, { recursive: true });
	writeFileSync(join(DIRECTORY, `${name}.json`), `${JSON.stringify(figures, null, '\t')}\n`);
}

/** The size of this machine, to stand beside the figures. */
export function machine(): { cores: number; memoryGb: number } {
	return { cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) };
}

export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)];
}

/** @param share 0.99 for the value that 99 % do not exceed */
export function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}
