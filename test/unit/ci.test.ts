import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './error-texts';

interface Step {
	run?: string;
	with?: Record<string, unknown>;
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
	scripts: Record<string, string>;
	engines: { node: string };
};
const stepsOf = (name: string): Step[] => {
	const workflow = parse(read(`.github/workflows/${name}.yml`)) as {
		jobs: Record<string, { steps: Step[] }>;
	};
	return Object.values(workflow.jobs).flatMap(({ steps }) => steps);
};

it('CI on GitHub runs what .ci/run does, with the lowest Node that is supported', () => {
	const steps = stepsOf('ci');
	expect(steps.at(-1)?.run).toBe('bash .ci/run');
	const [node] = steps.flatMap((step) => step.with?.['node-version'] ?? []);
	expect(`>=${String(node)}`).toBe(manifest.engines.node);
});

it('publishes what has passed the tests and was built from the tag', () => {
	const commands = stepsOf('publish').flatMap(({ run }) => run ?? []);
	expect(commands.map((command) => command.split(' --')[0])).toEqual([
		'npm ci',
		'npm test',
		'npm run build',
		'npm publish',
	]);
});

it.each(['.ci/run', '.github/workflows/ci.yml', '.github/workflows/publish.yml'])(
	'%s calls scripts that exist',
	(file) => {
		const called = [...read(file).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
		expect(called.filter((name) => !(name in manifest.scripts))).toEqual([]);
	},
);
