import type { IDataObject } from 'n8n-workflow';
import { SCHEDULE } from '../../credentials/token/schedule';
import type { StoredCredential } from './harness';
import { anotherPartnerProcess, partner, thisProcess } from './partner-processes';
import { putForward } from './put-forward';
import { CLIENT, startTokenPartner, type Rules, type TokenPartner } from './token-partner';

let server: TokenPartner;
afterEach(async () => {
	jest.restoreAllMocks();
	await server.stop();
});

const LIFE_IN_MS = 600_000;
const ADD = { entry: [{ place: 'header', name: 'Authorization', value: 'Bearer {token}' }] };
const FIRST = 'the-first-refresh-token-of-all';

/** A server of its own for each test, and a credential for it: Custom, with what is right as it comes. */
async function start(
	rules: Partial<Rules> = {},
	data: IDataObject = {},
): Promise<StoredCredential> {
	server = await startTokenPartner(rules);
	return partner({
		scheme: 'custom',
		baseUrl: server.url,
		...CLIENT,
		getToken: true,
		tokenUrl: '/oauth/token',
		useRefreshToken: true,
		refreshIsForOneUse: rules.isForOneUse === true,
		signedText: '',
		additions: ADD,
		...data,
	});
}

const get = async (row: StoredCredential, process = thisProcess) =>
	(await process.legacy(row, { uri: `${server.url}/orders` })).statusCode;

/** The refresh token is the only way: a recipe without an ordinary request. */
const ONLY_REFRESH = {
	token: {
		refresh: {
			path: '/oauth/token',
			isForOneUse: true,
			add: [
				{ in: 'body', name: 'grant_type', value: 'refresh_token' },
				{ in: 'body', name: 'refresh_token', value: '{refreshToken}' },
				{ in: 'body', name: 'client_id', value: '{id}' },
				{ in: 'body', name: 'client_secret', value: '{secret}' },
			],
		},
	},
	add: [{ in: 'header', name: 'Authorization', value: 'Bearer {token}' }],
};
const onlyRefresh = async (rules: Partial<Rules> = {}) => {
	const row = await start(
		{ isForOneUse: true, hasOrdinary: false, ...rules },
		{ scheme: 'json', recipe: JSON.stringify(ONLY_REFRESH), refreshToken: FIRST, tokenUrl: '' },
	);
	server.handOut(FIRST);
	return row;
};

describe.each([true, false])('a refresh token; each for one use: %s', (isForOneUse) => {
	it('renews the token before it ends, again and again', async () => {
		const row = await start({ isForOneUse });
		const clock = putForward();
		for (let i = 0; i < 3; i += 1) {
			expect(await get(row)).toBe(200);
			clock.by(LIFE_IN_MS * 0.85);
		}
		expect(server.asked).toEqual(['client_credentials', 'refresh_token', 'refresh_token']);
	});

	it('gets another token where one was revoked', async () => {
		const row = await start({ isForOneUse });
		await thisProcess.own(row, { path: '/orders' });
		server.revoke();
		await thisProcess.own(row, { path: '/orders' });
		expect(server.asked).toEqual(['client_credentials', 'refresh_token']);
	});

	it('that is refused makes way for the ordinary request, and is not sent again', async () => {
		const row = await start({ isForOneUse });
		const clock = putForward();
		await get(row);
		server.forget();
		clock.by(LIFE_IN_MS * 0.85);
		expect(await get(row)).toBe(200);
		expect(server.asked).toEqual(['client_credentials', '!refresh_token', 'client_credentials']);
	});

	it('is stored where nobody sees it, and read by another process', async () => {
		const row = await start({ isForOneUse });
		await get(row);
		const { refreshToken } = JSON.parse(String(row.data.accessTokenState)) as IDataObject;
		expect(refreshToken).toMatch(/^refresh-1-/);
		const state = row.type.properties.find(({ name }) => name === 'accessTokenState');
		expect(state?.typeOptions?.password).toBe(true);
		putForward().by(2 * LIFE_IN_MS);
		expect(await get(row, anotherPartnerProcess(0))).toBe(200);
		expect(server.asked).toEqual(['client_credentials', 'refresh_token']);
	});

	it('whose renewal fails for another reason stays, and the known token serves', async () => {
		const row = await start({ isForOneUse });
		const clock = putForward();
		await get(row);
		clock.by(LIFE_IN_MS * 0.85);
		server.rules.losesAnswer = true;
		expect(await get(row)).toBe(200);
		server.rules.losesAnswer = false;
		clock.by(SCHEDULE.pauseAfterFailureInMs + 1);
		expect(await get(row)).toBe(200);
		const second = isForOneUse ? ['!refresh_token', 'client_credentials'] : ['refresh_token'];
		expect(server.asked).toEqual(['client_credentials', 'refresh_token', ...second]);
	});
});

