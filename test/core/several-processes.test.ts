import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprintOf, toStoredToken } from '../../credentials/token/access-token';
import { TOKEN_SCHEME } from '../../credentials/netzme/authenticate';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import type { StoredCredential } from './harness';
import { request } from './nodes';
import { anotherProcess, type OtherProcess } from './processes';
import { putForward, until } from './put-forward';

/** Processes share nothing but the database. */
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await simulator.stop();
});

const state = ({ data }: StoredCredential) =>
	JSON.parse(String(data.accessTokenState)) as { owner: string };

const ONE_SECOND_IN_MS = 1_000;
const LIFE_IN_MS = 36_000_000;

/** The same token, five seconds after it was due: its owner should have renewed it by now. */
function storedLate({ data }: StoredCredential): StoredCredential['data'] {
	const issuedAt = Date.now() - LIFE_IN_MS * 0.8 - 5 * ONE_SECOND_IN_MS;
	const token = {
		value: String(data.accessToken),
		issuedAt,
		expiresAt: issuedAt + LIFE_IN_MS,
		owner: 'a process that is gone',
		clockOffset: 0,
		mints: [],
	};
	const inputs = [TOKEN_SCHEME.provider, ...TOKEN_SCHEME.inputs(data)];
	return { ...data, ...toStoredToken(token, fingerprintOf(inputs)) };
}

it.each(['pledg', 'su'] as const)(
	'%s: a long run of the own node takes over what another process has renewed',
	async (provider) => {
		simulator.configure(provider, { tokenLifeMs: 600 * ONE_SECOND_IN_MS });
		const [renewing, working] = [anotherProcess(provider, 0), anotherProcess(provider, 1)];
		const row = accounts[provider](simulator);
		const uri = `${simulator.urls[provider]}/api/echo`;
		await renewing.legacyRequest(row, { uri });
		const owners = new Set<string>();
		const clock = putForward();
		let isWorking = true;
		const renews = async () => {
			while (isWorking) {
				await renewing.legacyRequest(row, { uri });
				owners.add(state(row).owner);
				// Well below the time after which another process steps in.
				clock.by(10 * ONE_SECOND_IN_MS);
			}
		};
		const work = async () => {
			const items = Array.from({ length: 80 }, () => ({}));
			const parameters = request({ options: { concurrency: 1 } });
			await working.runNode(row, { parameters, items }).finally(() => (isWorking = false));
		};
		await Promise.all([renews(), work()]);
		expect(simulator.counts(provider).mints).toBeGreaterThan(1);
		expect(owners.size).toBe(1);
	},
);

describe('the HTTP Request node, while another process may be replacing the one live token', () => {
	/** Long enough for a machine that is busy. */
	const HOLD_IN_MS = 10 * ONE_SECOND_IN_MS;
	const TIMES = { holdInMs: HOLD_IN_MS, overdueAtMostInMs: 6 * HOLD_IN_MS };
	let clock: ReturnType<typeof putForward>;
	let [working, renewing]: OtherProcess[] = [];
	let row: StoredCredential;
	const uri = () => `${simulator.urls.netzme}/api/echo`;
	const send = async (method: string) =>
		await working.legacyRequest(row, { uri: uri(), method, simple: false });

	beforeEach(async () => {
		renewing = anotherProcess('netzme', 0);
		working = anotherProcess('netzme', 0.5, TIMES);
		row = accounts.netzme(simulator);
		await renewing.legacyRequest(row, { uri: uri() });
		clock = putForward();
		clock.by(LIFE_IN_MS * 0.8);
	});

	it.each(['GET', 'POST'])('a %s waits for what a later request is handed', async (method) => {
		const early = send(method);
		await renewing.legacyRequest(row, { uri: uri() });
		expect((await send('GET')).statusCode).toBe(200);
		expect((await early).statusCode).toBe(200);
		const requests = simulator.log('netzme').filter(({ url }) => url.startsWith('/api/echo'));
		const [, ...later] = requests.map(({ token }) => token);
		expect(later).toEqual(Array(3).fill(row.data.accessToken));
		expect(simulator.counts('netzme')).toEqual({ requests: 4, mints: 2, refused: 0 });
	});

	it('only a few wait, and not for long', async () => {
		const seven = Array.from({ length: 7 }, async () => await send('GET'));
		const requests = () => simulator.counts('netzme').requests;
		await until(() => requests() === 1 + 2);
		// Long enough for those that wait to look a few times.
		await sleep(200);
		expect(requests()).toBe(1 + 2);
		clock.by(HOLD_IN_MS);
		await Promise.all(seven);
		expect(simulator.counts('netzme')).toEqual({ requests: 1 + 7, mints: 1, refused: 0 });
	});
});

