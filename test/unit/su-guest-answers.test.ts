import { su } from '../../nodes/Su/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const HOTEL = { hotelId: ' H1 ' };

describe('the items of an answer', () => {
	const itemsOf = (resource: string, name: string, body: unknown) =>
		operationOf(su, resource, name).items?.(body, {
			parameters: { ...HOTEL, reservationNotifId: '1' },
			request: { method: 'POST', path: '/' },
		});

	it.each<[string, string, unknown, unknown]>([
		[
			'report',
			'noShow',
			{ Status: 'enqueued' },
			[{ Status: 'enqueued', reservation_notif_id: '1' }],
		],
		[
			'report',
			'invalidCard',
			{ Status: 'Success' },
			[{ Status: 'Success', reservation_notif_id: '1' }],
		],
		['property', 'deactivate', { Status: 'Success' }, [{ Status: 'Success', hotelid: 'H1' }]],
		[
			'message',
			'send',
			{ status: 'success', response: 'sent' },
			[{ status: 'success', response: 'sent' }],
		],
		['message', 'getMany', { messages: [{ messageid: '1' }, null] }, [{ messageid: '1' }]],
		[
			'message',
			'getMany',
			{ status: 'Success', response: [{ messageid: '1' }] },
			[{ messageid: '1' }],
		],
		['message', 'getMany', { threads: [{ id: 1 }] }, [{ threads: [{ id: 1 }] }]],
		[
			'message',
			'getMany',
			[{ booking: { cc_number: '4111' } }],
			[{ booking: { cc_number: '***' } }],
		],
		['review', 'getMany', { data: [{ review_id: '1' }] }, [{ review_id: '1' }]],
		['review', 'getMany', [{ review_id: '1' }, 5], [{ review_id: '1' }]],
		['review', 'getMany', { status: 'Success', reviews: [] }, []],
		['review', 'getMany', { status: 'Success' }, []],
	])('%s: %s from %j', (resource, name, body, items) =>
		expect(itemsOf(resource, name, body)).toEqual(items),
	);

	it('are none of a write that was only taken in, where it is no report', () =>
		expect(refusalOf(() => itemsOf('message', 'send', { Status: 'enqueued' })).message).toBe(
			'The answer does not report success',
		));
});
