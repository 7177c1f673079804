import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import type { StoredCredential } from './harness';
import { request } from './nodes';
import { anotherProcess } from './processes';

/** Processes share nothing but the database. */
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.stop());

const state = ({ data }: StoredCredential) =>
	JSON.parse(String(data.accessTokenState)) as { minter: string };

it.each(['pledg', 'su'] as const)(
	'%s: a long run of the own node takes over what another process has renewed',
	async (provider) => {
		simulator.configure(provider, { tokenLifeMs: 3_000, latencyMs: 150 });
		const [renewing, working] = [anotherProcess(provider, 0), anotherProcess(provider, 0.5)];
		const row = accounts[provider](simulator);
		const uri = `${simulator.urls[provider]}/api/echo`;
		await renewing.legacyRequest(row, { uri });
		const minters = new Set<string>();
		let isWorking = true;
		const renews = async () => {
			while (isWorking) {
				await renewing.legacyRequest(row, { uri });
				minters.add(state(row).minter);
			}
		};
		const work = async () => {
			const items = Array.from({ length: 30 }, () => ({}));
			const parameters = request({ options: { concurrency: 1 } });
			await working.runNode(row, { parameters, items }).finally(() => {
				isWorking = false;
			});
		};
		await Promise.all([renews(), work()]);
		expect(simulator.counts(provider).mints).toBeGreaterThan(1);
		expect(minters.size).toBe(1);
	},
);
