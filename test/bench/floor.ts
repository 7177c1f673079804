import 'reflect-metadata';
import type { INodeType } from 'n8n-workflow';
import { GuestlineCheckoutApi } from '../../credentials/GuestlineCheckoutApi.credentials';
import { GuestlineCheckout } from '../../nodes/GuestlineCheckout/GuestlineCheckout.node';
import { contextFor, store } from '../core/harness';
import { median } from './results';
import { startServer } from './server';

/**
 * `npm run bench:floor [items] [rounds]`: milliseconds that the own node takes for many items in a
 * process with n8n-core alone, next to a loop over the same `helpers.httpRequest` with the same
 * concurrency: the floor that a node can reach. The two take turns; what counts is the median of the
 * ratios of the rounds.
 */
const ITEMS = Number(process.argv[2] ?? 2_000);
const ROUNDS = Number(process.argv[3] ?? 11);
const CONCURRENCY = 20;
const LATENCY_IN_MS = 20;
const ANSWER_IN_BYTES = 200;

async function main(): Promise<void> {
	const server = await startServer(LATENCY_IN_MS, ANSWER_IN_BYTES);
	const credential = store(new GuestlineCheckoutApi(), {
		baseUrl: server.url,
		clientId: 'BENCHMARK',
		apiKey: 'made-up-secret',
	});
	const nodeType: INodeType = new GuestlineCheckout();
	const items = Array.from({ length: ITEMS }, (_, index) => ({ index }));
	const parameters = {
		resource: 'request',
		operation: 'send',
		method: 'GET',
		path: '=/api/items/{{ $json.index }}',
		options: { concurrency: CONCURRENCY },
	};
	const own = async () => {
		const context = contextFor(credential, { nodeType, parameters, items });
		await nodeType.execute?.call(context);
	};
	const loop = async () => {
		const context = contextFor(credential, { nodeType, parameters, items });
		let next = 0;
		const work = async () => {
			while (next < ITEMS) {
				const answer = (await context.helpers.httpRequest({
					url: `${server.url}/api/items/${next++}`,
					headers: { Authorization: 'Basic bWFkZS11cA==' },
					encoding: 'arraybuffer',
				})) as Buffer;
				JSON.parse(answer.toString());
			}
		};
		await Promise.all(Array.from({ length: CONCURRENCY }, work));
	};
	const runs = { own, loop };
	const rounds: Round[] = [];
	// The first round warms up and does not count.
	for (let round = 0; round <= ROUNDS; round += 1) {
		// They take turns in being first, as a machine gets busier or quieter by the minute.
		const first = round % 2 === 0 ? 'own' : 'loop';
		const before = await measured(runs[first]);
		const after = await measured(runs[first === 'own' ? 'loop' : 'own']);
		const both = first === 'own' ? { own: before, loop: after } : { own: after, loop: before };
		if (round > 0) rounds.push(both);
	}
	server.stop();
	report(rounds, 'milliseconds', 'own node divided by loop', '1.25 at most');
	report(rounds, 'computing', 'the same of milliseconds of computing');
}

interface Measured {
	milliseconds: number;
	/** Milliseconds of processor time, which other work on the machine hardly changes. */
	computing: number;
}

interface Round {
	own: Measured;
	loop: Measured;
}

async function measured(run: () => Promise<void>): Promise<Measured> {
	const startedAt = performance.now();
	const used = process.cpuUsage();
	await run();
	const { user, system } = process.cpuUsage(used);
	return { milliseconds: performance.now() - startedAt, computing: (user + system) / 1000 };
}

function report(rounds: Round[], what: keyof Measured, name: string, wanted?: string): void {
	const of = (who: keyof Round) => rounds.map((round) => Math.round(round[who][what]));
	const ratios = rounds.map(({ own, loop }) => own[what] / loop[what]);
	console.log(`own node ${of('own').join(' ')} ms, loop ${of('loop').join(' ')} ms`);
	const end = wanted === undefined ? '' : ` (wanted: ${wanted})`;
	console.log(`${name}, median of the rounds: ${median(ratios).toFixed(2)}${end}`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
