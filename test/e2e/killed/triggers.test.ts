import { notify, type Delivered, type Sending } from '../../simulator/notifier';
import { connect, type Client } from '../harness/client';
import { WITHOUT_PAGES } from '../harness/environment';
import { startN8n, type N8nProcess } from '../harness/n8n';
import { packPackage } from '../harness/pack';
import { poll } from '../harness/rest';
import { finishedRunsOf, type PublishedTrigger, type StoredRun } from '../harness/trigger';
import { accountOf, NO_OPERATION, publishTrigger } from '../notified';
import {
	DELIVERY,
	NOTIFICATIONS,
	NOTIFIERS,
	PARTNER_NOTIFIER,
	references,
	RESPONSE_MODES,
} from '../notifiers';
import { simulator } from '../running';

/**
 * One n8n with a trigger for each provider and each time of answering. It is killed while all of
 * them deliver, and started again; what the provider then sends again is what it documents.
 */
const COUNT = Math.ceil(NOTIFICATIONS / 5);
const CONCURRENCY = 4;
const LATER = 3;
/** What our triggers answer to text: another type than they take, or no signature. */
const REFUSALS = [401, 415];
const TEN_MINUTES_IN_MS = 600_000;
/** An isolate for the expressions of each execution would take most of the time. */
const ENV = { ...WITHOUT_PAGES, N8N_EXPRESSION_ENGINE: 'legacy' };
/** Keeps executions at work, so that some are when n8n is killed. */
const WAIT = {
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { resume: 'timeInterval', amount: 0.5, unit: 'seconds' },
};
const CASES = [...NOTIFIERS, PARTNER_NOTIFIER].flatMap((notifier) =>
	RESPONSE_MODES.map((responseMode) => ({ ...notifier, responseMode })),
);
type Case = (typeof CASES)[number];

interface Delivery {
	sendings: Sending[];
	trigger: PublishedTrigger;
	delivered: Promise<Delivered>;
}

const deliveries = new Map<Case, Delivery>();
let process: N8nProcess;
let n8n: Client;

const of = (each: Case) => deliveries.get(each)!;
const send = async (each: Case, sendings: Sending[]) =>
	await notify(process.url + of(each).trigger.path, sendings);
const runs = async (each: Case) =>
	await finishedRunsOf(process.userFolder, of(each).trigger.workflowId, each.pattern);
const found = (all: StoredRun[], status?: string) =>
	all.filter((run) => !status || run.status === status).map((run) => String(run.found));

async function restart(end: 'kill' | 'stop'): Promise<void> {
	const { userFolder, port } = process;
	await process[end]();
	process = await startN8n({ userFolder, port, env: ENV });
	n8n = await connect(process);
	for (const { trigger } of deliveries.values()) await untilListening(process.url + trigger.path);
}

/** n8n is ready before its triggers are. */
async function untilListening(url: string): Promise<void> {
	const isRefused = async () => {
		const { status } = await fetch(url, { method: 'POST', body: 'text' });
		return REFUSALS.includes(status) ? true : undefined;
	};
	await poll(isRefused, 60_000, `Nobody listens at ${url}.`);
}

beforeAll(async () => {
	await simulator.reset();
	process = await startN8n({ tarball: await packPackage(), env: ENV });
	n8n = await connect(process);
	const prepared: Array<[Case, Omit<Delivery, 'delivered'>]> = [];
	for (const each of CASES) {
		const sendings = await each.notifications(COUNT + LATER, simulator.act);
		const parameters = { responseMode: each.responseMode };
		const then = [WAIT, NO_OPERATION];
		const account = accountOf(each.provider);
		const trigger = await publishTrigger(n8n, each.node, account, parameters, then);
		prepared.push([each, { sendings, trigger }]);
	}
	await new Promise<void>((resolve, reject) => {
		let restarted: Promise<void> | undefined;
		const answers = new Map(CASES.map((each) => [each, 0]));
		const killInTheMiddle = (each: Case) => {
			answers.set(each, answers.get(each)! + 1);
			const counts = [...answers.values()];
			// All have begun, or the quickest one is half done: none is at its end.
			if (restarted || (Math.min(...counts) < COUNT / 10 && Math.max(...counts) < COUNT / 2))
				return;
			restarted = restart('kill');
			restarted.then(resolve, reject);
		};
		for (const [each, { sendings, trigger }] of prepared) {
			const delivered = notify(process.url + trigger.path, sendings.slice(0, COUNT), {
				...DELIVERY,
				concurrency: CONCURRENCY,
				attempts: each.attempts,
				whenReachable: async () => await restarted,
				onAnswer: () => killInTheMiddle(each),
			});
			deliveries.set(each, { sendings, trigger, delivered });
		}
	});
}, TEN_MINUTES_IN_MS);
afterAll(async () => await process?.remove());

describe('n8n is killed in mid-delivery', () => {
	it.each(CASES)(
		'$node, $responseMode',
		async (each) => {
			const { delivered, sendings } = of(each);
			const { answers, undelivered } = await delivered;
			expect(answers.filter(({ status }) => status === 0).length).toBeGreaterThan(0);
			const all = await runs(each);
			const missing = () => {
				const done = new Set(found(all, 'success'));
				return references(each, COUNT).filter((reference) => !done.has(reference));
			};
			const crashed = all.filter(({ status }) => status === 'crashed');
			const lost = undelivered.map(each.reference);
			console.log(
				JSON.stringify({
					trigger: each.node,
					responseMode: each.responseMode,
					notifications: COUNT,
					executions: all.length,
					crashed: crashed.length,
					missing: missing().length,
					neverAcknowledged: lost.length,
				}),
			);
			// Who sends once loses what was not acknowledged, but nothing else.
			if (each.attempts > 1) expect(lost).toEqual([]);
			if (each.responseMode === 'lastNode') {
				expect(lost).toEqual(expect.arrayContaining(missing()));
			} else {
				// n8n shows them as crashed, and Retry in the list of executions starts them again.
				expect([...lost, ...found(crashed)]).toEqual(expect.arrayContaining(missing()));
				for (const run of crashed.filter((each) => missing().includes(String(each.found)))) {
					await n8n.rest('POST', `/rest/executions/${run.id}/retry`, { loadWorkflow: false });
				}
				all.push(...(await runs(each)));
				expect(lost).toEqual(expect.arrayContaining(missing()));
			}
			await send(
				each,
				undelivered.map((at) => sendings[at]),
			);
			all.push(...(await runs(each)));
			expect(missing()).toEqual([]);
		},
		TEN_MINUTES_IN_MS,
	);
});

describe('n8n is restarted in order', () => {
	const later = (each: Case) => of(each).sendings.slice(COUNT);
	beforeAll(async () => {
		for (const each of CASES) await send(each, later(each).slice(0, 2));
		await restart('stop');
	}, TEN_MINUTES_IN_MS);

	it.each(CASES)('$node, $responseMode', async (each) => {
		const { answers } = await send(each, later(each));
		expect(answers.map(({ body }) => body)).toEqual(
			later(each).map(({ acknowledgement }) => acknowledgement),
		);
		const [first, last, next] = [COUNT, COUNT + 1, COUNT + 2].map(each.reference);
		// Answered after the workflow, the last one is not in the database yet.
		const again = each.responseMode === 'lastNode' ? [last] : [];
		const expected = [first, last, ...again, next].sort();
		const started = found(await runs(each)).filter((reference) => expected.includes(reference));
		expect(started.sort()).toEqual(expected);
	});
});
