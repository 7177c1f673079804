import type { IHttpRequestHelper } from 'n8n-workflow';
import { TokenHooks } from '../../credentials/token/hooks';
import { NoTokenError } from '../../credentials/token/no-token-error';
import type { TokenScheme } from '../../credentials/token/scheme';
import { VirtualClock } from '../simulation/clock';

const LIFE_IN_MS = 600_000;
const WRITE_IN_MS = 200;

/** Two kinds of hooks' callers around one process: n8n with a slow database, and a partner with refresh tokens. */
function worldOf(isForOneUse: boolean) {
	const clock = new VirtualClock();
	const asked: string[] = [];
	const written = new Set<string>();
	const used: Array<{ token: string; isWritten: boolean }> = [];
	const hooks = new TokenHooks({
		now: () => clock.now(),
		sleep: async (ms) => await clock.sleep(ms),
		random: () => 0,
		processId: 'this process',
	});
	const requestFor = (kind: string) => ({
		options: { url: `https://api.example.com/${kind}` },
		secrets: [],
		fields: 'Secret',
		readGrant: () => ({
			value: `token ${asked.length}`,
			refreshToken: `refresh ${asked.length}`,
			lifeInMs: LIFE_IN_MS,
		}),
	});
	const scheme: TokenScheme = {
		provider: 'Provider',
		inputs: () => ['a secret'],
		tokenRequest: () => requestFor('ordinary'),
		refresh: { request: (_, refreshToken) => requestFor(refreshToken), isForOneUse },
		oneLiveToken: isForOneUse,
	};
	const httpRequest = async ({ url }: { url: string }) => {
		await clock.sleep(50);
		asked.push(url.split('/').at(-1) ?? '');
		return { statusCode: 200, headers: {}, body: [Buffer.from('{}')] };
	};
	const helpers = { httpRequest } as unknown as IHttpRequestHelper['helpers'];
	let database: Record<string, string> = {};

	/** As `requestWithAuthentication` of n8n-core. */
	async function send(method: 'GET' | 'POST' = 'GET'): Promise<void> {
		const credentials = { ...database };
		const keep = async () => {
			const output = await hooks.keep({ helpers, credentials, scheme });
			if (Object.keys(output).length === 0) return;
			await clock.sleep(WRITE_IN_MS);
			database = { ...database, ...output };
			if (output.accessToken) written.add(output.accessToken);
			Object.assign(credentials, output);
		};
		const take = async () => {
			const { value } = await hooks.take({ credentials, options: { uri: '/', method }, scheme });
			used.push({ token: value, isWritten: written.has(value) });
		};
		await keep();
		await take().catch(async (error: unknown) => {
			if (!(error instanceof NoTokenError)) throw error;
			await keep();
			await take();
		});
	}
	return { clock, send, asked, used };
}

async function rush(isForOneUse: boolean) {
	const { clock, send, asked, used } = worldOf(isForOneUse);
	const all: Array<Promise<void>> = [];
	// Before, during and after a renewal; each takes a while, and they overlap.
	for (const at of [0, 10, 60, 100, 240, 300, 400]) {
		for (const round of [0, 0.85, 1.7]) {
			clock.at(clock.now() + round * LIFE_IN_MS + at, () => {
				all.push(send(at % 100 === 0 ? 'GET' : 'POST'));
			});
		}
	}
	await clock.runUntil(clock.now() + 2 * LIFE_IN_MS);
	await Promise.all(all);
	return { asked, used };
}

it('a token that came for a refresh token for one use is not sent before n8n has stored it', async () => {
	const { asked, used } = await rush(true);
	expect(asked).toEqual(['ordinary', 'refresh 1', 'refresh 2']);
	expect(used).toHaveLength(21);
	expect(used.filter(({ isWritten }) => !isWritten)).toEqual([]);
});

it('any other token is sent at once: it can be got again', async () => {
	const { asked, used } = await rush(false);
	expect(asked).toEqual(['ordinary', 'refresh 1', 'refresh 2']);
	expect(used.some(({ isWritten }) => !isWritten)).toBe(true);
});
