import { startSimulator } from '../simulator';
import { notify, type Sending } from '../simulator/notifier';
import { connect } from '../e2e/harness/client';
import { startN8n } from '../e2e/harness/n8n';
import { packPackage } from '../e2e/harness/pack';
import { table } from '../e2e/harness/table';
import { cpuTimeOf } from './cpu-time';
import { machine, median, percentile, writeResults } from './results';
import { BARE_TRIGGER_FOLDER, publishSubjects, type Subject } from './trigger-subjects';

/**
 * Part of `npm run bench`; alone `node --import tsx test/bench/triggers.ts [notifications] [rounds]`:
 * notifications per second, and milliseconds until the answer, in one process of a real n8n with 20
 * at a time; next to n8n's own Webhook node, which verifies and remembers nothing. All take turns in
 * each round, so what else the machine does meets all of them: the ratios are those of one round.
 */
const NOTIFICATIONS = Number(process.argv[2] ?? 100);
const ROUNDS = Number(process.argv[3] ?? 7);
const WARM_UP = 40;
const CONCURRENCY = 20;
const WANTED = 0.9;

interface Figures {
	perSecond: number;
	/** Computing of n8n for each notification, on both cores together; less noisy than the time. */
	cpuMs: number;
	medianMs: number;
	p99Ms: number;
}

async function main(): Promise<void> {
	const simulator = await startSimulator();
	const n8n = await startN8n({
		tarball: await packPackage(),
		env: { N8N_CUSTOM_EXTENSIONS: BARE_TRIGGER_FOLDER, ...environmentOf(process.argv.slice(4)) },
	});
	try {
		const count = WARM_UP + NOTIFICATIONS * ROUNDS;
		const client = await connect(n8n);
		const subjects = await publishSubjects(client, n8n.url, simulator, count, NOTIFICATIONS);
		const figures = new Map(subjects.map(({ name }) => [name, [] as Figures[]]));
		for (const { url, sendings, kind } of subjects) {
			const first = kind === 'repeats' ? sendings : sendings.slice(0, WARM_UP);
			// On a busy machine the first ones may be late: code is loaded, and a token fetched.
			await measure(url, first, n8n.pid, 5);
		}
		for (let round = 0; round < ROUNDS; round += 1) {
			// Another one begins each round.
			for (const { name, url, sendings, kind } of rotated(subjects, round)) {
				const first = kind === 'repeats' ? 0 : WARM_UP + NOTIFICATIONS * round;
				const sent = sendings.slice(first, first + NOTIFICATIONS);
				figures.get(name)?.push(await measure(url, sent, n8n.pid));
			}
		}
		report(subjects, figures);
	} finally {
		await n8n.remove();
		await simulator.stop();
	}
}

/** `NAME=value` for n8n, to see what a setting of n8n does. */
function environmentOf(settings: string[]): Record<string, string> {
	return Object.fromEntries(settings.map((setting) => setting.split('=') as [string, string]));
}

function rotated<T>(all: T[], by: number): T[] {
	const at = by % all.length;
	return [...all.slice(at), ...all.slice(0, at)];
}

async function measure(
	url: string,
	sendings: Sending[],
	pid: number,
	attempts = 1,
): Promise<Figures> {
	const cpuBefore = cpuTimeOf(pid);
	const { answers, undelivered, seconds } = await notify(url, sendings, {
		concurrency: CONCURRENCY,
		patienceMs: 120_000,
		attempts,
	});
	if (undelivered.length > 0) {
		throw new Error(`${url}: ${undelivered.length} undelivered, ${JSON.stringify(answers[0])}`);
	}
	const times = answers.map(({ milliseconds }) => milliseconds);
	return {
		perSecond: rounded(answers.length / seconds, 1),
		cpuMs: rounded((cpuTimeOf(pid) - cpuBefore) / answers.length, 1),
		medianMs: Math.round(median(times)),
		p99Ms: Math.round(percentile(times, 0.99)),
	};
}

function report(subjects: Subject[], figures: Map<string, Figures[]>): void {
	const rows = subjects.map(({ name, mode, kind }) => {
		const rounds = figures.get(name)!;
		const yardstick = subjects.find((each) => each.kind === 'yardstick' && each.mode === mode)!;
		const compared = figures.get(yardstick.name)!;
		const middle = (of: (each: Figures, round: number) => number) => median(rounds.map(of));
		return {
			name,
			kind,
			perSecond: middle(({ perSecond }) => perSecond),
			/** Medians of the ratios of each round. */
			rateToWebhook: rounded(
				middle((each, at) => each.perSecond / compared[at].perSecond),
				2,
			),
			cpuMs: middle(({ cpuMs }) => cpuMs),
			cpuToWebhook: rounded(
				middle((each, at) => each.cpuMs / compared[at].cpuMs),
				2,
			),
			medianMs: middle(({ medianMs }) => medianMs),
			p99Ms: middle(({ p99Ms }) => p99Ms),
			rounds,
		};
	});
	const notifications = NOTIFICATIONS;
	writeResults('triggers', { machine: machine(), notifications, concurrency: CONCURRENCY, rows });
	console.log(
		table(
			['trigger', 'per second', 'to Webhook', 'CPU ms', 'to Webhook', 'median ms', 'p99 ms'],
			rows.map((row) => [
				row.name,
				row.perSecond,
				row.rateToWebhook,
				row.cpuMs,
				row.cpuToWebhook,
				row.medianMs,
				row.p99Ms,
			]),
		),
	);
	const slow = rows.filter(
		({ kind, rateToWebhook }) => kind === 'trigger' && rateToWebhook < WANTED,
	);
	for (const { name } of slow) console.log(`${name}: less than ${WANTED} of the Webhook node`);
}

function rounded(value: number, digits: number): number {
	return Number(value.toFixed(digits));
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