describe('where several processes have replaced the one live token one after the other', () => {
	const uri = () => `${simulator.urls.netzme}/api/echo`;
	/** A process of its own gets a token; what it stores is seen by nobody. */
	const mintElsewhere = async () => {
		const row = accounts.netzme(simulator);
		await anotherProcess('netzme', 0).legacyRequest(row, { uri: uri() });
		return row;
	};

	const untilRefused = async (count: number) =>
		await until(() => simulator.counts('netzme').refused >= count);

	/** What a process that waits long gets as answers. */
	const sender = () => {
		const working = anotherProcess('netzme', 1);
		return async (row: StoredCredential) =>
			(await working.legacyRequest(row, { uri: uri() })).statusCode;
	};

	it('a GET is sent again with one that lives, though it was handed one that has died', async () => {
		const send = sender();
		const first = await mintElsewhere();
		expect(await send(first)).toBe(200);
		const second = await mintElsewhere();
		const third = await mintElsewhere();
		const early = send(first);
		// The request and the question whether its token lives.
		await untilRefused(2);
		const later = send(second);
		await untilRefused(4);
		expect(await Promise.all([early, later, send(third)])).toEqual([200, 200, 200]);
		expect(simulator.counts('netzme').mints).toBe(3);
	});

	it('nor with one that dies while n8n stores it', async () => {
		const send = sender();
		const row = await mintElsewhere();
		expect(await send(row)).toBe(200);
		const second = await mintElsewhere();
		const early = send({
			...row,
			get data() {
				return row.data;
			},
			set data(data) {
				simulator.revoke('netzme');
				row.data = data;
			},
		});
		await untilRefused(2);
		expect(await send(second)).toBe(200);
		await untilRefused(3);
		const third = await mintElsewhere();
		expect(await Promise.all([early, send(third)])).toEqual([200, 200]);
		expect(simulator.counts('netzme').mints).toBe(3);
	});

	it('none steps in for an owner that has renewed', async () => {
		const row = await mintElsewhere();
		const renewed = await mintElsewhere();
		row.data = storedLate(row);
		const working = anotherProcess('netzme', 0);
		const early = working.legacyRequest(row, { uri: uri() });
		await untilRefused(1);
		await working.legacyRequest(renewed, { uri: uri() });
		expect((await early).statusCode).toBe(200);
		expect(simulator.counts('netzme').mints).toBe(2);
	});
});

it('one steps in where the process that minted the token is gone, and only one', async () => {
	const row = accounts.netzme(simulator);
	const uri = `${simulator.urls.netzme}/api/echo`;
	await anotherProcess('netzme', 0).legacyRequest(row, { uri });
	simulator.configure('netzme', { mintDelayMs: 200 });
	row.data = storedLate(row);
	const five = [0, 0.25, 0.5, 0.75, 1].map((chance) =>
		// What they would do at once, they do at the same moment.
		anotherProcess('netzme', chance, { pollInMs: 5 }),
	);
	const clock = putForward();
	for (let i = 0; i < 10; i += 1) {
		await Promise.all(five.map(async (each) => await each.runNode(row, { parameters: request() })));
		clock.by(ONE_SECOND_IN_MS);
	}
	expect(simulator.counts('netzme').mints).toBe(2);
});
