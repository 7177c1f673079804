import type { IDataObject } from 'n8n-workflow';
import { SCHEDULE } from '../../credentials/token/schedule';
import { Netzme } from '../../nodes/Netzme/Netzme.node';
import { Su } from '../../nodes/Su/Su.node';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { contextFor, legacyRequest, runNode, type StoredCredential } from './harness';
import { request } from './nodes';
import { putForward } from './put-forward';

let simulator: Simulator;
beforeEach(async () => {
	// On new ports every time: what a process knows of a token belongs to the base URL.
	simulator = await startSimulator();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await simulator.stop();
});

const ONE_DAY_IN_MS = 86_400_000;
const TOKEN_PROVIDERS = ['pledg', 'su', 'netzme'] as const;
const echo = (provider: (typeof TOKEN_PROVIDERS)[number]) => `${simulator.urls[provider]}/api/echo`;

describe.each(TOKEN_PROVIDERS)('%s', (provider) => {
	it('200 parallel items with a stale stored token: 200 ok, one mint', async () => {
		simulator.configure(provider, { mintDelayMs: 20 });
		const stored = accounts[provider](simulator);
		await legacyRequest(stored, { uri: echo(provider) });
		putForward().by(ONE_DAY_IN_MS);
		const answers = await Promise.all(
			Array.from({ length: 200 }, async () => await legacyRequest(stored, { uri: echo(provider) })),
		);
		expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
		expect(simulator.counts(provider)).toEqual({ requests: 201, mints: 2, refused: 0 });
	});

	it('refuses no request over the end of a token with "Never Error"', async () => {
		simulator.configure(provider, { tokenLifeMs: 600_000 });
		const stored = accounts[provider](simulator);
		const clock = putForward();
		for (let minute = 0; minute < 18; minute += 1) {
			const { statusCode } = await legacyRequest(stored, { uri: echo(provider), simple: false });
			expect(statusCode).toBe(200);
			clock.by(60_000);
		}
		const { mints, refused } = simulator.counts(provider);
		expect(refused).toBe(0);
		expect(mints).toBeGreaterThan(1);
	});

	it('refuses no page over the end of a token with the pagination of the HTTP Request node', async () => {
		simulator.configure(provider, { tokenLifeMs: 600_000 });
		const stored = accounts[provider](simulator);
		const clock = putForward();
		const { preAuthentication } = stored.type;
		stored.type.preAuthentication = async function (credentials) {
			// The page before took a minute.
			clock.by(60_000);
			return (await preAuthentication?.call(this, credentials)) ?? {};
		};
		const context = contextFor(stored);
		const pages = await context.helpers.requestWithAuthenticationPaginated.call(
			context,
			{ method: 'GET', uri: echo(provider), json: true } as never,
			0,
			{
				continue: true,
				request: { url: `=${echo(provider)}?page={{ $pageCount }}` },
				maxRequests: 20,
				requestInterval: 0,
			} as never,
			stored.type.name,
		);
		expect(pages.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200));
		const { mints, refused } = simulator.counts(provider);
		expect(refused).toBe(0);
		expect(mints).toBeGreaterThan(1);
	});

	it.each([600_000, -600_000])(
		'is not disturbed by a clock that differs by %i ms',
		async (clockOffsetMs) => {
			simulator.configure(provider, { clockOffsetMs, tokenLifeMs: 5_000 });
			const stored = accounts[provider](simulator);
			for (let i = 0; i < 10; i += 1) {
				expect((await legacyRequest(stored, { uri: echo(provider) })).statusCode).toBe(200);
			}
			expect(simulator.counts(provider)).toEqual({ requests: 10, mints: 1, refused: 0 });
		},
	);
});

