import { startSimulator, type Simulator } from '../simulator';
import { notify, type Sending } from '../simulator/notifier';
import { credentialsFor } from '../e2e/harness/accounts';
import { connect, type Client } from '../e2e/harness/client';
import { startN8n } from '../e2e/harness/n8n';
import { packPackage } from '../e2e/harness/pack';
import { table } from '../e2e/harness/table';
import { publish, triggerWorkflow } from '../e2e/harness/trigger';
import { NOTIFIERS, type Notifier } from '../e2e/notifiers';
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
const MODES = [
	{ responseMode: 'onReceived', title: 'immediately' },
	{ responseMode: 'lastNode', title: 'after the workflow' },
];

interface Subject {
	name: string;
	url: string;
	/** Enough for all rounds, or for one where each round sends the same. */
	sendings: Sending[];
}

async function main(): Promise<void> {
	const simulator = await startSimulator();
	const n8n = await startN8n({ tarball: await packPackage() });
	try {
		const subjects = await publishAll(await connect(n8n), n8n.url, simulator);
		const rows = new Map(subjects.map(({ name }) => [name, [] as Figures[]]));
		// The first round warms up and does not count.
		for (let round = 0; round <= ROUNDS; round += 1) {
			for (const { name, url, sendings } of subjects) {
				const isRepeated = sendings.length === NOTIFICATIONS;
				const first = isRepeated ? 0 : NOTIFICATIONS * round;
				const count = round > 0 || isRepeated ? NOTIFICATIONS : WARM_UP;
				const figures = await measure(url, sendings.slice(first, first + count));
				if (round > 0) rows.get(name)?.push(figures);
			}
		}
		report(rows);
	} finally {
		await n8n.remove();
		await simulator.stop();
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

async function publishAll(client: Client, n8n: string, simulator: Simulator): Promise<Subject[]> {
	const then = [{ type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }];
	const accounts = credentialsFor(simulator.urls);
	const subject = async (notifier: Notifier, rounds: number, responseMode: string) => {
		const { title, type, name, data } = accounts.find(
			({ provider }) => provider === notifier.provider,
		)!;
		const { id } = await client.createCredential(name, type, data);
		const node = `n8n-nodes-partner-apis.${notifier.node}`;
		const credentials = { [type]: { id, name } };
		const trigger = { type: node, parameters: { responseMode }, credentials };
		const { path } = await publish(client, triggerWorkflow(trigger, then));
		const sendings = await notifier.notifications(NOTIFICATIONS * rounds, simulator.act);
		return { name: `${title} Trigger`, url: n8n + path, sendings };
	};
	const subjects: Subject[] = [];
	for (const notifier of NOTIFIERS) {
		for (const { responseMode, title } of MODES) {
			const each = await subject(notifier, ROUNDS + 1, responseMode);
			subjects.push({ ...each, name: `${each.name}, ${title}` });
		}
	}
	const repeated = await subject(NOTIFIERS[0], 1, MODES[0].responseMode);
	subjects.push({ ...repeated, name: `${repeated.name}, repeats` });
	for (const { responseMode, title } of MODES) {
		const path = `webhook-${responseMode}`;
		const parameters = { path, httpMethod: 'POST', responseMode, options: {} };
		const trigger = { type: 'n8n-nodes-base.webhook', parameters };
		const { id } = await client.createWorkflow(triggerWorkflow(trigger, then));
		await client.activate(id);
		// Whose notifications they are does not matter to it.
		const sendings = subjects[0].sendings.map(({ body }) => ({ body }));
		subjects.push({ name: `Webhook node, ${title}`, url: `${n8n}/webhook/${path}`, sendings });
	}
	return subjects;
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
