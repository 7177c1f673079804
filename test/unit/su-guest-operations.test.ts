import type { IDataObject } from 'n8n-workflow';
import { su } from '../../nodes/Su/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const HOTEL = { hotelId: ' H1 ' };
const ask = (resource: string, name: string, parameters: IDataObject) =>
	operationOf(su, resource, name).request({ ...HOTEL, ...parameters }, {});

const DAYS = { from: '2026-09-01', to: '2028-01-13' };
const changes = (range: IDataObject) => ({
	changesJson: JSON.stringify({ channelid: '19', room: [{ roomid: 'DBL', date: [range] }] }),
});

describe('the request of an operation of which Su tells the fields', () => {
	const NO_SHOW = { reservation_notif_id: '155411226779361384952', report: 'is_no_show' };
	const ID = { reservationNotifId: ' 155411226779361384952 ' };

	it.each<[string, string, IDataObject, string, IDataObject, string]>([
		[
			'report',
			'noShow',
			ID,
			'reporting',
			NO_SHOW,
			`Reservation Notification ID ${ID.reservationNotifId.trim()}`,
		],
		[
			'report',
			'invalidCard',
			{ reservationNotifId: 7, report: 'is_card_bad' },
			'reporting',
			{ reservation_notif_id: '7', report: 'is_card_bad' },
			'Reservation Notification ID 7',
		],
		[
			'property',
			'activate',
			{},
			'TogglePropertyStatus',
			{ is_activate: '1', is_active: '1' },
			'Property H1',
		],
		[
			'property',
			'deactivate',
			{ force: false },
			'TogglePropertyStatus',
			{ is_activate: '0', is_active: '0' },
			'Property H1',
		],
		[
			'property',
			'deactivate',
			{ force: 'true' },
			'TogglePropertyStatus',
			{ is_activate: '0', is_active: '0', force_deactivation: '1' },
			'Property H1',
		],
	])('%s: %s with %j', (resource, name, parameters, endpoint, body, reference) => {
		expect(ask(resource, name, parameters)).toEqual({
			method: 'POST',
			path: `/SUAPI/jservice/${endpoint}`,
			body: { hotelid: 'H1', ...body },
			rateLimitKey: 'H1',
			reference,
		});
	});
});

/** Operations whose body the user writes: resource, operation, parameter, its label, endpoint. */
const WRITTEN: Array<[string, string, string, string, string]> = [
	['message', 'send', 'messageJson', 'Message (JSON)', 'messagingAB'],
	['message', 'sendAttachment', 'attachmentJson', 'Attachment (JSON)', 'message/sendAttachment'],
	['review', 'reply', 'replyJson', 'Reply (JSON)', 'review/reply'],
	['inventoryControl', 'push', 'changesJson', 'Changes (JSON)', 'invratecontrol'],
	[
		'property',
		'createOrUpdate',
		'propertyJson',
		'Property (JSON)',
		'OTA_HotelDescriptiveContentNotif',
	],
	['room', 'createOrUpdate', 'roomJson', 'Room (JSON)', 'OTA_HotelRoom'],
	['ratePlan', 'createOrUpdate', 'ratePlanJson', 'Rate Plan (JSON)', 'OTA_HotelRatePlan'],
];
const READ: typeof WRITTEN = [
	['message', 'getMany', 'messageFilterJson', 'Filter (JSON)', 'messagingAB'],
	[
		'message',
		'downloadAttachment',
		'wantedJson',
		'Attachment (JSON)',
		'message/downloadAttachment',
	],
	['review', 'getMany', 'reviewFilterJson', 'Filter (JSON)', 'review/list'],
];