describe('a refresh token for one use, and two processes', () => {
	it('only the owner refreshes; when it is gone, the other one does', async () => {
		const row = await start({ isForOneUse: true });
		const [owner, other] = [anotherPartnerProcess(0), anotherPartnerProcess(0.5)];
		const clock = putForward();
		await get(row, owner);
		for (let i = 0; i < 3; i += 1) {
			await get(row, other);
			clock.by(LIFE_IN_MS * 0.8);
			const both = [owner.own(row, { path: '/a' }), other.own(row, { path: '/b' })];
			await clock.until(Promise.all(both));
		}
		expect(server.asked.slice(1)).toEqual(Array(3).fill('refresh_token'));
		clock.by(LIFE_IN_MS);
		await clock.until(other.own(row, { path: '/c' }));
		expect(server.asked.slice(4)).toEqual(['refresh_token']);
	});

	/** A process refreshes and dies before n8n has stored what came. */
	async function dieBeforeStoring(row: StoredCredential): Promise<void> {
		const clock = putForward();
		const dying = anotherPartnerProcess(0);
		expect(await get(row, dying)).toBe(200);
		clock.by(LIFE_IN_MS * 0.85);
		expect(await get({ ...row }, dying)).toBe(200);
		clock.by(LIFE_IN_MS);
	}

	it('one that died in between locks nobody out where there is an ordinary request', async () => {
		const row = await start({ isForOneUse: true });
		await dieBeforeStoring(row);
		expect(await get(row, anotherPartnerProcess(0))).toBe(200);
		expect(server.asked.slice(2)).toEqual(['!refresh_token', 'client_credentials']);
	});

	it('where there is none, the error says to get a new refresh token, which then works', async () => {
		const row = await onlyRefresh();
		await dieBeforeStoring(row);
		const surviving = anotherPartnerProcess(0);
		const error = (await get(row, surviving).catch((caught: unknown) => caught)) as Error & {
			description?: string;
		};
		expect(String(error)).toContain(
			'gave no access token. Check Refresh Token, which may be used up, ID, Secret and Base URL',
		);
		const text = JSON.stringify([error, error.message, error.description, error.stack]);
		for (const secret of [CLIENT.secret, FIRST, 'refresh-1-']) expect(text).not.toContain(secret);
		server.handOut('a-new-refresh-token-by-hand');
		row.data = { ...row.data, refreshToken: 'a-new-refresh-token-by-hand' };
		expect(await get(row, surviving)).toBe(200);
	});
});

it('a refresh token that was filled in is the first one', async () => {
	const row = await onlyRefresh();
	const clock = putForward();
	for (let i = 0; i < 3; i += 1) {
		expect(await get(row)).toBe(200);
		clock.by(LIFE_IN_MS * 0.85);
	}
	expect(server.asked).toEqual(Array(3).fill('refresh_token'));
});

it('without one, and without another way, the error names the field', async () => {
	const row = await onlyRefresh();
	row.data = { ...row.data, refreshToken: '' };
	await expect(get(row)).rejects.toThrow('Refresh Token is empty');
	expect(server.asked).toEqual([]);
});

it('a token for one use is stored before any request carries it, also where many need it at once', async () => {
	const row = await start({ isForOneUse: true });
	const stored = new Set<unknown>();
	const { preAuthentication } = row.type;
	row.type.preAuthentication = async function (credentials) {
		const output = (await preAuthentication?.call(this, credentials)) ?? {};
		// n8n takes a while to store it.
		const turns = output.accessToken ? 50 : 0;
		for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
		return output;
	};
	const watched = {
		...row,
		get data() {
			return row.data;
		},
		set data(data) {
			row.data = data;
			stored.add(data.accessToken);
		},
	};
	const unstored: string[] = [];
	server.onCall = (token) => {
		if (!stored.has(token)) unstored.push(token);
	};
	const clock = putForward();
	for (let i = 0; i < 3; i += 1) {
		const legacy = Array.from({ length: 10 }, async () => await get(watched));
		const own = thisProcess.own(
			watched,
			{ path: '/x' },
			Array.from({ length: 20 }, () => ({})),
		);
		await clock.until(Promise.all([...legacy, own]));
		clock.by(LIFE_IN_MS * 0.85);
	}
	expect(unstored).toEqual([]);
	expect(server.seen).toHaveLength(3 * 30);
	expect(server.asked).toEqual(['client_credentials', 'refresh_token', 'refresh_token']);
});
