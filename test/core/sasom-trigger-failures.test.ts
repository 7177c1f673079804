import { NodeApiError, NodeOperationError, type IDataObject } from 'n8n-workflow';
import { SasomTrigger } from '../../nodes/Sasom/SasomTrigger.node';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { startPolling, type Polling } from './polling';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => {
	simulator.reset();
	// Pauses before a request is sent again are a random share of so and so long.
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => simulator.stop());

const start = (parameters: IDataObject = {}, staticData?: IDataObject, mode?: 'manual') =>
	startPolling(accounts.sasom(simulator), new SasomTrigger(), parameters, staticData, mode);
const put = (order_id: string, fields: IDataObject = {}) =>
	simulator.act('sasom', 'putOrder', { order_id, ...fields });

/** What a poll emits, e.g. `new added_1`. */
async function emitted(trigger: Polling): Promise<string[] | null> {
	const items = await trigger.poll();
	return (
		items &&
		items.map(({ event, order }) => `${String(event)} ${String((order as IDataObject).order_id)}`)
	);
}

const failNext = (
	kind: 'cut' | 'html' | 'malformedJson' | 'status',
	count: number,
	status?: number,
) => simulator.configure('sasom', { failNext: [{ target: 'api', count, kind, status }] });

describe('a poll of SASOM fails as a whole', () => {
	/** The second of three pages fails. */
	async function failingInMidPoll(
		fail: () => void,
	): Promise<{ error: Error; next: string[] | null }> {
		simulator.configure('sasom', { orderCount: 30, pageSize: 10 });
		const trigger = start();
		await trigger.poll();
		put('added_1');
		put('processing_1', { status: 'packed' });
		const real = simulator.log('sasom').length;
		simulator.configure('sasom', { latencyMs: 40 });
		const polled = trigger.poll().then(
			() => Promise.reject(new Error('It succeeded')),
			(error: Error) => error,
		);
		while (simulator.log('sasom').length === real) await new Promise((done) => setTimeout(done, 2));
		fail();
		const error = await polled;
		simulator.configure('sasom', { latencyMs: 0, failNext: [] });
		return { error, next: await emitted(start({}, trigger.staticData())) };
	}

	it.each<[string, () => void, string]>([
		['a 401', () => failNext('status', 9, 401), 'SASOM: Simulated failure (HTTP 401)'],
		['a 500 that stays', () => failNext('status', 9, 500), 'SASOM: Simulated failure (HTTP 500)'],
		['a web page', () => failNext('html', 9), 'SASOM: the request failed (HTTP 502)'],
		[
			'broken JSON',
			() => failNext('malformedJson', 1),
			'The answer is not what this operation gets as a rule',
		],
	])(
		'with %s in its middle, and the next one emits what is new',
		async (_what, fail, message) => {
			const { error, next } = await failingInMidPoll(fail);
			expect(error.message).toBe(message);
			expect(error instanceof NodeApiError || error instanceof NodeOperationError).toBe(true);
			expect(next).toEqual(['changed processing_1', 'new added_1']);
		},
		30_000,
	);

	it('but gets over single failures by itself', async () => {
		const trigger = start();
		await trigger.poll();
		put('added_1');
		failNext('status', 2, 503);
		expect(await emitted(trigger)).toEqual(['new added_1']);
	}, 20_000);

	it('with words that help, and without secrets, where the key is wrong', async () => {
		const stored = accounts.sasom(simulator, { apiSecret: 'wrong-secret-4711' });
		const failure = await startPolling(stored, new SasomTrigger())
			.poll()
			.catch((error: NodeApiError) => error);
		expect(failure).toMatchObject({
			message: 'SASOM: Invalid credentials (HTTP 401)',
			description: 'Open the credential and test it.',
			httpCode: '401',
			failure: { cause: 'credential-invalid' },
		});
		expect(JSON.stringify(failure)).not.toContain('wrong-secret-4711');
	});

	it('after the time that the user gives an answer', async () => {
		simulator.configure('sasom', { latencyMs: 300 });
		const failure = await start({ options: { timeout: 50 } })
			.poll()
			.catch((error: Error) => error);
		expect(failure).toMatchObject({ message: 'SASOM did not answer in time' });
	});
});

it.each([
	['repeats its cursor', 'p2', []],
	['has the cursor 0', 0, [{ order_id: 'z' }]],
])('a list whose last page %s is read to its end', async (_what, next_cursor, rest) => {
	const answer = (data: IDataObject[], next: string | number) => ({
		target: 'api' as const,
		count: 1,
		kind: 'status' as const,
		status: 200,
		body: { success: true, data, next_cursor: next },
	});
	simulator.configure('sasom', {
		failNext: [answer([{ order_id: 'x' }], 'p2'), answer(rest, next_cursor)],
	});
	const trigger = start({ startWithExisting: true });
	const expected = ['x', ...rest.map(({ order_id }) => order_id)];
	expect(await emitted(trigger)).toEqual(expected.map((id) => `new ${id}`));
});
