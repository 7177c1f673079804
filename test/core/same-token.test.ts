import { startSimulator, type Faults, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, runNode, type StoredCredential } from './harness';
import { NODES, request } from './nodes';

/** Some providers, or the gateways in front of them, hand out the same token until it ends. */
let simulator: Simulator;
beforeEach(async () => {
	// On new ports every time: what a process knows of a token belongs to the base URL.
	simulator = await startSimulator();
});
afterEach(async () => await simulator.stop());

const PROVIDERS = ['pledg', 'su', 'netzme'] as const;
type TokenProvider = (typeof PROVIDERS)[number];
type Send = (stored: StoredCredential, provider: TokenProvider) => Promise<unknown>;

const LIFE_IN_MS = 2_000;
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

/**
 * On its way when a token ends: what a machine that stands still for a moment may have sent in time
 * and brought too late. Without what is tested here, everything fails for seconds.
 */
const SENDERS = 3;

/** Sends one request after the other, three in parallel, for so long. */
async function sendFor(
	durationInMs: number,
	provider: TokenProvider,
	send: Send,
	faults: Partial<Faults>,
) {
	simulator.configure(provider, { tokenLifeMs: LIFE_IN_MS, ...faults });
	const stored = accounts[provider](simulator);
	// Processes wait for each other before the first token of all.
	await send(stored, provider);
	const end = Date.now() + durationInMs;
	let failed = 0;
	const sendOn = async () => {
		while (Date.now() < end) await send(stored, provider).catch(() => (failed += 1));
	};
	await Promise.all(Array.from({ length: SENDERS }, sendOn));
	const { mints } = simulator.counts(provider);
	return { mints, failed, requests: tokenRequests(provider), writes: stored.writes };
}

const ROUTES = [
	['the HTTP Request node', viaHttpRequest],
	['the own node', viaOwnNode],
] as const;

describe.each(ROUTES)('Through %s', (_name, send) => {
	it.each<[string, Partial<Faults>]>([
		['with what is left of its life', {}],
		['as if it were new', { fullLifeAgain: true }],
	])(
		'no request fails over the end of a token that is handed out again, %s',
		async (_n, more) => {
			const faults = { sameTokenUntilEnd: true, ...more };
			await Promise.all(
				PROVIDERS.map(async (provider) => {
					const { mints, failed, requests, writes } = await sendFor(4_400, provider, send, faults);
					expect(failed).toBeLessThanOrEqual(send === viaOwnNode ? 0 : SENDERS * mints);
					// The end of two tokens lies between. Each is asked for in vain once early, and at its end.
					expect(mints).toBeGreaterThanOrEqual(2);
					expect(requests - mints).toBeGreaterThan(0);
					expect(requests).toBeLessThanOrEqual(mints * 5);
					expect(writes).toBe(mints);
				}),
			);
		},
		20_000,
	);
});

it('nothing of it happens where each token is a new one', async () => {
	await Promise.all(
		PROVIDERS.map(async (provider) => {
			const { mints, failed, requests } = await sendFor(3_000, provider, viaHttpRequest, {});
			expect(requests - mints).toBe(0);
			expect(failed).toBeLessThanOrEqual(SENDERS * mints);
			expect(mints).toBeGreaterThanOrEqual(2);
			expect(mints).toBeLessThanOrEqual(4);
		}),
	);
});

it('no request fails where the token ends later than this machine believes', async () => {
	// Too little to count as a difference of clocks.
	const faults = { sameTokenUntilEnd: true, clockOffsetMs: -1_000, tokenLifeMs: 3_000 };
	const { failed, mints, requests } = await sendFor(3_000, 'netzme', viaHttpRequest, faults);
	expect(failed).toBeLessThanOrEqual(SENDERS * mints);
	expect(mints).toBeGreaterThanOrEqual(2);
	expect(requests).toBeLessThanOrEqual(mints * 7);
});
