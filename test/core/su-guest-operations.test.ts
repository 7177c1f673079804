import type { IDataObject } from 'n8n-workflow';
import { run } from './nodes';
import { hotelId, inDays, MAPPED, startSuNode, type SuNode } from './su-node';

let node: SuNode;
let before = 0;
beforeAll(async () => {
	node = await startSuNode();
});
beforeEach(() => {
	before = node.received().length;
});
afterAll(async () => await node.simulator.stop());

/** What Su received in this test. */
const received = () => node.received().slice(before);

const json = (value: unknown) => JSON.stringify(value);
const room = [{ roomid: 'DBL', date: [{ from: inDays(1), to: inDays(3), roomstosell: '2' }] }];
const SUCCESS = [{ status: 'Success' }];

it.each<[string, string, IDataObject, string, IDataObject, object[]]>([
	[
		'message',
		'getMany',
		{ messageFilterJson: '{}' },
		'messagingAB',
		{},
		[{ threadid: 'T-1', hotelid: hotelId }],
	],
	[
		'message',
		'getMany',
		{ messageFilterJson: '{"threadid": "T-2"}' },
		'messagingAB',
		{ threadid: 'T-2' },
		[],
	],
	[
		'message',
		'send',
		{ messageJson: json({ threadid: 'T-1', message: 'From 3 pm' }) },
		'messagingAB',
		{ threadid: 'T-1', message: 'From 3 pm' },
		SUCCESS,
	],
	[
		'message',
		'sendAttachment',
		{ attachmentJson: json({ attachment: 'aGVsbG8=' }) },
		'message/sendAttachment',
		{ attachment: 'aGVsbG8=' },
		SUCCESS,
	],
	['review', 'getMany', { reviewFilterJson: '{}' }, 'review/list', {}, [{ review_id: 'R-1' }]],
	[
		'review',
		'reply',
		{ replyJson: json({ review_id: 'R-1', reply: 'Thank you' }) },
		'review/reply',
		{ review_id: 'R-1', reply: 'Thank you' },
		SUCCESS,
	],
	[
		'report',
		'noShow',
		{ reservationNotifId: 'RN-1' },
		'reporting',
		{ reservation_notif_id: 'RN-1', report: 'is_no_show' },
		[{ Status: 'enqueued', reservation_notif_id: 'RN-1' }],
	],
	[
		'report',
		'invalidCard',
		{ reservationNotifId: 'RN-1', report: 'is_invalid_card' },
		'reporting',
		{ reservation_notif_id: 'RN-1', report: 'is_invalid_card' },
		[{ Status: 'enqueued' }],
	],
	[
		'inventoryControl',
		'push',
		{ changesJson: json({ channelid: '19', room }) },
		'invratecontrol',
		{ channelid: '19', room },
		[{ Status: 'Success' }],
	],
	[
		'property',
		'createOrUpdate',
		{ hotelId: 'NEW0001', propertyJson: '{"hotelname": "Hotel One"}' },
		'OTA_HotelDescriptiveContentNotif',
		{ hotelid: 'NEW0001', hotelname: 'Hotel One' },
		[{ Status: 'Success' }],
	],
	[
		'room',
		'createOrUpdate',
		{ roomJson: '{"roomid": "DBL"}' },
		'OTA_HotelRoom',
		{ roomid: 'DBL' },
		[{ Status: 'Success' }],
	],
	[
		'ratePlan',
		'createOrUpdate',
		{ ratePlanJson: '{"rateplanid": "BAR"}' },
		'OTA_HotelRatePlan',
		{ rateplanid: 'BAR' },
		[{ Status: 'Success' }],
	],
])('%s: %s with %j', async (resource, operation, parameters, route, body, items) => {
	const found = await node.output({ resource, operation, ...parameters });
	expect(found).toHaveLength(items.length);
	expect(found).toMatchObject(items);
	expect(received()).toEqual([{ route: `POST ${route}`, body: { hotelid: hotelId, ...body } }]);
});

