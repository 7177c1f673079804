import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { ask, JSON_TYPE, mintSu } from './testing';

const { domain, clientSecrets, hotelid } = DEFAULT_ACCOUNTS.su;
const BASE = '/SUAPI/jservice';

describe('Su', () => {
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

	const properties = (headers: Record<string, string>) =>
		ask(simulator.urls.su, `${BASE}/pmsproperty`, { headers });
	const post = async (path: string, body: unknown) => {
		const headers = { ...JSON_TYPE, authorization: `Bearer ${token}` };
		const sent = { method: 'POST', headers, body: JSON.stringify(body) };
		const answer = await ask(simulator.urls.su, `${BASE}/${path}`, sent);
		expect(answer.status).toBe(200);
		return answer.json;
	};

	it('mints for the environment of the secret', async () => {
		expect(token).toMatch(/^sandbox_/);
		const live = await mintSu(simulator.urls.su, { 'client-secret': clientSecrets.production });
		expect(live.json).toEqual({
			success: true,
			data: {
				token_type: 'Bearer',
				token: expect.stringMatching(/^live_/),
				expire_in: '3600',
			},
			message: expect.any(String),
		});
	});

	it.each<Record<string, string>>([
		{ 'client-id': domain },
		{ 'client-id': Buffer.from(`${domain}\n`).toString('base64') },
		{ 'client-secret': 'wrong' },
		{ 'client-secret': '' },
	])('refuses to mint with %j', async (headers) => {
		expect((await mintSu(simulator.urls.su, headers)).status).toBe(401);
	});

	it('refuses Basic, unknown tokens and a wrong app-id with code 497', async () => {
		const appId = Buffer.from(domain).toString('base64');
		const authorization = `Bearer ${token}`;
		expect((await properties({ authorization })).status).toBe(200);
		expect((await properties({ authorization, 'app-id': appId })).status).toBe(200);
		const wrong: Array<Record<string, string>> = [
			{},
			{ authorization: `Basic ${token}` },
			{ authorization: `Bearer ${token}0` },
			{ authorization, 'app-id': domain },
		];
		for (const headers of wrong) {
			expect(await properties(headers)).toMatchObject({
				status: 401,
				json: { Status: 'Fail', Errors: { Code: '497', ShortText: 'Authorization Required' } },
			});
		}
	});

	it('can refuse a token under HTTP 200', async () => {
		simulator.configure('su', { authUnderHttp200: true });
		expect(await properties({})).toMatchObject({ status: 200, json: { Errors: { Code: '497' } } });
		expect(simulator.counts('su').refused).toBe(1);
	});

	it('lists properties, rooms and rate plans', async () => {
		const { json } = await properties({ authorization: `Bearer ${token}` });
		expect(json.properties[0]).toMatchObject({ propertyid: hotelid, roomcount: '2' });
		expect((await post('roomdetails', { hotelid })).rooms[0]).toHaveProperty('roomid');
		expect((await post('ratedetails', { hotelid })).rateplans[0]).toHaveProperty('rateplanid');
	});

	const inDays = (days: number) =>
		new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
	const day = inDays(0);
	const date = { from: day, to: day, roomstosell: '3', rate: [{ rateplanid: 'BAR' }] };
	const push = (changes: object, roomid = 'DBL') => ({
		hotelid,
		room: [{ roomid, date: [{ ...date, ...changes }] }],
	});

	it.each([
		[
			'roomdetails',
			{ hotelid: 'NOBODY' },
			{ Errors: { Code: '400', ShortText: 'invalid hotel code' } },
		],
		['Reservation', { hotelid: 'NOBODY' }, { Errors: [{ Code: '400' }] }],
		['Bookings', { hotelid }, { Error: { Code: '400' } }],
		['Bookings', { Su_hotelid: hotelid, date_from: day, date_to: day }, { Error: { Code: '15' } }],
		[
			'Bookings',
			{ Su_hotelid: hotelid, date_from: '01-01-2020', date_to: '01-02-2020' },
			{ Error: { Code: '15' } },
		],
		['availability', { hotelid }, { Errors: { Code: '938' } }],
		['availability', push({}, 'XXX'), { Errors: { Code: '859' } }],
		['availability', push({ from: 'soon' }), { Errors: { Code: '15' } }],
		['availability', push({ from: '2020-01-01', to: '2020-01-02' }), { Errors: { Code: '861' } }],
		['availability', push({ roomstosell: 'many' }), { Errors: { Code: '862' } }],
		['availability', push({ rate: [{ rateplanid: 'XXX' }] }), { Errors: { Code: '863' } }],
		['availability', push({ closed: 'true' }), { Errors: { Code: '400' } }],
		['availability', push({ closed: '1', rate: undefined }), { Errors: { Code: '939' } }],
		['availability', push({ price: [{ value: '9' }] }), { Errors: { Code: '400' } }],
		[
			'BulkARIdetails',
			{ hotelid, date: { from: day, to: inDays(90) } },
			{ Errors: { Code: '15' } },
		],
		['BulkARIdetails', { hotelid, fullyear: 1 }, { Errors: { Code: '400' } }],
		[
			'invratedetails',
			{ hotelid, roomid: 'DBL', rateplanid: 'BAR', date: { from: day, to: inDays(740) } },
			{ Errors: { Code: '15' } },
		],
		['OTARateplanPull', { hotelid, channelid: '1', channelhotelid: '1' }, { status: 'Fail' }],
		['getReservation', { hotelid, bookingid: 'XX' }, { Errors: [], Message: 'Not found' }],
		['mappings', { hotelid, channelid: '1' }, { Error: { Code: '573' } }],
		['RemoveProperty', { hotelid: `${hotelid}-MAPPED` }, { Errors: { Code: '953' } }],
	])('%s fails under HTTP 200 with %j', async (path, body, failure) => {
		const answer = await post(path, body);
		expect(answer.Status ?? answer.status).toBe('Fail');
		expect(answer).toMatchObject(failure);
	});

	it.each([
		['availability', push({ closed: '0' })],
		['RemoveProperty', { hotelid }],
	])('%s succeeds', async (path, body) => {
		expect(await post(path, body)).toEqual({ Status: 'Success' });
	});

	it.each([
		['mappings', { hotelid }, '19'],
		['mappings', { hotelid, channelid: '244' }, '244'],
		[
			'invratedetails',
			{ hotelid, roomid: 'DBL', rateplanid: 'BAR', date: { from: day, to: day } },
			day,
		],
		['BulkARIdetails', { hotelid, fullyear: '1' }, inDays(364)],
		['BulkARIdetails', { hotelid, date: { from: day, to: inDays(89) } }, inDays(89)],
		['OTARateplanPull', { hotelid, channelid: '19', channelhotelid: '900001' }, 'data'],
	])('%s answers', async (path, body, field) => {
		expect(await post(path, body)).toHaveProperty(field);
	});

	it('remembers what was pushed', async () => {
		await post('availability', push({ price: [{ NumberOfGuests: '2', value: '99.50' }] }));
		const answer = await post('BulkARIdetails', { hotelid, date: { from: day, to: inDays(1) } });
		expect(answer[day].DBL).toMatchObject({
			inventory: '3',
			rateplan: { BAR: { rate: [{ guest: '2', rate: '99.50' }] } },
		});
		expect(answer[day].SGL.inventory).toBe('10');
		expect(answer[inDays(1)].DBL.inventory).toBe('10');
	});
});
