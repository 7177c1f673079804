import type { IHttpRequestHelper } from 'n8n-workflow';
import { TokenHooks } from '../../credentials/token/hooks';
import { secondsInMs, type TokenScheme } from '../../credentials/token/scheme';
import { VirtualClock } from '../simulation/clock';

const LIFE_IN_SECONDS = 600;
const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

/** The hooks with a provider whose token requests give what `grants` says for the first, second ... of them. */
function hooksWith(grants: (request: number, age: number) => { token: string; seconds: unknown }) {
	const clock = new VirtualClock();
	const startedAt = clock.now();
	const delays: number[] = [];
	const hooks = new TokenHooks({
		now: () => clock.now(),
		sleep: async (ms) => {
			delays.push(ms);
			await clock.sleep(ms);
		},
		random: () => 0.5,
		processId: 'this process',
	});
	const scheme = {
		provider: 'Provider',
		inputs: () => ['a secret'],
		tokenRequest: () => ({
			options: { url: 'https://api.example.com/token' },
			secrets: [],
			fields: 'Client Secret',
			readGrant: ({ token, seconds }) => ({
				value: String(token),
				lifeInMs: secondsInMs(seconds),
			}),
		}),
	} as Partial<TokenScheme> as TokenScheme;
	let requests = 0;
	const httpRequest = async () => ({
		statusCode: 200,
		headers: {},
		body: [Buffer.from(JSON.stringify(grants((requests += 1), clock.now() - startedAt)))],
	});
	const helpers = { httpRequest } as unknown as IHttpRequestHelper['helpers'];
	let database = {};
	const send = async () => {
		const credentials = { ...database };
		const stored = await hooks.keep({ helpers, credentials, scheme });
		database = { ...database, ...stored };
		const { value } = await hooks.take({ credentials, options: {}, scheme });
		return { value, isStored: 'accessToken' in stored };
	};
	const inSeconds = async (seconds: number) => await clock.runUntil(clock.now() + seconds * 1_000);
	/** What comes of it once so many seconds have gone by. */
	const after = async <T>(seconds: number, work: Promise<T>): Promise<T | Error> => {
		const settled = work.catch((error: Error) => error);
		await inSeconds(seconds);
		return await settled;
	};
	return { send, inSeconds, after, requests: () => requests, delays };
}

describe('a token that is handed out again', () => {
	it.each([
		['its rest', (age: number) => LIFE_IN_SECONDS - age],
		['nothing', () => 0],
		['a full life', () => LIFE_IN_SECONDS],
	])(
		'serves until it ends, is asked for once meanwhile and not stored: said %s',
		async (_name, say) => {
			const { send, inSeconds, requests } = hooksWith((request) => ({
				token: request > 2 ? 'second' : 'first',
				seconds: request === 2 ? say(500) : LIFE_IN_SECONDS,
			}));
			expect(await send()).toEqual({ value: 'first', isStored: true });
			await inSeconds(500);
			for (let i = 0; i < 9; i += 1) {
				expect(await send()).toEqual({ value: 'first', isStored: false });
				await inSeconds(10);
			}
			expect(requests()).toBe(2);
			await inSeconds(11);
			expect(await send()).toEqual({ value: 'second', isStored: true });
			expect(requests()).toBe(3);
		},
	);

	it('is waited for to end, just before it does', async () => {
		const { send, inSeconds, after, requests } = hooksWith((request, age) => ({
			token: age > LIFE_IN_SECONDS * 1_000 ? 'second' : 'first',
			seconds: request === 1 || age > LIFE_IN_SECONDS * 1_000 ? LIFE_IN_SECONDS : 0,
		}));
		await send();
		await inSeconds(500);
		await send();
		await inSeconds(99);
		const answers = await after(2, Promise.all([send(), send(), send()]));
		expect(answers).toMatchObject([{ value: 'second' }, { value: 'second' }, { value: 'second' }]);
		expect(requests()).toBeLessThanOrEqual(4);
	});

	it('and with a new life whenever asked is believed after seven requests', async () => {
		const { send, inSeconds, after, requests } = hooksWith(() => ({
			token: 'only',
			seconds: LIFE_IN_SECONDS,
		}));
		await send();
		await inSeconds(700);
		expect(await after(10, send())).toMatchObject({ value: 'only' });
		expect(requests()).toBe(8);
		expect(await send()).toMatchObject({ value: 'only' });
		expect(requests()).toBe(8);
	});

	it('and has expired whenever asked is an error after seven requests', async () => {
		const { send, inSeconds, after, requests } = hooksWith((request) => ({
			token: 'only',
			seconds: request === 1 ? LIFE_IN_SECONDS : 0,
		}));
		await send();
		await inSeconds(700);
		expect(String(await after(10, send()))).toContain(
			'sent an access token that has already expired',
		);
		expect(requests()).toBe(8);
	});
});

describe('a token that is said to live for ages', () => {
	it.each([1e12, '1000000000000', 1e15, 1e300])('%s seconds: is one of a year', async (seconds) => {
		const { send, inSeconds, requests, delays } = hooksWith((request) => ({
			token: `token ${request}`,
			seconds,
		}));
		await send();
		for (const share of [0.5, 0.25]) {
			await inSeconds(YEAR_IN_SECONDS * share);
			expect(await send()).toMatchObject({ value: 'token 1' });
		}
		await inSeconds(YEAR_IN_SECONDS * 0.1);
		expect(await send()).toMatchObject({ value: 'token 2', isStored: true });
		expect(requests()).toBe(2);
		expect(Math.max(0, ...delays)).toBeLessThan(2 ** 31);
	});
});