describe.each([...WRITTEN, ...READ])('%s: %s', (resource, name, parameter, label, endpoint) => {
	it.each([
		[
			'as it is',
			'{"a": {"b": ["1", null]}, "price": "99.50"}',
			{ a: { b: ['1', null] }, price: '99.50' },
		],
		['from an expression', { a: 1 }, { a: 1 }],
		['with the same hotelid', '{"hotelid": " H1", "a": 1}', { a: 1 }],
		['with the same hotelid as a number', '{"hotelid": 12, "a": 1}', { a: 1 }, 12],
	])('sends the JSON %s, and the property', (_what, json, body, hotelId: unknown = 'H1') => {
		const request = ask(resource, name, { hotelId, [parameter]: json } as IDataObject);
		expect(request).toMatchObject({
			method: 'POST',
			path: `/SUAPI/jservice/${endpoint}`,
			rateLimitKey: String(hotelId),
		});
		expect(request.body).toEqual({ hotelid: String(hotelId), ...body });
	});

	it.each<[unknown, string]>([
		['{"hotelid": "H2", "a": 1}', `${label} is for another property than Hotel ID`],
		['{"hotelid": null, "a": 1}', `${label} is for another property than Hotel ID`],
		['{"hotelid": ["H1"], "a": 1}', `${label}: hotelid must be text or a number`],
		['[{"a": 1}]', `${label} must be a JSON object`],
		[undefined, `${label} must be a JSON object`],
		['{"a": 1', `${label} is not valid JSON`],
		[
			'{"reservation_notif_id": 155411226779361384952}',
			`${label} has a number with too many digits`,
		],
	])('refuses %j', (json, message) => {
		const parameters = { [parameter]: json } as IDataObject;
		expect(refusalOf(() => ask(resource, name, parameters)).message).toBe(message);
	});
});

it.each(WRITTEN)('%s: %s refuses to send nothing', (resource, name, parameter, label) => {
	for (const json of ['{}', '{"hotelid": "H1"}']) {
		const refused = refusalOf(() => ask(resource, name, { [parameter]: json }));
		expect(refused.message).toBe(`${label} is empty`);
	}
});

it.each(WRITTEN)(
	'%s: %s says what to look for should no answer come',
	(resource, name, parameter) => {
		const { reference } = ask(resource, name, { [parameter]: '{"a": 1}' });
		expect(reference).toMatch(/^[A-Z][A-Za-z ]+ of property H1$/);
	},
);

it.each(READ)('%s: %s takes an empty filter', (resource, name, parameter) =>
	expect(ask(resource, name, { [parameter]: '{}' }).body).toEqual({ hotelid: 'H1' }),
);

describe('a push to one channel', () => {
	it('takes 500 days', () => expect(ask('inventoryControl', 'push', changes(DAYS))).toBeDefined());

	it.each([
		['more, at any depth', { ...DAYS, to: '2028-01-14' }],
		['more, in a range within a range', { from: '1', to: '2', of: { ...DAYS, to: '2030-01-01' } }],
	])('refuses %s', (_what, range) => {
		const { message, description } = refusalOf(() =>
			ask('inventoryControl', 'push', changes(range)),
		);
		expect(message).toBe('Changes (JSON) has a range of more than 500 days');
		expect(description).toContain('2026-09-01 to 20');
	});

	it('leaves to Su what is no range of days', () => {
		for (const range of [
			{ from: 'soon', to: '2030-01-01' },
			{ from: '2030-01-01', to: '2020-01-01' },
		]) {
			expect(ask('inventoryControl', 'push', changes(range))).toBeDefined();
		}
	});

	it('refuses what is larger than Su recommends', () => {
		const changesJson = { a: 'x'.repeat(600 * 1024) };
		expect(refusalOf(() => ask('inventoryControl', 'push', { changesJson })).message).toBe(
			'The push has 601 KB; Su recommends 512 KB at most',
		);
	});
});

it.each<[string, string, IDataObject, string]>([
	['report', 'noShow', { reservationNotifId: ' ' }, 'Reservation Notification ID is empty'],
	['report', 'invalidCard', { reservationNotifId: '1', report: '' }, 'Report is empty'],
	['report', 'noShow', { hotelId: '', reservationNotifId: '1' }, 'Hotel ID is empty'],
	['property', 'deactivate', { force: 'perhaps' }, 'Force Deactivation must be true or false'],
	[
		'room',
		'createOrUpdate',
		{ hotelId: 'x'.repeat(21), roomJson: '{"a":1}' },
		'Hotel ID is longer than 20 characters',
	],
])('%s: %s with %j is refused', (resource, name, parameters, message) =>
	expect(refusalOf(() => ask(resource, name, parameters)).message).toBe(message),
);
