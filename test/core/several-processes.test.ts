import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprintOf, toStoredToken } from '../../credentials/auth/access-token';
import { TOKEN_SCHEME } from '../../credentials/netzme/authenticate';
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

const ONE_SECOND_IN_MS = 1_000;
const LIFE_IN_MS = 36_000_000;

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

it('one steps in where the process that minted the token is gone, and only one', async () => {
	const row = accounts.netzme(simulator);
	const uri = `${simulator.urls.netzme}/api/echo`;
	await anotherProcess('netzme').legacyRequest(row, { uri });
	simulator.configure('netzme', { mintDelayMs: 500 });
	// The same token, five seconds after it was due: its minter is late by now.
	const issuedAt = Date.now() - LIFE_IN_MS * 0.8 - 5 * ONE_SECOND_IN_MS;
	const token = {
		value: String(row.data.accessToken),
		issuedAt,
		expiresAt: issuedAt + LIFE_IN_MS,
		minter: 'a process that is gone',
		clockOffset: 0,
		mints: [],
	};
	const inputs = [TOKEN_SCHEME.provider, ...TOKEN_SCHEME.inputs(row.data)];
	row.data = { ...row.data, ...toStoredToken(token, fingerprintOf(inputs)) };
	const five = [0, 0.25, 0.5, 0.75, 1].map((chance) => anotherProcess('netzme', chance));
	const end = Date.now() + 3 * ONE_SECOND_IN_MS;
	const loops = five.map(async (each) => {
		while (Date.now() < end) {
			await each.runNode(row, { parameters: request() });
			await sleep(30);
		}
	});
	await Promise.all(loops);
	expect(simulator.counts('netzme').mints).toBe(2);
});
