import type { IDataObject } from 'n8n-workflow';
import { run } from './nodes';
import { hotelId, inDays, MAPPED, startSuNode, type SuNode } from './su-node';

let node: SuNode;
beforeEach(async () => {
	node = await startSuNode();
});
afterEach(async () => await node.simulator.stop());

describe('Properties, rooms and rate plans', () => {
	it.each<[string, IDataObject, object[], string]>([
		[
			'property',
			{},
			[{ propertyid: hotelId, roomcount: '2' }, { propertyid: MAPPED }],
			'GET pmsproperty',
		],
		['room', {}, [{ roomid: 'DBL', quantity: '10' }, { roomid: 'SGL' }], 'POST roomdetails'],
		['ratePlan', { limit: 2 }, [{ rateplanid: 'BAR' }, { rateplanid: 'NRF' }], 'POST ratedetails'],
	])('%s: Get Many', async (resource, more, items, route) => {
		const found = await node.output({ resource, operation: 'getMany', ...more });
		expect(found).toHaveLength(items.length);
		expect(found).toMatchObject(items);
		const body = route.startsWith('GET') ? null : { hotelid: hotelId };
		expect(node.received()).toEqual([{ route, body }]);
	});

	const failing = (Code: string, ShortText: string) => {
		const body = { Status: 'Fail', Errors: { Code, ShortText } };
		node.simulator.configure('su', {
			failNext: [
				{ target: 'api', count: 1, kind: 'status', status: 200, body, retryAfterSeconds: 0 },
			],
		});
	};

	it.each([
		['room', '938', 'no rooms'],
		['ratePlan', '939', 'no rates'],
	])('%s: none is an empty list, as Su reports it with code %s', async (resource, code, words) => {
		failing(code, words);
		expect(await node.output({ resource, operation: 'getMany' })).toEqual([]);
	});

	it("Su's limit of requests comes in words, and is waited for", async () => {
		await node.output({ resource: 'room', operation: 'getMany' });
		failing('548', 'Limit has been reached.');
		const waiting = node.failure({
			resource: 'room',
			operation: 'getMany',
			// Of a property of its own: the next request for it would wait.
			hotelId: `${hotelId}-LIMITED`,
			options: { longestWait: 0 },
		});
		expect(await waiting).toBe('The limit of requests to Su is reached');
	});

	const remove = { resource: 'property', operation: 'delete' };

	it('Delete: the property is gone', async () => {
		expect(await node.output({ ...remove, hotelIdAgain: hotelId })).toEqual([
			{ deleted: true, hotelid: hotelId },
		]);
		expect(node.received()).toEqual([{ route: 'POST RemoveProperty', body: { hotelid: hotelId } }]);
		const left = await node.output({ resource: 'property', operation: 'getMany' });
		expect(left.map(({ propertyid }) => propertyid)).toEqual([MAPPED]);
	});

	it('Delete: sends nothing unless the ID was typed twice', async () => {
		expect(await node.failure({ ...remove, hotelIdAgain: MAPPED })).toBe(
			'Hotel ID and Hotel ID Again are not the same',
		);
		expect(node.received()).toEqual([]);
	});

	it('Delete: says that the property is mapped', async () => {
		expect(await node.failure({ ...remove, hotelId: MAPPED, hotelIdAgain: MAPPED })).toBe(
			'Su: This Property Have Mapping With Channels (HTTP 200, code 953)',
		);
	});
});

