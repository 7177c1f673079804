import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './error-texts';

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as unknown;

it.each(['n8n-core', 'n8n-workflow'])('%s is the one that the n8n of the tests brings', (name) => {
	const { devDependencies } = read('package.json') as { devDependencies: Record<string, string> };
	const { packages } = read('test/e2e/package-lock.json') as {
		packages: Record<string, { version: string }>;
	};
	expect(devDependencies[name]).toBe(packages[`node_modules/${name}`].version);
});
