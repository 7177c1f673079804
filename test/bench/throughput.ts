import { Agent, request } from 'undici';
import { connect } from '../e2e/harness/client';
import { startN8n } from '../e2e/harness/n8n';
import { packPackage } from '../e2e/harness/pack';
import { table } from '../e2e/harness/table';
import { machine, median, writeResults } from './results';
import { startServer } from './server';
import {
	createCredential,
	createRun,
	httpRequestNode,
	KEY_OF_ITEM,
	LOOP_NODE_FOLDER,
	loopNode,
	ownNode,
} from './workflows';

/**
 * `npm run bench:throughput [items] [rounds]`: milliseconds that a node takes for many items
 * against a server that answers after 20 ms, in a real n8n, next to n8n's HTTP Request node with
 * the same credential, to the least that a node has to do (n8n's request helper in a loop) and to a
 * bare loop outside of n8n.
 */
const ITEMS = Number(process.argv[2] ?? 2_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const CONCURRENCY = 20;
const LATENCY_IN_MS = 20;
const ANSWER_IN_BYTES = 200;

async function main(): Promise<void> {
	const server = await startServer(LATENCY_IN_MS, ANSWER_IN_BYTES);
	const n8n = await startN8n({
		tarball: await packPackage(),
		env: { N8N_CUSTOM_EXTENSIONS: LOOP_NODE_FOLDER },
	});
	try {
		const client = await connect(n8n);
		const fixed = await createCredential(client, server.url);
		const ofItem = await createCredential(client, server.url, KEY_OF_ITEM);
		const senders = {
			'own node, 20 at once': ownNode(fixed, CONCURRENCY),
			'own node, credential with expressions': ownNode(ofItem, CONCURRENCY),
			'HTTP Request node, default': httpRequestNode(fixed, server.url),
			'HTTP Request node, batches of 20': httpRequestNode(fixed, server.url, CONCURRENCY),
			"loop over n8n's helper, 20 at once": loopNode(server.url, CONCURRENCY),
			"loop over n8n's helper, URL an expression": loopNode(server.url, CONCURRENCY, true),
		};
		const subjects = new Map<string, () => Promise<number>>();
		for (const [name, sender] of Object.entries(senders)) {
			subjects.set(name, await createRun(client, ITEMS, sender));
		}
		subjects.set('bare loop, 20 at once', async () => await bareLoop(server.url));
		const times = new Map([...subjects.keys()].map((name) => [name, [] as number[]]));
		// The first round warms up and does not count.
		for (let round = 0; round <= ROUNDS; round += 1) {
			for (const [name, run] of subjects) {
				const time = await run();
				if (round > 0) times.get(name)?.push(time);
			}
		}
		report(times);
	} finally {
		await n8n.remove();
		server.stop();
	}
}

async function bareLoop(url: string): Promise<number> {
	const dispatcher = new Agent({ connections: CONCURRENCY });
	const startedAt = performance.now();
	let next = 0;
	const work = async () => {
		while (next < ITEMS) {
			next += 1;
			const { body } = await request(`${url}/api/items/${next}`, { dispatcher });
			await body.json();
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, work));
	const time = performance.now() - startedAt;
	await dispatcher.close();
	return Math.round(time);
}

function report(times: Map<string, number[]>): void {
	const medians = [...times].map(([name, all]) => [name, median(all)] as const);
	const own = medians[0][1];
	const rows = medians.map(([name, time]) => ({
		name,
		medianMs: time,
		allMs: times.get(name),
		ownNodeDividedByThis: Math.round((own / time) * 100) / 100,
	}));
	const floorMs = (ITEMS / CONCURRENCY) * LATENCY_IN_MS;
	writeResults('throughput', { machine: machine(), items: ITEMS, floorMs, rows });
	console.log(
		table(
			['node', 'median ms', 'all ms', 'own node divided by this'],
			rows.map((row) => [
				row.name,
				row.medianMs,
				String(row.allMs?.join(' ')),
				row.ownNodeDividedByThis,
			]),
		),
	);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
