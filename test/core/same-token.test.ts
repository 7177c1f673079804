import { SCHEDULE } from '../../credentials/token/schedule';
import { startSimulator, type Faults, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, runNode, type StoredCredential } from './harness';
import { NODES, request } from './nodes';
import { putForward } from './put-forward';

/** Some providers, or the gateways in front of them, hand out the same token until it ends. */
let simulator: Simulator;
beforeEach(async () => {
	// On new ports every time: what a process knows of a token belongs to the base URL.
	simulator = await startSimulator();
	jest.replaceProperty(SCHEDULE, 'pauseAfterRepeatInMs', 20);
});
afterEach(async () => {
	jest.restoreAllMocks();
	await simulator.stop();
});

const PROVIDERS = ['pledg', 'su', 'netzme'] as const;
type TokenProvider = (typeof PROVIDERS)[number];
type Send = (stored: StoredCredential, provider: TokenProvider) => Promise<unknown>;

const LIFE_IN_MS = 60_000;
const tokenRequests = (provider: TokenProvider) =>
	simulator.log(provider).filter(({ outcome }) => outcome === 'mint').length;

const viaHttpRequest: Send = async (stored, provider) =>
	await legacyRequest(stored, {
		uri: `${simulator.urls[provider]}/api/echo`,
		method: 'POST',
		body: { a: 1 },
	});
const viaOwnNode: Send = async (stored, provider) =>
	await runNode(stored, new NODES[provider](), {
		parameters: request({ method: 'POST', bodyType: 'json', bodyJson: '{"a":1}' }),
	});

/** Moments of a life: renewal is not due yet, due, over, and the end is near enough to be waited for. */
const MOMENTS_IN_MS = [0.5, 0.85, 0.9].map((share) => share * LIFE_IN_MS).concat(LIFE_IN_MS - 100);
const LIVES = 2;

/** Sends three requests at once, at each of the moments of so many lives. */
async function sendThroughLives(provider: TokenProvider, send: Send, faults: Partial<Faults>) {
	simulator.configure(provider, { tokenLifeMs: LIFE_IN_MS, ...faults });
	const stored = accounts[provider](simulator);
	const clock = putForward();
	await send(stored, provider);
	for (let life = 0; life < LIVES; life += 1) {
		const startedAt = Number(stored.data.n8n_expires_at) - LIFE_IN_MS;
		for (const moment of MOMENTS_IN_MS) {
			clock.by(startedAt + moment - Date.now());
			await Promise.all([1, 2, 3].map(async () => await send(stored, provider)));
		}
	}
	const { mints, refused } = simulator.counts(provider);
	return { mints, refused, requests: tokenRequests(provider), writes: stored.writes };
}

describe.each(PROVIDERS)('%s', (provider) => {
	describe.each([
		['the HTTP Request node', viaHttpRequest],
		['the own node', viaOwnNode],
	])('through %s', (_name, send) => {
		it.each<[string, Partial<Faults>]>([
			['with what is left of its life', {}],
			['as if it were new', { fullLifeAgain: true }],
		])(
			'no request fails over the end of a token that is handed out again, %s',
			async (_n, more) => {
				const faults = { sameTokenUntilEnd: true, ...more };
				const { requests, ...counts } = await sendThroughLives(provider, send, faults);
				expect(counts).toEqual({ mints: 1 + LIVES, refused: 0, writes: 1 + LIVES });
				// Each is asked for in vain once early, and perhaps at its end.
				expect(requests - counts.mints).toBeGreaterThanOrEqual(LIVES);
				expect(requests).toBeLessThanOrEqual(counts.mints * 5);
			},
		);
	});

	it('nothing of it happens where each token is a new one', async () => {
		const { mints, requests, refused } = await sendThroughLives(provider, viaHttpRequest, {});
		expect({ vain: requests - mints, refused }).toEqual({ vain: 0, refused: 0 });
		// Each is renewed when it is due; the next is as old then as if it had come at the start.
		expect(mints).toBe(1 + LIVES);
	});
});

it('no request fails where the token ends later than this machine believes', async () => {
	// Too little to count as a difference of clocks.
	const faults = { sameTokenUntilEnd: true, clockOffsetMs: -200 };
	const counts = await sendThroughLives('netzme', viaHttpRequest, faults);
	expect(counts).toMatchObject({ mints: 1 + LIVES, refused: 0 });
	expect(counts.requests).toBeGreaterThan(counts.mints + LIVES);
	expect(counts.requests).toBeLessThanOrEqual(counts.mints * 7);
});