it.each<[string, string, IDataObject, string]>([
	['message', 'send', { messageJson: '{"message": "Hi"}' }, 'Su: Thread not found (HTTP 200)'],
	[
		'message',
		'sendAttachment',
		{ attachmentJson: '{"a": 1}' },
		'Su: attachment is required (HTTP 200)',
	],
	['message', 'downloadAttachment', { wantedJson: '{}' }, 'Su: Attachment not found (HTTP 200)'],
	['review', 'reply', { replyJson: '{"reply": "Hi"}' }, 'Su: Review not found (HTTP 200)'],
	[
		'report',
		'noShow',
		{ reservationNotifId: 'RN-0' },
		'Su: Reservation Not Found (HTTP 200, code 950)',
	],
	[
		'report',
		'invalidCard',
		{ reservationNotifId: 'RN-1', report: 'x' },
		'Su: invalid report (HTTP 200, code 400)',
	],
	[
		'inventoryControl',
		'push',
		{ changesJson: '{"channelid": "1"}' },
		'Su: channel mapping not found (HTTP 200, code 573)',
	],
	[
		'property',
		'deactivate',
		{ hotelId: MAPPED },
		'Su: This Property Has Active Mappings (HTTP 200, code 1225)',
	],
	['room', 'createOrUpdate', { roomJson: '{"a": 1}' }, 'Su: no roomid (HTTP 200, code 859)'],
])("%s: %s fails in Su's words with %j", async (resource, operation, parameters, words) => {
	expect(await node.failure({ resource, operation, ...parameters })).toBe(words);
	expect(received()).toHaveLength(1);
});

describe('The status of a property', () => {
	const set = async (operation: string, more: IDataObject = {}) =>
		await node.output({ resource: 'property', operation, ...more });
	const statuses = async () =>
		(await set('getMany', { limit: 2 })).map(({ propertyid, status }) => [propertyid, status]);

	it('is set and taken back', async () => {
		expect(await set('deactivate')).toEqual([{ Status: 'Success', hotelid: hotelId }]);
		expect(await statuses()).toEqual([
			[hotelId, 'Inactive'],
			[MAPPED, 'Active'],
		]);
		await set('activate');
		expect(await statuses()).toEqual([
			[hotelId, 'Active'],
			[MAPPED, 'Active'],
		]);
	});

	it('is set by force', async () => {
		await set('deactivate', { hotelId: MAPPED, force: true });
		expect(await statuses()).toEqual([
			[hotelId, 'Active'],
			[MAPPED, 'Inactive'],
		]);
	});
});

it('The limit of properties is said in words of Su', async () => {
	const create = { resource: 'property', operation: 'createOrUpdate', propertyJson: '{"a": 1}' };
	await node.output({ ...create, hotelId: 'NEW0001' });
	expect(await node.failure({ ...create, hotelId: 'NEW0002' })).toBe(
		'Su: Property creation limit has been reached (HTTP 200, code 547)',
	);
});

it('An attachment is a file with its name', async () => {
	const [item] = await run(node.simulator, 'su', {
		resource: 'message',
		operation: 'downloadAttachment',
		hotelId,
		wantedJson: '{"attachmentid": "A-1"}',
	});
	const { data, fileName, mimeType } = item.binary?.data ?? {};
	expect(Buffer.from(data ?? '', 'base64').toString()).toBe('%PDF-1.4');
	expect({ fileName, mimeType }).toEqual({ fileName: 'passport.pdf', mimeType: 'application/pdf' });
});

describe('Where Su fails in the middle', () => {
	const failNext = () =>
		node.simulator.configure('su', {
			failNext: [
				{ target: 'api', count: 1, kind: 'status', status: 502, body: {}, retryAfterSeconds: 0 },
			],
		});

	it.each<[string, string, IDataObject, string]>([
		['message', 'send', { messageJson: '{"message": "Hi"}' }, `Messages of property ${hotelId}`],
		['message', 'getMany', { messageFilterJson: '{}' }, `Messages of property ${hotelId}`],
		['review', 'reply', { replyJson: '{"reply": "Hi"}' }, `Reviews of property ${hotelId}`],
		['report', 'noShow', { reservationNotifId: 'RN-1' }, 'Reservation Notification ID RN-1'],
		['property', 'deactivate', {}, `Property ${hotelId}`],
	])(
		'%s: %s is not sent again, and may have been carried out',
		async (resource, operation, parameters, what) => {
			failNext();
			expect(await node.failure({ resource, operation, ...parameters })).toContain(
				`It may have been carried out: look at the provider for ${what}`,
			);
			expect(received()).toHaveLength(1);
		},
	);

	it('reviews are asked for again', async () => {
		failNext();
		const parameters = { resource: 'review', operation: 'getMany', reviewFilterJson: '{}' };
		expect(await node.output(parameters)).toHaveLength(1);
		expect(received()).toHaveLength(2);
	});
});
