import type { IDataObject } from 'n8n-workflow';
import { hotelId, inDays, MAPPED, startSuNode, type SuNode } from './su-node';

let node: SuNode;
beforeEach(async () => {
	node = await startSuNode();
});
afterEach(async () => await node.simulator.stop());

const CARD = '4111111111111111';

describe('Reservations', () => {
	const of = (operation: string, more: IDataObject = {}) => ({
		resource: 'reservation',
		operation,
		...more,
	});

	it('Pull: one item for each, flat or wrapped, with what most workflows need', async () => {
		const items = await node.output(of('pull'));
		expect(items).toEqual(
			['new', 'modified', 'cancelled'].map((status, at) => ({
				reservation_notif_id: `RN-${at + 1}`,
				id: `BK-${at + 1}_${hotelId}`,
				status,
				channel: '19',
				guest: `Guest ${['One', 'Two', 'Three'][at]}`,
				arrival_date: inDays(30 - at),
				departure_date: inDays(32 - at),
				roomids: ['DBL'],
				totalprice: '200.10',
				currencycode: 'EUR',
			})),
		);
		expect(node.received()).toEqual([{ route: 'POST Reservation', body: { hotelid: hotelId } }]);
	});

	it('Pull: all fields, those of cards masked', async () => {
		const items = await node.output(of('pull', { simplify: false }));
		expect(items.map(({ customer }) => customer)).toMatchObject([
			{ last_name: 'One', cc_number: '***', cc_cvc: '***', cc_expiration_date: '***' },
			{ last_name: 'Two', cc_number: '***' },
			{ last_name: 'Three', cc_number: '***' },
		]);
		expect(JSON.stringify(items)).not.toContain(CARD);
	});

	it('Pull: card fields where they are asked for', async () => {
		const options = { showCardFields: true };
		const [first] = await node.output(of('pull', { simplify: false, options }));
		expect(first.customer).toMatchObject({ cc_number: CARD, cc_cvc: '123' });
		expect(JSON.stringify(await node.output(of('pull', { options })))).not.toContain(CARD);
	});

	it('Pull: what has arrived since, and nothing from an empty queue', async () => {
		const other = { hotelId: MAPPED };
		expect(await node.output(of('pull', other))).toEqual([]);
		node.simulator.act('su', 'enqueue', { hotelid: MAPPED, isWrapped: true, status: 'cancelled' });
		expect(await node.output(of('pull', other))).toMatchObject([{ status: 'cancelled' }]);
	});

	it.each([
		['one', 'RN-1', ['RN-1'], ['RN-2', 'RN-3']],
		['several', 'RN-1, RN-3', ['RN-1', 'RN-3'], ['RN-2']],
		['a JSON list', '["RN-2"]', ['RN-2'], ['RN-1', 'RN-3']],
	])('Acknowledge: %s', async (_what, reservationNotifIds, sent, left) => {
		expect(await node.output(of('acknowledge', { reservationNotifIds }))).toEqual([
			{ Status: 'Success', reservation_notif_id: sent },
		]);
		expect(node.received()).toEqual([
			{
				route: 'POST Reservation_notif',
				body: { hotelid: hotelId, reservation_notif: { reservation_notif_id: sent } },
			},
		]);
		const waiting = await node.output(of('pull'));
		expect(waiting.map((each) => each.reservation_notif_id)).toEqual(left);
	});

	it('Acknowledge: says that there is no such reservation', async () => {
		expect(await node.failure(of('acknowledge', { reservationNotifIds: 'RN-9' }))).toBe(
			'Su: Reservation Not Found (HTTP 200, code 950)',
		);
	});

	it.each([
		['pull', 'The answer is not what this operation gets as a rule'],
		['acknowledge', 'The answer does not report success'],
	])('%s: an answer of a gateway is no empty queue and no success', async (operation, message) => {
		const fault = { target: 'api', count: 1, kind: 'status', status: 200 } as const;
		node.simulator.configure('su', { failNext: [{ ...fault, body: { message: 'Forbidden' } }] });
		expect(await node.failure(of(operation, { reservationNotifIds: 'RN-1' }))).toContain(message);
		expect(node.received()).toHaveLength(1);
	});

	it('Refetch: one that has long left the queue, cards masked, at most five times', async () => {
		const refetch = of('refetch', { bookingId: `BK-4_${hotelId}`, simplify: false });
		const [first, ...more] = await node.output(refetch);
		expect(more).toEqual([]);
		expect(first).toMatchObject({ reservation_notif_id: 'RN-4', customer: { cc_cvc: '***' } });
		expect(node.received()).toEqual([
			{ route: 'POST getReservation', body: { hotelid: hotelId, bookingid: `BK-4_${hotelId}` } },
		]);
		for (let at = 2; at <= 5; at += 1) await node.output(refetch);
		expect(await node.failure(refetch)).toBe(
			'Su: booking was fetched 5 times (HTTP 200, code 400)',
		);
	});

	it('Refetch: is never repeated by itself', async () => {
		node.simulator.configure('su', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 500 }],
		});
		await node.failure(of('refetch', { bookingId: `BK-4_${hotelId}` }));
		expect(node.received()).toHaveLength(1);
	});

	it('Refetch: says that there is no such booking', async () => {
		expect(await node.failure(of('refetch', { bookingId: 'X' }))).toBe('Su: Not found (HTTP 200)');
	});
});
