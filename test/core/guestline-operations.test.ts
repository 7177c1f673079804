import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { run } from './nodes';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());
beforeEach(() => simulator.reset());

const session = (operation: string, body: unknown = { amount: 12500, reference: 'BK-1001' }) => ({
	resource: 'session',
	operation,
	session: JSON.stringify(body),
});

/** What Guestline received, in order. */
const received = () =>
	simulator.log('guestline').map(({ method, url, headers, body, status }) => ({
		method,
		url,
		headers,
		status,
		body: JSON.parse(Buffer.from(body, 'base64').toString()) as IDataObject,
	}));

const LEVELS: Array<[level: string, headers: object]> = [
	['client', {}],
	['product', { 'x-product-id': 'TESTPRODUCT', 'x-client-id': 'TESTHOTEL' }],
];

describe.each(['create', 'createValidation'])('session: %s', (operation) => {
	it.each(LEVELS)('at %s level outputs the address of the page', async (level, levelHeaders) => {
		const output = await run(simulator, 'guestline', session(operation), { data: { level } });
		expect(output).toEqual([
			{
				json: { sessionId: 'ses_1', url: 'https://checkout.guestline.example/ses_1' },
				pairedItem: { item: 0 },
			},
		]);
		const [{ headers, ...sent }, ...none] = received();
		expect(sent).toEqual({
			method: 'POST',
			url: '/api/checkout/sessions',
			status: 201,
			body: { amount: 12500, reference: 'BK-1001' },
		});
		expect(none).toEqual([]);
		expect(headers).toMatchObject({ 'content-type': 'application/json', ...levelHeaders });
		expect('x-product-id' in headers).toBe(level === 'product');
	});

	it('sends one session for each item, with the values of that item', async () => {
		const parameters = {
			...session(operation),
			session: '={{ { reference: $json.booking, amount: $json.amount } }}',
		};
		const items = [
			{ booking: 'BK-1', amount: 100 },
			{ booking: 'BK-2', amount: 200 },
		];
		const output = await run(simulator, 'guestline', parameters, { items });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const bodies = received().map(({ body }) => body);
		expect(bodies).toHaveLength(2);
		expect(bodies).toEqual(
			expect.arrayContaining([
				{ reference: 'BK-1', amount: 100 },
				{ reference: 'BK-2', amount: 200 },
			]),
		);
	});

	it('sends nothing where the JSON is empty', async () => {
		await expect(run(simulator, 'guestline', session(operation, {}))).rejects.toThrow(
			'Session (JSON) is empty',
		);
		expect(simulator.log('guestline')).toEqual([]);
	});

	it('is sent once where the answer is an error of the server', async () => {
		simulator.configure('guestline', { failNext: [{ target: 'api', count: 1, kind: 'status' }] });
		await expect(run(simulator, 'guestline', session(operation))).rejects.toThrow(
			'Guestline: Simulated failure (HTTP 500)',
		);
		expect(simulator.counts('guestline').requests).toBe(1);
	});

	it('is sent once where the connection is cut', async () => {
		simulator.configure('guestline', { failNext: [{ target: 'api', count: 1, kind: 'cut' }] });
		await expect(run(simulator, 'guestline', session(operation))).rejects.toThrow(
			'Guestline cut the connection before it answered',
		);
		expect(simulator.counts('guestline').requests).toBe(1);
	});
});

describe('A failure', () => {
	const refusing = (status: number, body: unknown) =>
		simulator.configure('guestline', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status, body }],
		});

	it('names the fields that Guestline names', async () => {
		refusing(400, { title: 'Not valid.', status: 400, errors: { amount: ['Is missing.'] } });
		await expect(run(simulator, 'guestline', session('create'))).rejects.toThrow(
			'Guestline: Not valid. amount: Is missing. (HTTP 400)',
		);
	});

	it('401 without a body is reported as such', async () => {
		const failing = run(simulator, 'guestline', session('create'), { data: { apiKey: 'wrong' } });
		await expect(failing).rejects.toMatchObject({
			message: 'Guestline: the request failed (HTTP 401)',
			description: expect.stringContaining('Open the credential and test it.'),
		});
	});

	it('a web page in place of the answer is no session', async () => {
		simulator.configure('guestline', {
			failNext: [{ target: 'api', count: 1, kind: 'html', status: 200 }],
		});
		await expect(run(simulator, 'guestline', session('create'))).rejects.toThrow(
			'The answer is not what this operation gets as a rule',
		);
	});

	it('of one item leaves the others alone with Continue On Fail', async () => {
		const parameters = { ...session('create'), session: '={{ $json }}' };
		const items: IDataObject[] = [{ amount: 1 }, {}, { amount: 3 }];
		const options = { items, continueOnFail: true };
		const output = await run(simulator, 'guestline', parameters, options);
		expect(output).toMatchObject([
			{ json: { url: expect.any(String) } },
			{ json: { error: 'Session (JSON) is empty' }, pairedItem: { item: 1 } },
			{ json: { url: expect.any(String) } },
		]);
		expect(simulator.counts('guestline').requests).toBe(2);
	});
});