describe('Availability: Push', () => {
	const push = { resource: 'availability', operation: 'push' };
	const range = { from: inDays(1), to: inDays(3) };

	it('one change, which the log then shows', async () => {
		const changes = {
			rateplanid: 'BAR',
			roomstosell: 4,
			closed: false,
			minimumstay: 2,
			prices: { price: [{ NumberOfGuests: 2, value: '99.50' }] },
		};
		const answer = await node.output({
			...push,
			input: 'fields',
			roomId: 'DBL',
			...range,
			changes,
		});
		expect(answer).toEqual([{ Status: 'Success' }]);
		const date = {
			...range,
			rate: [{ rateplanid: 'BAR' }],
			roomstosell: '4',
			closed: '0',
			minimumstay: '2',
			price: [{ NumberOfGuests: '2', value: '99.50' }],
		};
		expect(node.received()).toEqual([
			{
				route: 'POST availability',
				body: { hotelid: hotelId, room: [{ roomid: 'DBL', date: [date] }] },
			},
		]);
		const [log] = await node.output({
			resource: 'log',
			operation: 'getRatesAndInventory',
			roomId: 'DBL',
			ratePlanId: 'BAR',
			...range,
		});
		expect(log).toMatchObject({
			date: range.from,
			roomid: 'DBL',
			inventory: '4',
			rateplan: { BAR: { minimumstay: '2', rate: [{ guest: '2', rate: '99.50' }] } },
		});
	});

	it('many changes', async () => {
		const room = ['DBL', 'SGL'].map((roomid) => ({ roomid, date: [{ ...range, roomstosell: 0 }] }));
		const answer = await node.output({ ...push, input: 'json', rooms: JSON.stringify(room) });
		expect(answer).toEqual([{ Status: 'Success' }]);
		expect(node.received()[0].body).toMatchObject({
			room: [{ roomid: 'DBL', date: [{ roomstosell: '0' }] }, { roomid: 'SGL' }],
		});
	});

	it.each([
		['an unknown room', [{ roomid: 'XXX', date: [{ ...range, roomstosell: 0 }] }], /code 859/],
		[
			'an unknown rate plan',
			[{ roomid: 'DBL', date: [{ ...range, rate: [{ rateplanid: 'X' }], closed: 1 }] }],
			/code 863/,
		],
	])('%s', async (_what, rooms, message) => {
		const parameters = { ...push, input: 'json', rooms: rooms as unknown as IDataObject };
		expect(await node.failure(parameters)).toMatch(message);
	});
});

describe('Availability: Push has not succeeded', () => {
	const rooms = [{ roomid: 'DBL', date: [{ from: inDays(1), to: inDays(2), roomstosell: 1 }] }];

	it.each([[''], ['<html></html>'], [[]], [{}], [{ message: 'Forbidden' }], [{ Status: 'Error' }]])(
		'where Su answers %j under HTTP 200, and is not sent again',
		async (body) => {
			const fault = { target: 'api', count: 1, kind: 'status', status: 200 } as const;
			node.simulator.configure('su', { failNext: [{ ...fault, body }] });
			const parameters = { resource: 'availability', operation: 'push', input: 'json', rooms };
			expect(await node.failure(parameters as unknown as IDataObject)).toMatch(
				/^(The answer |Su: the request failed)/,
			);
			expect(node.received()).toHaveLength(1);
		},
	);
});

describe('Mappings and OTA rate plans', () => {
	const mappings = { resource: 'mapping', operation: 'getMany' };
	const plans = { resource: 'otaRatePlan', operation: 'getMany', channelId: '19' };

	it('Mapping: one item for each channel', async () => {
		expect(await node.output(mappings)).toMatchObject([
			{ channelid: '19', ChannelHotelID: '900001', RoomIDs: ['DBL'] },
			{ channelid: '244', ChannelHotelID: '900002' },
		]);
		expect(node.received()).toEqual([{ route: 'POST mappings', body: { hotelid: hotelId } }]);
	});

	it('Mapping: of one channel', async () => {
		expect(await node.output({ ...mappings, channelId: '244' })).toMatchObject([
			{ channelid: '244' },
		]);
		expect(node.received()[0].body).toEqual({ hotelid: hotelId, channelid: '244' });
	});

	it('OTA Rate Plan: simplified or whole', async () => {
		const [simple] = await node.output({ ...plans, channelHotelId: '900001' });
		expect(simple).toMatchObject({ type: 'manageable', rateplanname: 'Breakfast' });
		expect(Object.keys(simple)).toHaveLength(7);
		const [whole] = await node.output({ ...plans, channelHotelId: '900001', simplify: false });
		expect(Object.keys(whole)).toHaveLength(11);
		expect(node.received()[0]).toEqual({
			route: 'POST OTARateplanPull',
			body: { hotelid: hotelId, channelid: '19', channelhotelid: '900001' },
		});
	});

	it('OTA Rate Plan: a failure in lower case is one', async () => {
		expect(await node.failure({ ...plans, channelHotelId: '1' })).toBe(
			'Su: channel mapping not found (HTTP 200, code 573)',
		);
	});
});

it('A failed item does not stop the others with Continue On Fail', async () => {
	const items = [{ id: hotelId }, { id: 'NOBODY' }, { id: MAPPED }];
	const parameters = { resource: 'room', operation: 'getMany', hotelId: '={{ $json.id }}' };
	const answers = await run(node.simulator, 'su', parameters, { items, continueOnFail: true });
	const failed = answers.filter(({ json }) => json.error);
	expect(failed).toHaveLength(1);
	expect(failed[0].pairedItem).toEqual({ item: 1 });
	expect(answers).toHaveLength(5);
});
