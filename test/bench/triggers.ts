import { notify, type Sending } from '../simulator/notifier';
import { pledgNotifications } from '../simulator/notifierPledg';
import { connect, type Client } from '../e2e/harness/client';
import { startN8n } from '../e2e/harness/n8n';
import { packPackage } from '../e2e/harness/pack';
import { table } from '../e2e/harness/table';
import { publish, triggerWorkflow } from '../e2e/harness/trigger';
import { machine, median, percentile, writeResults } from './results';

/**
 * Part of `npm run bench`; alone `node --import tsx test/bench/triggers.ts [notifications] [rounds]`:
 * notifications per second, and milliseconds until the answer, in one process of a real n8n with 20
 * at a time; next to n8n's own Webhook node, which verifies and remembers nothing.
 */
const NOTIFICATIONS = Number(process.argv[2] ?? 200);
const ROUNDS = Number(process.argv[3] ?? 3);
const WARM_UP = 50;
const CONCURRENCY = 20;
const SECRET = 'secret key for benchmarks';

interface Subject {
	name: string;
	url: string;
	/** Sends the same in each round. */
	isRepeated?: boolean;
}

async function main(): Promise<void> {
	const n8n = await startN8n({ tarball: await packPackage() });
	try {
		const subjects = await publishAll(await connect(n8n), n8n.url);
		const rows = new Map(subjects.map(({ name }) => [name, [] as Figures[]]));
		// The first round warms up and does not count.
		for (let round = 0; round <= ROUNDS; round += 1) {
			for (const { name, url, isRepeated } of subjects) {
				const sendings = ofRound(isRepeated ? 0 : round);
				const figures = await measure(
					url,
					round > 0 || isRepeated ? sendings : sendings.slice(0, WARM_UP),
				);
				if (round > 0) rows.get(name)?.push(figures);
			}
		}
		report(rows);
	} finally {
		await n8n.remove();
	}
}

interface Figures {
	perSecond: number;
	medianMs: number;
	p99Ms: number;
}

async function measure(url: string, sendings: Sending[]): Promise<Figures> {
	const { answers, undelivered, seconds } = await notify(url, sendings, {
		concurrency: CONCURRENCY,
		patienceMs: 120_000,
	});
	if (undelivered.length > 0) {
		throw new Error(`${url}: ${undelivered.length} undelivered, ${JSON.stringify(answers[0])}`);
	}
	const times = answers.map(({ milliseconds }) => milliseconds);
	return {
		perSecond: Math.round((answers.length / seconds) * 10) / 10,
		medianMs: Math.round(median(times)),
		p99Ms: Math.round(percentile(times, 0.99)),
	};
}

/** Notifications that no other round has. */
function ofRound(round: number): Sending[] {
	return pledgNotifications(NOTIFICATIONS * (round + 1), SECRET).slice(NOTIFICATIONS * round);
}

async function publishAll(client: Client, n8n: string): Promise<Subject[]> {
	const data = { authentication: 'signature', merchantSecretKey: SECRET };
	const { id } = await client.createCredential('Pledg', 'pledgApi', data);
	const then = [{ type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }];
	const credentials = { pledgApi: { id, name: 'Pledg' } };
	const pledg = async (responseMode: string) => {
		const type = 'n8n-nodes-partner-apis.pledgTrigger';
		const workflow = triggerWorkflow({ type, parameters: { responseMode }, credentials }, then);
		return n8n + (await publish(client, workflow)).path;
	};
	const webhook = async (responseMode: string) => {
		const path = `webhook-${responseMode}`;
		const parameters = { path, httpMethod: 'POST', responseMode, options: {} };
		const trigger = { type: 'n8n-nodes-base.webhook', parameters };
		const { id: workflowId } = await client.createWorkflow(triggerWorkflow(trigger, then));
		await client.activate(workflowId);
		return `${n8n}/webhook/${path}`;
	};
	return [
		{ name: 'Pledg Trigger, immediately', url: await pledg('onReceived') },
		{ name: 'Pledg Trigger, after the workflow', url: await pledg('lastNode') },
		{ name: 'Pledg Trigger, repeats', url: await pledg('onReceived'), isRepeated: true },
		{ name: 'Webhook node, immediately', url: await webhook('onReceived') },
		{ name: 'Webhook node, after the workflow', url: await webhook('lastNode') },
	];
}

function report(all: Map<string, Figures[]>): void {
	const rows = [...all].map(([name, rounds]) => ({
		name,
		perSecond: median(rounds.map(({ perSecond }) => perSecond)),
		medianMs: median(rounds.map(({ medianMs }) => medianMs)),
		p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
		rounds,
	}));
	writeResults('triggers', {
		machine: machine(),
		notifications: NOTIFICATIONS,
		concurrency: CONCURRENCY,
		rows,
	});
	console.log(
		table(
			['trigger', 'per second', 'median ms', 'p99 ms'],
			rows.map(({ name, perSecond, medianMs, p99Ms }) => [name, perSecond, medianMs, p99Ms]),
		),
	);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
