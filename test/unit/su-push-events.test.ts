import type { IDataObject } from 'n8n-workflow';
import { judge, type Terms } from '../../nodes/Su/trigger/judge';
import { judgeNamed } from '../../nodes/Su/trigger/named';
import { readNamed, readPush } from '../../nodes/Su/trigger/push';
import { basicHeader, suPush } from '../simulator/notifierSu';
import { suMessage, suNamed, suReview } from '../simulator/notifierSuGuests';

const ACCOUNT = { user: 'su-push', password: 'secret 42' };
const TERMS: Terms = { account: ACCOUNT, showCardFields: false };
const ALL: Terms = { ...TERMS, events: ['reservation', 'message', 'review'] };
const headers = basicHeader(ACCOUNT) as IDataObject;
const bodyOf = ({ body }: { body: string }) => JSON.parse(body) as IDataObject;
const verdictOf = (body: IDataObject, terms = ALL) => judge({ body, headers }, terms);
const message = bodyOf(suMessage(1, undefined));
const review = bodyOf(suReview(1, undefined));
const reservation = bodyOf(suPush(0, undefined));

describe('the kind of a push', () => {
	it.each<[string, IDataObject, string | undefined]>([
		['a message', message, 'message'],
		['an attachment without an ID', { attachment: ['a'], threadid: 7 }, 'message'],
		['messages in a list', { hotelid: 'H1', messages: [message] }, 'message'],
		['a message in data', { data: message }, 'message'],
		['a message about a reservation', { ...message, reservation_id: '1' }, 'message'],
		['a review', review, 'review'],
		['reviews in a list', { reviews: [{ rating: 9 }] }, 'review'],
		['a review in data', { data: [review] }, 'review'],
		['a reservation', reservation, 'reservation'],
		['an answer of a gateway', { message: 'Forbidden' }, undefined],
		['a message of nobody', { message: 'Hi', threadid: '' }, undefined],
		['a message and something else', { data: [message, { a: 1 }] }, undefined],
		['an empty list', { reviews: [] }, undefined],
		['no objects', { messages: ['Hi'] }, undefined],
		['IDs alone', bodyOf(suNamed(['1'], undefined)), undefined],
		['nothing', {}, undefined],
	])('%s', (_what, body, kind) => expect(readPush(body)?.kind).toBe(kind));

	it('keeps the property that stands beside a list', () => {
		const { entries = [] } = readPush({ hotelid: 'H1', messages: [{ messageid: '1' }] }) ?? {};
		expect(entries).toEqual([{ hotelid: 'H1', messageid: '1' }]);
	});
});

describe('a push of a guest', () => {
	it('is one item that says what it is, payment cards masked', () => {
		expect(verdictOf(message)).toEqual({
			items: [
				{
					id: '["message",["TEST0001","19","T-1","M-1"]]',
					json: {
						...message,
						kind: 'message',
						booking_details: { arrival_date: '2026-02-01', cc_number: '***' },
					},
				},
			],
			answer: { status: 'Success' },
		});
		expect(verdictOf(review)).toMatchObject({
			items: [{ json: { ...review, kind: 'review' } }],
			answer: { status: 'Success' },
		});
	});

	const idOf = (body: IDataObject) => {
		const verdict = verdictOf(body);
		return 'items' in verdict ? verdict.items.map(({ id }) => id) : [];
	};

	it('is a repeat by what names a message, and by all of a review', () => {
		expect(idOf({ ...message, messageid: 12, sent_again: true })).toEqual(
			idOf({ ...message, messageid: '12' }),
		);
		for (const other of [{ messageid: 'M-2' }, { threadid: 'T-2' }, { hotelid: 'H2' }]) {
			expect(idOf({ ...message, ...other })).not.toEqual(idOf(message));
		}
		expect(idOf({ ...review })).toEqual(idOf(review));
		expect(idOf({ ...review, rating: '8' })).not.toEqual(idOf(review));
	});

	it.each<[string, Terms, IDataObject]>([
		['by default', TERMS, message],
		['by default', TERMS, review],
		['where only reviews are chosen', { ...TERMS, events: ['review'] }, message],
		['where only messages are chosen', { ...TERMS, events: ['message'] }, reservation],
		['where nothing is chosen', { ...TERMS, events: [] }, reservation],
	])('is refused %s', (_what, terms, body) =>
		expect(verdictOf(body, terms)).toMatchObject({ refuse: 400 }),
	);

	it('is refused without account', () =>
		expect(judge({ body: message, headers: {} }, ALL)).toMatchObject({ refuse: 401 }));
});

