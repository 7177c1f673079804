import { SCHEDULE } from '../../credentials/token/schedule';
import { startSimulator, type FailNext, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest } from './harness';

let simulator: Simulator;
beforeEach(async () => {
	// A new simulator has new ports, and so its tokens are new to the credentials.
	simulator = await startSimulator();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await simulator.stop();
});

const PROVIDERS = ['pledg', 'su', 'netzme'] as const;

describe.each(PROVIDERS)('A %s token answer', (provider) => {
	const request = async (fault: Partial<FailNext> & Pick<FailNext, 'kind'>) => {
		simulator.configure(provider, { failNext: [{ target: 'token', count: 1, ...fault }] });
		return await legacyRequest(accounts[provider](simulator), {
			uri: `${simulator.urls[provider]}/api/echo`,
		});
	};

	it.each<[string, Partial<FailNext> & Pick<FailNext, 'kind'>, string]>([
		['without a token', { kind: 'noToken' }, 'gave no access token'],
		['with a word as expiry', { kind: 'textExpiry' }, 'expiry is not a number'],
		['that is a web page', { kind: 'html', status: 200 }, 'not JSON (HTTP 200)'],
		['that is broken JSON', { kind: 'malformedJson' }, 'not JSON (HTTP 200)'],
		['of ten megabytes', { kind: 'huge' }, 'more than 64 KB'],
		['500', { kind: 'status', status: 500 }, 'could not hand out an access token (HTTP 500)'],
		['429', { kind: 'tooMany' }, 'could not hand out an access token (HTTP 429)'],
		['403', { kind: 'status', status: 403 }, 'Environment (HTTP 403)'],
		['that never comes', { kind: 'cut' }, 'could not be reached for an access token'],
	])('%s is a clear error, and no request is sent', async (_what, fault, message) => {
		await expect(request(fault)).rejects.toThrow(message);
		const other = simulator.log(provider).filter(({ url }) => url.startsWith('/api/echo'));
		expect(other).toHaveLength(0);
	});
});

it('has ten seconds for a token answer', () => {
	expect(SCHEDULE.requestTimeoutInMs).toBe(10_000);
});

it('waits for a token answer that is late, for all requests', async () => {
	await Promise.all(
		PROVIDERS.map(async (provider) => {
			simulator.configure(provider, {
				failNext: [{ target: 'token', count: 1, kind: 'delay', delayMs: 500 }],
			});
			const stored = accounts[provider](simulator);
			const uri = `${simulator.urls[provider]}/api/echo`;
			const request = async () => (await legacyRequest(stored, { uri })).statusCode;
			expect(await Promise.all([request(), request(), request()])).toEqual([200, 200, 200]);
			expect(simulator.counts(provider).mints).toBe(1);
		}),
	);
});

it('gives up on a token answer that does not come in time', async () => {
	jest.replaceProperty(SCHEDULE, 'requestTimeoutInMs', 300);
	await Promise.all(
		PROVIDERS.map(async (provider) => {
			simulator.configure(provider, {
				failNext: [{ target: 'token', count: 1, kind: 'delay', delayMs: 30_000 }],
			});
			const uri = `${simulator.urls[provider]}/api/echo`;
			await expect(legacyRequest(accounts[provider](simulator), { uri })).rejects.toThrow(
				'did not answer the request for an access token within 0.3 seconds',
			);
		}),
	);
});

it('refuses a Su token of the other environment before it is sent', async () => {
	const stored = accounts.su(simulator, { customEnvironment: 'production' });
	await expect(
		legacyRequest(stored, { uri: `${simulator.urls.su}/SUAPI/jservice/pmsproperty` }),
	).rejects.toThrow('begins with sandbox_, but this credential is for the production environment');
	expect(simulator.counts('su').requests).toBe(0);
});

it('repeats no secret that a provider sends back', async () => {
	for (const provider of PROVIDERS) {
		simulator.configure(provider, { failNext: [{ target: 'token', count: 1, kind: 'echo' }] });
		const stored = accounts[provider](simulator);
		const error = await legacyRequest(stored, {
			uri: `${simulator.urls[provider]}/api/echo`,
		}).catch((caught: unknown) => caught);
		const text = JSON.stringify([error, (error as Error).message, (error as Error).stack]);
		expect(text).toContain('gave no access token');
		for (const name of ['apiSecret', 'clientSecret', 'merchantSecretKey', 'dashboardPassword']) {
			const secret = stored.data[name];
			if (typeof secret === 'string' && secret) expect(text).not.toContain(secret);
		}
	}
});
