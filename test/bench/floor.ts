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
 * concurrency: the floor that a node can reach.
 */
const ITEMS = Number(process.argv[2] ?? 2_000);
const ROUNDS = Number(process.argv[3] ?? 5);
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
	const times = { own: [] as number[], loop: [] as number[] };
	// The first round warms up and does not count.
	for (let round = 0; round <= ROUNDS; round += 1) {
		for (const [name, run] of [['own', own] as const, ['loop', loop] as const]) {
			const startedAt = performance.now();
			await run();
			if (round > 0) times[name].push(Math.round(performance.now() - startedAt));
		}
	}
	server.stop();
	const ratio = median(times.own) / median(times.loop);
	console.log(`own node ${times.own.join(' ')} ms, loop ${times.loop.join(' ')} ms`);
	console.log(`own node divided by loop, medians: ${ratio.toFixed(2)} (wanted: 1.25 at most)`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
