import type { IHttpRequestHelper } from 'n8n-workflow';
import { secondsInMs } from '../../credentials/auth/token-request';
import type { TokenScheme } from '../../credentials/auth/token-scheme';
import { keepToken, tokenFor } from '../../credentials/auth/token-session';

const NOW = Date.parse('2026-01-31T12:00:00.000Z');
const LIFE_IN_SECONDS = 600;
const LONGEST_TIMER_IN_MS = 2 ** 31 - 1;

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

let count = 0;

/** A provider that answers with what `grants` gives, the how manieth token request it is. */
function provider(grants: (request: number) => { token: string; seconds: unknown }) {
	const fingerprint = `secret ${(count += 1)}`;
	const scheme = {
		provider: 'Provider',
		inputs: () => [fingerprint],
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
	const helpers = {
		httpRequest: async () => ({
			statusCode: 200,
			headers: {},
			body: [Buffer.from(JSON.stringify(grants((requests += 1))))],
		}),
	} as unknown as IHttpRequestHelper['helpers'];
	let database = {};
	const send = async () => {
		const credentials = { ...database };
		const stored = await keepToken(helpers, credentials, scheme);
		database = { ...database, ...stored };
		const { value } = await tokenFor(credentials, {}, scheme);
		return { value, isStored: 'accessToken' in stored };
	};
	return { send, requests: () => requests };
}

const inSeconds = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);
/** What comes of it once so many seconds have gone by. */
async function after<T>(seconds: number, work: Promise<T>): Promise<T | Error> {
	const settled = work.catch((error: Error) => error);
	await inSeconds(seconds);
	return await settled;
}

describe('a token that is handed out again', () => {
	it.each([
		['its rest', (age: number) => LIFE_IN_SECONDS - age],
		['nothing', () => 0],
		['a full life', () => LIFE_IN_SECONDS],
	])(
		'serves until it ends, is asked for once meanwhile and not stored: said %s',
		async (_n, say) => {
			const { send, requests } = provider((request) => ({
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
			await inSeconds(10);
			expect(await send()).toEqual({ value: 'second', isStored: true });
			expect(requests()).toBe(3);
		},
	);

	it('is waited for to end, just before it does', async () => {
		const isOver = () => Date.now() > NOW + LIFE_IN_SECONDS * 1000;
		const { send, requests } = provider((request) => ({
			token: isOver() ? 'second' : 'first',
			seconds: request === 1 || isOver() ? LIFE_IN_SECONDS : 0,
		}));
		await send();
		await inSeconds(500);
		await send();
		await inSeconds(99);
		jest.setSystemTime(NOW + 599_000);
		const sent = Promise.all([send(), send(), send()]);
		const answers = await after(2, sent);
		expect(answers).toMatchObject([{ value: 'second' }, { value: 'second' }, { value: 'second' }]);
		expect(requests()).toBeLessThanOrEqual(4);
	});

	it('and with a new life whenever asked is believed after seven requests', async () => {
		const { send, requests } = provider(() => ({ token: 'only', seconds: LIFE_IN_SECONDS }));
		await send();
		await inSeconds(700);
		expect(await after(10, send())).toMatchObject({ value: 'only' });
		expect(requests()).toBe(8);
		expect(await send()).toMatchObject({ value: 'only' });
		expect(requests()).toBe(8);
	});

	it('and has expired whenever asked is an error after seven requests', async () => {
		const { send, requests } = provider((request) => ({
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
		const setTimeout = jest.spyOn(globalThis, 'setTimeout');
		const { send, requests } = provider((request) => ({ token: `token ${request}`, seconds }));
		await send();
		const year = 365 * 24 * 60 * 60;
		for (const share of [0.5, 0.25]) {
			await inSeconds(year * share);
			expect(await send()).toMatchObject({ value: 'token 1' });
		}
		await inSeconds(year * 0.1);
		expect(await send()).toMatchObject({ value: 'token 2', isStored: true });
		expect(requests()).toBe(2);
		const delays = setTimeout.mock.calls.map(([, delay]) => Number(delay ?? 0));
		expect(Math.max(0, ...delays)).toBeLessThanOrEqual(LONGEST_TIMER_IN_MS);
	});
});