it('names the difference of the clocks where a signed request is refused', async () => {
	simulator.configure('netzme', { clockOffsetMs: 600_000 });
	const netzme = accounts.netzme(simulator);
	await runNode(netzme, new Netzme(), { parameters: request() });
	simulator.configure('netzme', {
		failNext: [{ target: 'api', count: 20, kind: 'status', status: 401 }],
	});
	const error = (await runNode(netzme, new Netzme(), { parameters: request() }).catch(
		(caught: unknown) => caught,
	)) as { description: string };
	expect(error.description).toMatch(
		/The provider's clock is (599|600|601) seconds ahead of this machine's\./,
	);
}, 60_000);

describe('The budget of Su', () => {
	it('is kept: 27 tokens at most, then a clear error, then work goes on', async () => {
		const su = accounts.su(simulator);
		const run = async () => await runNode(su, new Su(), { parameters: request() });
		const clock = putForward();
		const failures: string[] = [];
		for (let i = 0; i < 40; i += 1) {
			await run().catch((error: Error & { description: string }) =>
				failures.push(`${error.message} ${error.description}`),
			);
			simulator.revoke('su');
			clock.by(10_000);
		}
		expect(simulator.counts('su').mints).toBeLessThanOrEqual(27);
		expect(failures.at(-1)).toMatch(/limit of access tokens is reached: 27 in the last 60 minutes/);
		expect(failures.at(-1)).toMatch(/can be requested in \d+ minutes/);

		clock.by(3_600_000);
		simulator.configure('su', { clockOffsetMs: 0 });
		expect(await run()).toHaveLength(1);
	}, 120_000);
});

describe('What is stored', () => {
	const state = ({ data }: StoredCredential) =>
		JSON.parse(String(data.accessTokenState)) as IDataObject;

	it('is used by a process that starts: no mint', async () => {
		const stored = accounts.netzme(simulator);
		await legacyRequest(stored, { uri: echo('netzme') });
		const { restarted } = await anotherProcess();
		await restarted(stored);
		expect(simulator.counts('netzme')).toEqual({ requests: 2, mints: 1, refused: 0 });
		expect(stored.writes).toBe(1);
	});

	it('is left alone where tenants take turns in one credential', async () => {
		const stored = accounts.su(simulator);
		const { clientSecrets } = DEFAULT_ACCOUNTS.su;
		const clock = putForward();
		for (let i = 0; i < 6; i += 1) {
			const customEnvironment = i % 2 === 0 ? 'sandbox' : 'production';
			const clientSecret = clientSecrets[customEnvironment];
			stored.data = { ...stored.data, customEnvironment, clientSecret };
			await legacyRequest(stored, { uri: echo('su') });
			clock.by(SCHEDULE.untilStoredInMs + 1);
		}
		expect({ mints: simulator.counts('su').mints, writes: stored.writes }).toEqual({
			mints: 2,
			writes: 2,
		});
	});

	it('is replaced by a newer one only', async () => {
		const stored = accounts.netzme(simulator);
		await legacyRequest(stored, { uri: echo('netzme') });
		const first = { ...stored.data };
		simulator.revoke('netzme');
		await legacyRequest(stored, { uri: echo('netzme') });
		const newer = state(stored).issuedAt;
		// Somebody saves the form that was opened before: the old token is in the database again.
		stored.data = { ...stored.data, ...first };
		await legacyRequest(stored, { uri: echo('netzme') });
		putForward().by(SCHEDULE.untilStoredInMs + 1);
		await legacyRequest(stored, { uri: echo('netzme') });
		expect(simulator.counts('netzme')).toMatchObject({ mints: 2 });
		expect(state(stored).issuedAt).toBe(newer);
	});
});

/** Our code as another process would have it: its own state, the same database. */
async function anotherProcess() {
	let restarted: (stored: StoredCredential) => Promise<unknown> = async () => undefined;
	await jest.isolateModulesAsync(async () => {
		const { NetzmeApi } = await import('../../credentials/NetzmeApi.credentials');
		restarted = async (stored) =>
			await legacyRequest({ ...stored, type: new NetzmeApi() }, { uri: echo('netzme') });
	});
	return { restarted };
}
