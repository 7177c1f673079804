import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './error-texts';

interface Service {
	image: string;
	environment?: Record<string, string>;
	command?: string | string[];
	volumes?: string[];
	depends_on?: Record<string, { condition: string }>;
	healthcheck?: { test: string[] };
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const text = read('docker-compose.yml');
const { services, volumes } = parse(text, { merge: true }) as {
	services: Record<string, Service>;
	volumes: Record<string, null>;
};
const all = Object.entries(services);
const n8n = all.filter(([, { image }]) => image.startsWith('n8nio/n8n:'));
const isFolder = (volume: string) => /^[./~]/.test(volume);
const mountedFolders = all.flatMap(([name, { volumes: mounted = [] }]) =>
	mounted.filter(isFolder).map((volume) => [name, volume]),
);
/** n8n itself reads this one (n8n/dist/workflow-runner.js), not its package of settings. */
const READ_ELSEWHERE = ['OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS'];

/** The names of all variables that n8n's package of settings reads. */
function settings(): Set<string> {
	const directory = dirname(require.resolve('@n8n/config'));
	const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
	const names = files
		.filter((file) => file.endsWith('.js'))
		.map((file) => readFileSync(join(directory, file), 'utf8'))
		.flatMap((code) => [...code.matchAll(/Env\)\('(\w+)'/g)].map(([, name]) => name));
	return new Set(names);
}

describe('docker-compose.yml', () => {
	it('has a main process and two workers of the n8n that the tests run', () => {
		const { dependencies } = JSON.parse(read('test/e2e/package.json')) as {
			dependencies: { n8n: string };
		};
		expect(n8n.map(([name, { image, command }]) => [name, image, command])).toEqual([
			['main', `n8nio/n8n:${dependencies.n8n}`, undefined],
			['worker-1', `n8nio/n8n:${dependencies.n8n}`, 'worker'],
			['worker-2', `n8nio/n8n:${dependencies.n8n}`, 'worker'],
		]);
	});

	it.each(n8n)('%s: n8n reads every variable that is set', (_name, { environment }) => {
		const known = settings();
		const unknown = Object.keys(environment ?? {}).filter(
			(name) => !known.has(name) && !READ_ELSEWHERE.includes(name),
		);
		expect(unknown).toEqual([]);
		expect(environment).toMatchObject({
			EXECUTIONS_MODE: 'queue',
			DB_TYPE: 'postgresdb',
			N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '1000',
			N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: '1000',
		});
	});

	it.each(n8n)('%s has the package where n8n looks for it', (_name, service) => {
		expect(service.volumes).toContain('package:/home/node/.n8n/nodes');
		expect(service.depends_on?.package).toEqual({ condition: 'service_completed_successfully' });
	});

	it('installs the package as the end-to-end tests do', () => {
		const switches = (code: string) => (code.match(/(?<=\s'?)--[a-z-]+(=\w+)?/g) ?? []).sort();
		const command = [services.package.command].flat().join(' ');
		const tested = switches(read('test/e2e/harness/community-package.ts'));
		expect(tested.length).toBeGreaterThan(3);
		expect(switches(command)).toEqual(['--prefix', ...tested].sort());
		expect(command).toContain('"${PACKAGE:?see .env.example}"');
	});

	it('finds the tarball that npm pack makes, and mounts nothing else of the checkout', () => {
		const { name, version } = JSON.parse(read('package.json')) as Record<string, string>;
		expect(read('.env.example')).toContain(`\nPACKAGE=/tarball/${name}-${version}.tgz\n`);
		expect(mountedFolders).toEqual([['package', './tarball:/tarball:ro']]);
	});

	it('takes n8n for healthy when its database is prepared, not when it listens', () => {
		expect(services.main.healthcheck?.test.join(' ')).toContain('/healthz/readiness');
		expect(services['worker-1'].depends_on?.main).toEqual({ condition: 'service_healthy' });
	});

	it('refers to services and volumes that are there', () => {
		const missing = all.flatMap(([name, { depends_on = {}, volumes: mounted = [] }]) => [
			...Object.entries(depends_on)
				.filter(([other]) => !services[other])
				.map(([other]) => `${name} depends on ${other}`),
			...Object.entries(depends_on)
				.filter(([, { condition }]) => condition === 'service_healthy')
				.filter(([other]) => !services[other]?.healthcheck)
				.map(([other]) => `${name} waits for the health of ${other}`),
			...mounted
				.filter((volume) => !isFolder(volume))
				.map((volume) => volume.split(':')[0])
				.filter((volume) => !(volume in volumes))
				.map((volume) => `${name} mounts ${volume}`),
		]);
		expect(missing).toEqual([]);
	});

	it('takes exactly the values that .env.example names', () => {
		const taken = [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
		const named = [...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
		expect([...new Set(taken)].sort()).toEqual(named.sort());
	});
});
