import { simplifyReservation, unwrapReservations } from '../../nodes/Su/reservation';

const FLAT = { reservation_notif_id: '1', status: 'new' };

describe('the reservations in what Su sends', () => {
	it.each<[string, unknown, unknown[]]>([
		['flat', { reservations: [FLAT] }, [FLAT]],
		['wrapped', { reservations: [{ reservation: FLAT }] }, [FLAT]],
		['both', { reservations: [FLAT, { reservation: FLAT }] }, [FLAT, FLAT]],
		['wrapped as a list', { reservations: [{ reservation: [FLAT, FLAT] }] }, [FLAT, FLAT]],
		['one in place of a list', { reservations: FLAT }, [FLAT]],
		['a bare list', [FLAT, { reservation: FLAT }], [FLAT, FLAT]],
		['one alone', FLAT, [FLAT]],
		['one alone, wrapped', { reservation: FLAT }, [FLAT]],
		[
			'wrapped beside other fields',
			{ reservation: FLAT, hotelid: 'H1' },
			[{ hotelid: 'H1', ...FLAT }],
		],
		['without IDs, in a list', { reservations: [{ hotel_id: 'H1' }] }, [{ hotel_id: 'H1' }]],
		['none', { reservations: [] }, []],
		['none, said in words', { Status: 'Success', Message: 'No reservations' }, []],
		['none, with an empty one', { reservations: [{}, null, 'x', { reservation: null }] }, []],
		['null in place of a list', { reservations: null }, []],
		['nothing', undefined, []],
		['a web page', '<html></html>', []],
	])('%s', (_what, body, expected) => expect(unwrapReservations(body)).toEqual(expected));
});

describe('a simplified reservation', () => {
	const RESERVATION = {
		reservation_notif_id: '155411226779361384952',
		id: '1134222_H1',
		status: 'modified',
		affiliation: { OTA_Code: 19 },
		customer: { first_name: 'Guest', last_name: 'One', cc_number: '4111111111111111' },
		rooms: [
			{ id: 'DBL', arrival_date: '2026-09-03', departure_date: '2026-09-05' },
			{ id: 7, arrival_date: '2026-09-01', departure_date: '2026-09-04' },
		],
		totalprice: '200.10',
		currencycode: 'EUR',
		taxes: [],
	};

	it('says who comes when, for how much, with IDs as text', () => {
		expect(simplifyReservation(RESERVATION)).toEqual({
			reservation_notif_id: '155411226779361384952',
			id: '1134222_H1',
			status: 'modified',
			channel: '19',
			guest: 'Guest One',
			arrival_date: '2026-09-01',
			departure_date: '2026-09-05',
			roomids: ['DBL', '7'],
			totalprice: '200.10',
			currencycode: 'EUR',
		});
	});

	it.each([{}, { customer: null, rooms: null, affiliation: [] }, { rooms: [5, { id: null }] }])(
		'may lack what %j lacks',
		(reservation) => {
			expect(simplifyReservation(reservation as never)).toMatchObject({ roomids: [] });
		},
	);
});
