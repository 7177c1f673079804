import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { request, run, type ProviderName } from './nodes';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());
beforeEach(() => simulator.reset());

describe('The documented operations', () => {
	it.each<[ProviderName, IDataObject, IDataObject]>([
		['sasom', { resource: 'order', operation: 'getProcessing' }, { order_id: expect.anything() }],
		[
			'pledg',
			{
				resource: 'paymentSchedule',
				operation: 'simulate',
				amountCents: 20000,
				created: '2026-01-31',
			},
			{ INSTALLMENT: expect.any(Array) },
		],
		['su', { resource: 'property', operation: 'getMany' }, { propertyid: expect.any(String) }],
		[
			'guestline',
			{ resource: 'session', operation: 'create', session: '{"amount": 100}' },
			{ url: expect.any(String) },
		],
		[
			'netzme',
			{ resource: 'balance', operation: 'get' },
			{ balance: expect.stringMatching(/^IDR /) },
		],
	])('%s', async (provider, parameters, expected) => {
		const [first] = await run(simulator, provider, parameters);
		expect(first).toMatchObject({ json: expected, pairedItem: { item: 0 } });
	});
});

describe('Failures under HTTP 200', () => {
	it('Su: with code and words', async () => {
		const parameters = request({
			method: 'POST',
			path: '/SUAPI/jservice/roomdetails',
			bodyType: 'json',
			bodyJson: '{"hotelid": "unknown"}',
		});
		await expect(run(simulator, 'su', parameters)).rejects.toThrow(
			/^Su: .*hotel.*\(HTTP 200, code 400\)$/i,
		);
	});

	it('Su: a refused token under HTTP 200 is renewed', async () => {
		simulator.configure('su', { authUnderHttp200: true });
		await run(simulator, 'su', { resource: 'property', operation: 'getMany' });
		simulator.revoke('su');
		const [first] = await run(simulator, 'su', { resource: 'property', operation: 'getMany' });
		expect(first.json.propertyid).toEqual(expect.any(String));
		expect(simulator.counts('su').mints).toBe(2);
	});

	it('Netzme: with status and words', async () => {
		const parameters = { resource: 'balance', operation: 'get', merchantId: 'M_unknown' };
		await expect(run(simulator, 'netzme', parameters)).rejects.toThrow(
			/^Netzme: .+ \(HTTP 200, code \d+\)$/,
		);
	});

	it('SASOM: success false', async () => {
		simulator.configure('sasom', {
			failNext: [
				{
					target: 'api',
					count: 1,
					kind: 'status',
					status: 200,
					body: { success: false, message: 'No.' },
				},
			],
		});
		const parameters = { resource: 'order', operation: 'getProcessing' };
		await expect(run(simulator, 'sasom', parameters)).rejects.toThrow('SASOM: No. (HTTP 200)');
	});
});

it.each(['pledg', 'su', 'netzme'] as const)(
	'%s: 30 items with a revoked token all succeed, writes too, with one mint',
	async (provider) => {
		await run(simulator, provider, request());
		simulator.revoke(provider);
		const items = Array.from({ length: 30 }, () => ({}));
		const output = await run(
			simulator,
			provider,
			request({ method: 'POST', bodyType: 'json', bodyJson: '{"a":1}' }),
			{ items },
		);
		expect(output).toHaveLength(30);
		expect(simulator.counts(provider).mints).toBe(2);
	},
);
