import type { IDataObject } from 'n8n-workflow';
import {
	fingerprintOf,
	toStoredToken,
	type AccessToken,
} from '../../credentials/token/access-token';
import { TOKEN_SCHEME } from '../../credentials/su/authenticate';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import type { StoredCredential } from './harness';
import { request } from './nodes';
import { anotherProcess, type OtherProcess } from './processes';
import { putForward, until } from './put-forward';

/** Su hands out 30 tokens in 60 minutes; the package asks for 27, in all processes together. */
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await simulator.stop();
});

const PROVIDER_LIMIT = 30;
const ONE_MINUTE_IN_MS = 60_000;
/** One mints soon; the others wait for it long enough, however busy this machine is. */
const WAITS = {
	pollInMs: 10,
	ownerWaitInMs: 10,
	peerWaitInMs: 20_000,
	firstTokenWaitInMs: 20_000,
};
const processes = () =>
	[0, 0.25, 0.5, 0.75, 1].map((chance) => anotherProcess('su', chance, WAITS));
const run = async (process: OtherProcess, row: StoredCredential) =>
	await process.runNode(row, { parameters: request() });

const state = ({ data }: StoredCredential) =>
	JSON.parse(String(data.accessTokenState)) as Omit<AccessToken, 'value'>;

/** A row with a token that is gone, and the times of the mints that went before. */
function rowWith(data: IDataObject, mints: number[]): StoredCredential {
	const row = accounts.su(simulator, data);
	const token = {
		value: 'sandbox_expired',
		issuedAt: Date.now() - 61 * ONE_MINUTE_IN_MS,
		expiresAt: Date.now() - ONE_MINUTE_IN_MS,
		owner: 'a process that is gone',
		clockOffset: 0,
		mints,
	};
	const fingerprint = fingerprintOf([TOKEN_SCHEME.provider, ...TOKEN_SCHEME.inputs(row.data)]);
	row.data = { ...row.data, ...toStoredToken(token, fingerprint) };
	return row;
}

const minutesAgo = (count: number) =>
	Array.from({ length: count }, (_, i) => Date.now() - (i + 1) * ONE_MINUTE_IN_MS);

it('is kept by five processes whose tokens are revoked again and again', async () => {
	simulator.configure('su', { mintsPerHour: null });
	const before = 15;
	const row = rowWith({}, minutesAgo(before));
	const five = processes();
	const clock = putForward();
	const errors: string[] = [];
	let revocations = 0;
	for (; revocations < 40 && errors.length === 0; revocations += 1) {
		simulator.revoke('su');
		let running = five.length;
		for (const each of five) {
			void run(each, row)
				.catch((error: Error) => errors.push(error.message))
				.finally(() => (running -= 1));
		}
		await until(() => {
			// The others wait in vain for one that fails.
			if (errors.length > 0) clock.by(1_000);
			return running === 0;
		});
	}
	expect(errors[0]).toMatch(/Su's limit of access tokens is reached: \d+ in the last 60 minutes/);
	expect(before + simulator.counts('su').mints).toBeLessThanOrEqual(PROVIDER_LIMIT);
	// Some token may be asked for twice, but work goes on nearly as long as tokens are to be had.
	expect(before + revocations).toBeGreaterThan(24);
});

it('has one process ask for the last token, where five need one at once', async () => {
	const row = rowWith({}, minutesAgo(26));
	await Promise.all(processes().map(async (each) => await run(each, row)));
	expect(simulator.counts('su').mints).toBe(1);
	expect(state(row).mints).toHaveLength(27);
}, 60_000);

it('is known to a process that starts', async () => {
	const row = rowWith({}, minutesAgo(27));
	await expect(run(anotherProcess('su', 0), row)).rejects.toThrow('27 in the last 60 minutes');
	expect(simulator.log('su')).toHaveLength(0);
});

it('is said to be reached where the provider says so', async () => {
	simulator.configure('su', { mintsPerHour: 0 });
	const error = (await run(anotherProcess('su', 0), accounts.su(simulator)).catch(
		(caught: unknown) => caught,
	)) as Error & { description: string };
	expect(error.message).toContain("Su's limit of access tokens is reached");
	expect(error.description).toContain('Limit has been reached');
	expect(error.message).not.toContain('Check Domain');
});

it('counts tokens that were handed out but are of no use', async () => {
	const row = accounts.su(simulator, { customEnvironment: 'production' });
	const process = anotherProcess('su', 0);
	const clock = putForward();
	const errors: string[] = [];
	for (let i = 0; i < 30; i += 1) {
		// A refusal is repeated for ten seconds.
		clock.by(11_000);
		await run(process, row).catch((error: Error) => errors.push(error.message));
	}
	expect(errors[0]).toContain('begins with sandbox_');
	expect(errors.at(-1)).toContain('27 in the last 60 minutes');
	expect(simulator.counts('su').mints).toBe(27);
}, 60_000);

/** The errors of 30 runs, each after the pause that a failed request for a token brings. */
async function errorsOf(row: StoredCredential): Promise<string[]> {
	const process = anotherProcess('su', 0);
	const clock = putForward();
	const errors: string[] = [];
	for (let i = 0; i < 30; i += 1) {
		clock.by(61_000);
		await run(process, row).catch((error: Error) => errors.push(error.message));
	}
	return errors;
}

it('is not touched by requests for a token that never left', async () => {
	const errors = await errorsOf(accounts.su(simulator, { baseUrl: 'http://127.0.0.1:1' }));
	expect(errors.at(-1)).toContain('could not be reached');
});

it('counts requests for a token whose answer was lost', async () => {
	simulator.configure('su', { failNext: [{ target: 'token', count: 100, kind: 'cut' }] });
	const errors = await errorsOf(accounts.su(simulator));
	expect(errors.slice(26, 28)).toEqual([
		expect.stringContaining('could not be reached'),
		expect.stringContaining('27 in the last 60 minutes'),
	]);
});