it('a reservation says what it is only where there may be something else', () => {
	const jsonOf = (terms: Terms) => {
		const verdict = verdictOf(reservation, terms);
		return 'items' in verdict ? verdict.items[0].json : {};
	};
	expect(jsonOf(TERMS)).not.toHaveProperty('kind');
	expect(jsonOf({ ...TERMS, events: ['reservation'] })).not.toHaveProperty('kind');
	expect(jsonOf(ALL)).toMatchObject({ reservation_notif_id: 'RN-0', kind: 'reservation' });
});

describe('a push that only names reservations', () => {
	const named = (body: object) => readNamed(body as IDataObject);
	const notif = (ids: unknown) => ({
		hotelid: 7,
		reservation_notif: { reservation_notif_id: ids },
	});

	it.each<[object, object | undefined]>([
		[notif(['1', 2]), { hotelId: '7', ids: ['1', '2'] }],
		[notif('1'), { hotelId: '7', ids: ['1'] }],
		[notif([]), undefined],
		[notif(undefined), undefined],
		[notif(['1', '']), undefined],
		[notif([2 ** 60]), undefined],
		[{ ...notif(['1']), hotelid: '' }, undefined],
		[{ ...notif(['1']), reservations: [{ reservation_notif_id: '1' }] }, undefined],
		[{ hotelid: '7', reservation_notif: ['1'] }, undefined],
	])('%j', (body, expected) => expect(named(body)).toEqual(expected));

	const queued = ['RN-1', 'RN-2', 'RN-3'].map((reservation_notif_id) => ({
		reservation_notif_id,
		hotel_id: 'TEST0001',
		customer: { cc_number: '4111111111111111' },
	}));
	const judged = async (ids: string[], queue: object, terms = TERMS, sent = headers) => {
		const pulled: string[] = [];
		const verdict = await judgeNamed(
			{ body: bodyOf(suNamed(ids, undefined)), headers: sent },
			terms,
			async (hotelId) => {
				pulled.push(hotelId);
				return queue as { failure: string };
			},
		);
		return { verdict, pulled };
	};

	it('gives those that it names, and acknowledges no others', async () => {
		const { verdict, pulled } = await judged(['RN-3', 'RN-1'], { reservations: queued });
		expect(pulled).toEqual(['TEST0001']);
		expect(verdict).toMatchObject({
			items: [
				{ id: '["TEST0001","RN-1"]', json: { customer: { cc_number: '***' } } },
				{ id: '["TEST0001","RN-3"]' },
			],
			answer: { reservation_notif: { reservation_notif_id: ['RN-1', 'RN-3'] } },
		});
	});

	it('does not acknowledge what the queue does not have', async () => {
		const { verdict } = await judged(['RN-1', 'RN-9'], { reservations: queued });
		expect(verdict).toMatchObject({
			answer: { reservation_notif: { reservation_notif_id: ['RN-1'] } },
		});
	});

	it.each<[string, object]>([
		['the queue has none of them', { reservations: queued }],
		['Su could not be asked', { failure: 'HTTP 500, failed' }],
	])('is asked for again where %s', async (_what, queue) => {
		expect((await judged(['RN-9'], queue)).verdict).toMatchObject({ refuse: 503 });
	});

	it.each<[string, Terms, IDataObject, number]>([
		['without account', TERMS, {}, 401],
		['where reservations are not chosen', { ...TERMS, events: ['message'] }, headers, 400],
	])('is refused %s, and Su is not asked', async (_what, terms, sent, status) => {
		const { verdict, pulled } = await judged(['RN-1'], { reservations: queued }, terms, sent);
		expect(verdict).toMatchObject({ refuse: status });
		expect(pulled).toEqual([]);
	});
});
