import { startSimulator, type FailNext, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { legacyRequest, runNode, type StoredCredential } from './harness';
import { NODES, request } from './nodes';

/** A 401 need not be about the token: the own nodes ask before they throw it away. */
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.stop());

const PROVIDERS = ['pledg', 'su', 'netzme'] as const;
type TokenProvider = (typeof PROVIDERS)[number];

const post = async (stored: StoredCredential, provider: TokenProvider) =>
	await runNode(stored, new NODES[provider](), {
		parameters: request({ method: 'POST', bodyType: 'json', bodyJson: '{"n":1}' }),
	});

/** The next answers of the provider, whoever asks. */
function answerWith(provider: TokenProvider, ...next: Array<Partial<FailNext>>): void {
	const failNext = next.map((each) => ({
		target: 'api' as const,
		count: 1,
		kind: 'status' as const,
		status: 401,
		...each,
	}));
	simulator.configure(provider, { failNext });
}

const posts = (provider: TokenProvider) =>
	simulator.log(provider).filter(({ url }) => url.startsWith('/api/echo')).length;

describe.each(PROVIDERS)('%s', (provider) => {
	it('keeps a good token that one endpoint refuses, and sends a write there once', async () => {
		const stored = accounts[provider](simulator);
		await post(stored, provider);
		for (let i = 0; i < 5; i += 1) {
			answerWith(provider, {});
			await expect(post(stored, provider)).rejects.toThrow();
		}
		await post(stored, provider);
		expect({ mints: simulator.counts(provider).mints, posts: posts(provider) }).toEqual({
			mints: 1,
			posts: 7,
		});
	});

	it('believes the refusal where the provider does not say whether the token is good', async () => {
		const stored = accounts[provider](simulator);
		await post(stored, provider);
		answerWith(provider, {}, { status: 503 });
		await post(stored, provider);
		expect({ mints: simulator.counts(provider).mints, posts: posts(provider) }).toEqual({
			mints: 2,
			posts: 3,
		});
	});

	it('renews a token in the HTTP Request node however often the provider revokes it', async () => {
		const stored = accounts[provider](simulator);
		const uri = `${simulator.urls[provider]}/api/echo`;
		await legacyRequest(stored, { method: 'GET', uri });
		for (let i = 0; i < 4; i += 1) {
			simulator.revoke(provider);
			await expect(legacyRequest(stored, { method: 'GET', uri })).resolves.toBeDefined();
		}
		expect(simulator.counts(provider).mints).toBe(5);
	}, 30_000);

	it('mints a new token or two where every token is refused, not one for each attempt', async () => {
		const stored = accounts[provider](simulator);
		answerWith(provider, { count: 500 });
		for (let i = 0; i < 5; i += 1) await expect(post(stored, provider)).rejects.toThrow();
		// Once more with each new token, until the new ones are known to be no help.
		expect({ mints: simulator.counts(provider).mints, posts: posts(provider) }).toEqual({
			mints: 3,
			posts: 7,
		});
	}, 60_000);
});
