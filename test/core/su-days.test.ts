import type { IDataObject } from 'n8n-workflow';
import { hotelId, inDays, startSuNode, type SuNode } from './su-node';

let node: SuNode;
beforeEach(async () => {
	node = await startSuNode();
});
afterEach(async () => await node.simulator.stop());

const usDay = (day: string) => `${day.slice(5)}-${day.slice(0, 4)}`;

describe('Bookings: Get Many', () => {
	const bookings = { resource: 'booking', operation: 'getMany', returnAll: true };

	it('asks month by month', async () => {
		const items = await node.output({ ...bookings, from: inDays(-120), to: inDays(0) });
		const ids = items.map(({ booking_id }) => booking_id);
		expect(ids).toEqual([5, 4, 1, 2, 3].map((at) => `BK-${at}_${hotelId}`));
		const windows = [
			[-120, -90],
			[-89, -59],
			[-58, -28],
			[-27, 0],
		];
		expect(node.received()).toEqual(
			windows.map(([from, to]) => ({
				route: 'POST Bookings',
				body: {
					Su_hotelid: hotelId,
					date_from: usDay(inDays(from)),
					date_to: usDay(inDays(to)),
				},
			})),
		);
	});

	it('stops as soon as there are enough', async () => {
		const parameters = {
			...bookings,
			returnAll: false,
			limit: 1,
			from: inDays(-120),
			to: inDays(0),
		};
		expect(await node.output(parameters)).toHaveLength(1);
		expect(node.received()).toHaveLength(1);
	});

	it('says that the property does not exist', async () => {
		const parameters = { ...bookings, hotelId: 'NOBODY', from: inDays(-1), to: inDays(0) };
		expect(await node.failure(parameters)).toBe('Su: invalid hotel code (HTTP 200, code 400)');
	});
});

describe('Logs', () => {
	const bulk = { resource: 'log', operation: 'getBulkRatesAndInventory', returnAll: true };

	it('Get Rates and Inventory: a range of two years in one request', async () => {
		const items = await node.output({
			resource: 'log',
			operation: 'getRatesAndInventory',
			roomId: 'SGL',
			ratePlanId: 'NRF',
			from: inDays(0),
			to: inDays(730),
			returnAll: true,
		});
		expect(items).toHaveLength(731);
		expect(items[730]).toMatchObject({ date: inDays(730), roomid: 'SGL', inventory: '10' });
		expect(node.received()).toEqual([
			{
				route: 'POST invratedetails',
				body: {
					hotelid: hotelId,
					roomid: 'SGL',
					rateplanid: 'NRF',
					date: { from: inDays(0), to: inDays(730) },
				},
			},
		]);
	});

	it('Get Bulk Rates and Inventory: 90 days at a time, every day once', async () => {
		const items = await node.output({
			...bulk,
			period: 'dateRange',
			from: inDays(0),
			to: inDays(199),
		});
		const expected = Array.from({ length: 200 }, (_, at) => inDays(at));
		const ofRoom = (id: string) =>
			items.filter(({ roomid }) => roomid === id).map(({ date }) => date);
		expect(ofRoom('DBL')).toEqual(expected);
		expect(ofRoom('SGL')).toEqual(expected);
		const sent = node.received().map(({ body }) => (body as IDataObject).date);
		expect(sent).toEqual([
			{ from: inDays(0), to: inDays(89) },
			{ from: inDays(90), to: inDays(179) },
			{ from: inDays(180), to: inDays(199) },
		]);
	});

	it('Get Bulk Rates and Inventory: a full year in one request', async () => {
		expect(await node.output({ ...bulk, period: 'fullYear' })).toHaveLength(2 * 365);
		expect(node.received()).toEqual([
			{ route: 'POST BulkARIdetails', body: { hotelid: hotelId, fullyear: '1' } },
		]);
	});

	it('Get Bulk Rates and Inventory: a property that does not exist', async () => {
		const parameters = { ...bulk, hotelId: 'NOBODY', period: 'fullYear' };
		expect(await node.failure(parameters)).toBe('Su: invalid hotel code (HTTP 200, code 400)');
	});
});
