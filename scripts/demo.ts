import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialsFor, partnerCredentials } from '../test/e2e/harness/accounts';
import { connect, OWNER } from '../test/e2e/harness/client';
import { lastLines } from '../test/e2e/harness/command';
import { startN8n } from '../test/e2e/harness/n8n';
import { packPackage } from '../test/e2e/harness/pack';
import { CACHE } from '../test/e2e/harness/paths';
import { portOrFree } from '../test/e2e/harness/ports';
import { table } from '../test/e2e/harness/table';
import { startSimulator } from '../test/simulator';
import { tryProviders } from './try-providers';

const USER_FOLDER = join(CACHE, 'demo');
const PID_FILE = join(USER_FOLDER, 'demo.pid');
const N8N_PORT = 5678;
/** Fixed, so that credentials edited by hand still work after the next start. */
const SIMULATOR_PORTS = {
	sasom: 47101,
	pledg: 47102,
	su: 47103,
	guestline: 47104,
	netzme: 47105,
	control: 47106,
	exchange: 47107,
	snap: 47108,
};
const SHOWN_LINES = 30;

const once = process.argv.includes('--once');
/** What has been started and must end, in order of its start. */
const endings: Array<() => Promise<void>> = [];
let ending: Promise<void> | undefined;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	// A terminal sends Ctrl-C to the whole process group and npm passes it on: it may come twice.
	process.on(signal, () => {
		if (ending) return;
		console.log('\nStopping ...');
		void endAll().then(() => process.exit(once ? 130 : 0));
	});
}

main()
	.then(
		(code) => (process.exitCode = code),
		(error: Error) => {
			// An interruption makes whatever was under way fail.
			if (ending) return;
			console.error(error.message);
			process.exitCode = 1;
		},
	)
	.finally(endAll);

async function main(): Promise<number> {
	claimUserFolder();
	const tarball = await timed('Building and packing the package', packPackage);

	const ports = await choosePorts();
	const simulator = await startSimulator({ ports });
	endings.push(async () => await simulator.stop());

	const port = await preferred('n8n', N8N_PORT);
	const n8n = await timed('Starting n8n with the package and the simulator', async () => {
		return await startN8n({ userFolder: USER_FOLDER, tarball, port });
	});
	endings.push(async () => await n8n.stop());

	const client = await connect(n8n);
	const credentials = [...credentialsFor(simulator.urls), ...partnerCredentials(simulator.urls)];
	const { rows, failures, providersOk } = await tryProviders(client, simulator, credentials);
	const header = ['Provider', 'Credential test', 'Workflow', 'Requests', 'Mints', 'Milliseconds'];
	console.log(`\n${table(header, rows)}\n`);
	for (const failure of failures) console.log(failure);
	console.log(`${providersOk} of ${credentials.length} providers ok.`);
	if (once) return providersOk === credentials.length ? 0 : 1;

	console.log(`\nEditor:   ${n8n.url}`);
	console.log(`Login:    ${OWNER.email}`);
	console.log(`Password: ${OWNER.password}`);
	console.log(`Log:      ${n8n.logFile}`);
	console.log('Ctrl-C ends n8n and the simulator.');
	const code = await n8n.exited;
	if (ending) return 0;
	throw new Error(`n8n ended (${code}). Its log ends:\n${lastLines(n8n.logs(), SHOWN_LINES)}`);
}

async function endAll(): Promise<void> {
	ending ??= (async () => {
		for (const end of endings.reverse()) await end();
	})();
	await ending;
}

/** One demo at a time: two n8n must not share a database. */
function claimUserFolder(): void {
	mkdirSync(USER_FOLDER, { recursive: true });
	const pid = existsSync(PID_FILE) ? Number(readFileSync(PID_FILE, 'utf8')) : 0;
	if (pid && isAlive(pid)) {
		throw new Error(
			`The demo is running already (process ${pid}). End it first, or delete ${PID_FILE} ` +
				'if that process is another program.',
		);
	}
	writeFileSync(PID_FILE, String(process.pid));
	endings.push(async () => rmSync(PID_FILE, { force: true }));
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

async function choosePorts(): Promise<Record<string, number>> {
	const chosen: Record<string, number> = {};
	for (const [name, port] of Object.entries(SIMULATOR_PORTS)) {
		chosen[name] = await preferred(`the simulator (${name})`, port);
	}
	return chosen;
}

async function preferred(name: string, port: number): Promise<number> {
	const chosen = await portOrFree(port);
	if (chosen !== port) console.log(`Port ${port} is in use: ${name} listens on ${chosen}.`);
	return chosen;
}

async function timed<T>(label: string, work: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	const seconds = () => Math.round((Date.now() - startedAt) / 1000);
	console.log(`${label} ...`);
	const timer = setInterval(() => console.log(`  ... ${seconds()} s`), 10_000);
	try {
		const result = await work();
		console.log(`  done in ${seconds()} s`);
		return result;
	} finally {
		clearInterval(timer);
	}
}
