import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../e2e/harness/paths';

const DIRECTORY = join(ROOT, 'test', 'bench', 'results');

/** Writes the figures of a benchmark to `test/bench/results/<name>.json`. */
export function writeResults(name: string, figures: object): void {
	mkdirSync(DIRECTORY, { recursive: true });
	writeFileSync(join(DIRECTORY, `${name}.json`), `${JSON.stringify(figures, null, '\t')}\n`);
}
