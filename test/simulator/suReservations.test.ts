import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { ask, JSON_TYPE, mintSu } from './testing';

const { hotelid } = DEFAULT_ACCOUNTS.su;
const BASE = '/SUAPI/jservice';

const inDays = (days: number) =>
	new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

describe('Reservations at Su', () => {
	let simulator: Simulator;
	let token: string;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	beforeEach(async () => {
		simulator.reset();
		token = (await mintSu(simulator.urls.su)).json.data.token;
	});
	afterAll(() => simulator.stop());

	const post = async (path: string, body: unknown) => {
		const headers = { ...JSON_TYPE, authorization: `Bearer ${token}` };
		const sent = { method: 'POST', headers, body: JSON.stringify(body) };
		const answer = await ask(simulator.urls.su, `${BASE}/${path}`, sent);
		expect(answer.status).toBe(200);
		return answer.json;
	};

	it('lists bookings by the day on which they were made', async () => {
		const usDay = (at: string) => `${at.slice(5)}-${at.slice(0, 4)}`;
		const list = async (from: number, to: number) => {
			const dates = { date_from: usDay(inDays(from)), date_to: usDay(inDays(to)) };
			const answer = await post('Bookings', { Su_hotelid: hotelid, ...dates });
			return answer.BookingDetails.map((each: { booking_id: string }) => each.booking_id);
		};
		expect(await list(-120, -90)).toEqual([`BK-5_${hotelid}`]);
		expect(await list(-2, 0)).toEqual([1, 2, 3].map((at) => `BK-${at}_${hotelid}`));
	});

	const pull = async (of = hotelid) => (await post('Reservation', { hotelid: of })).reservations;

	it('keeps reservations in the queue until they are acknowledged', async () => {
		const acknowledge = (ids: string[]) =>
			post('Reservation_notif', { hotelid, reservation_notif: { reservation_notif_id: ids } });
		const [flat, wrapped] = await pull();
		expect(flat).toMatchObject({ reservation_notif_id: 'RN-1', status: 'new' });
		expect(wrapped.reservation).toMatchObject({
			reservation_notif_id: 'RN-2',
			status: 'modified',
		});
		expect(await acknowledge(['RN-1', 'RN-2'])).toEqual({ Status: 'Success' });
		expect(await pull()).toHaveLength(1);
		expect(await acknowledge(['RN-1'])).toMatchObject({ Errors: { Code: '950' } });
		simulator.configure('su', { clockOffsetMs: 61 * 60 * 1000 });
		token = (await mintSu(simulator.urls.su)).json.data.token;
		expect(await pull()).toEqual([]);
	});

	it('keeps a queue for each property, into which a test can put reservations', async () => {
		const other = `${hotelid}-MAPPED`;
		expect(await pull(other)).toEqual([]);
		simulator.act('su', 'enqueue', { hotelid: other, status: 'cancelled' });
		const sent = { method: 'POST', body: JSON.stringify({ hotelid: other, isWrapped: true }) };
		await ask(simulator.urls.control, '/act/su/enqueue', sent);
		const [flat, { reservation }] = await pull(other);
		expect(flat).toMatchObject({ status: 'cancelled', reservation_notif_id: 'RN-1' });
		expect(reservation).toMatchObject({ status: 'new', reservation_notif_id: 'RN-2' });
		expect(await pull()).toHaveLength(3);
	});

	it('can do nothing else without a request', () => {
		expect(() => simulator.act('su', 'cancel')).toThrow('Unknown act: cancel');
		expect(() => simulator.act('guestline', 'enqueue')).toThrow('guestline has no acts');
	});

	it('gives a booking again at most five times', async () => {
		const get = () => post('getReservation', { hotelid, bookingid: `BK-1_${hotelid}` });
		for (let at = 1; at <= 5; at += 1) expect(await get()).toHaveProperty('reservations');
		expect(await get()).toMatchObject({ Status: 'Fail', Errors: { Code: '400' } });
	});
});
