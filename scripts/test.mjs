// `npm test`: installs what is missing, then type-checks, lints, checks the format and runs the tests
// that need no n8n server, all at once.
import { ensureRoot } from './install.mjs';
import { jestAtOnce } from './steps.mjs';

await ensureRoot();
const given = process.argv.slice(2);
// In a process that has run other tests, the simulation takes ten times as long.
const all = [
	['--selectProjects', 'tests'],
	['--selectProjects', 'simulation'],
];
await jestAtOnce('test', given.length > 0 ? [given] : all, [
	...['tsconfig.json', 'test/tsconfig.json'].map((project) => [
		'typescript-native/bin/tsc',
		...['--noEmit', '-p', project, '--moduleResolution', 'bundler'],
	]),
	['eslint/bin/eslint.js', '--max-warnings=0', 'credentials', 'nodes', 'package.json'],
	['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
]);
