import { readFileSync } from 'node:fs';
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
	ownNode,
	type Attached,
	type Sender,
} from './workflows';

/**
 * `npm run bench:memory [items] [rounds]`: how much more memory n8n takes while a node sends many
 * items and gets 2 KB for each, next to the HTTP Request node. A fresh n8n for each run.
 */
const ITEMS = Number(process.argv[2] ?? 10_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const ANSWER_IN_BYTES = 2_000;
const SAMPLE_EVERY_MS = 50;

async function main(): Promise<void> {
	const server = await startServer(0, ANSWER_IN_BYTES);
	const tarball = await packPackage();
	const senders: Array<[string, (credentials: Attached) => Sender]> = [
		['own node, 20 at once', (credentials) => ownNode(credentials, 20)],
		['HTTP Request node, default', (credentials) => httpRequestNode(credentials, server.url)],
	];
	const growth = new Map(senders.map(([name]) => [name, [] as number[]]));
	try {
		for (let round = 0; round < ROUNDS; round += 1) {
			for (const [name, senderWith] of senders) {
				growth.get(name)?.push(await growthOf(tarball, server.url, senderWith));
			}
		}
	} finally {
		server.stop();
	}
	const rows = [...growth].map(([name, all]) => ({
		name,
		medianGrowthMb: median(all),
		allMb: all,
	}));
	const ratio = Math.round((rows[0].medianGrowthMb / rows[1].medianGrowthMb) * 100) / 100;
	writeResults('memory', { machine: machine(), items: ITEMS, answerBytes: ANSWER_IN_BYTES, rows });
	console.log(
		table(
			['node', 'peak growth MB', 'all MB'],
			rows.map(({ name, medianGrowthMb, allMb }) => [name, medianGrowthMb, allMb.join(' ')]),
		),
	);
	console.log(`own node divided by HTTP Request node: ${ratio}`);
}

/** Megabytes between n8n at rest and its peak during the run. */
async function growthOf(
	tarball: string,
	url: string,
	senderWith: (credentials: Attached) => Sender,
): Promise<number> {
	const n8n = await startN8n({ tarball });
	try {
		const client = await connect(n8n);
		const sender = senderWith(await createCredential(client, url));
		await (
			await createRun(client, 100, sender)
		)();
		const run = await createRun(client, ITEMS, sender);
		const before = residentMb(n8n.pid);
		let peak = before;
		const sampling = setInterval(() => {
			peak = Math.max(peak, residentMb(n8n.pid));
		}, SAMPLE_EVERY_MS);
		await run().finally(() => clearInterval(sampling));
		return Math.round(peak - before);
	} finally {
		await n8n.remove();
	}
}

/** Linux only. */
function residentMb(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
