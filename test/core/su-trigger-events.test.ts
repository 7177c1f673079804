import { SuTrigger } from '../../nodes/Su/SuTrigger.node';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { notify, type NotifierAnswer, type Sending } from '../simulator/notifier';
import { suPush } from '../simulator/notifierSu';
import { suMessage, suNamed, suReview } from '../simulator/notifierSuGuests';
import { accounts } from './accounts';
import { serveTrigger, type Served } from './webhook';

const { push: ACCOUNT } = DEFAULT_ACCOUNTS.su;
const ALL = { events: ['reservation', 'message', 'review'] };

let simulator: Simulator;
let served: Served;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await served.stop();
});
afterAll(async () => await simulator.stop());

async function serve(parameters: object = {}): Promise<void> {
	const data = { pushUser: ACCOUNT.user, pushPassword: ACCOUNT.password };
	const all = { responseMode: 'lastNode', ...parameters };
	served = await serveTrigger(new SuTrigger(), accounts.su(simulator, data), all);
}

const send = async (...sendings: Sending[]): Promise<NotifierAnswer[]> =>
	(await notify(served.url, sendings)).answers;
const kinds = () => served.executions.flat().map(({ kind }) => kind);
const ids = () =>
	served.executions.flat().map(({ reservation_notif_id }) => String(reservation_notif_id));
const pulls = () => simulator.log('su').filter(({ url }) => url.endsWith('/Reservation'));

describe('Messages and reviews', () => {
	it('start the workflow once, and are acknowledged as Su documents it', async () => {
		await serve(ALL);
		const pushes = [suMessage(1, ACCOUNT), suReview(1, ACCOUNT), suPush(1, ACCOUNT)];
		const { undelivered } = await notify(served.url, [...pushes, ...pushes]);
		expect(undelivered).toEqual([]);
		expect(kinds()).toEqual(['message', 'review', 'reservation']);
		expect(JSON.stringify(served.executions)).not.toContain('4111111111111111');
	});

	it.each([
		['by default', {}],
		['without Events, as in workflows of before', { events: undefined }],
	])('are refused %s, and reservations come as ever', async (_what, parameters) => {
		await serve(parameters);
		const pushes = [suMessage(1, ACCOUNT), suReview(1, ACCOUNT), suPush(1, ACCOUNT)];
		expect((await send(...pushes)).map(({ status }) => status)).toEqual([400, 400, 200]);
		expect(ids()).toEqual(['RN-1']);
		expect(kinds()).toEqual([undefined]);
	});

	it('come with the account, or not at all', async () => {
		await serve(ALL);
		expect(await send(suMessage(1, undefined), suReview(1, undefined))).toMatchObject([
			{ status: 401 },
			{ status: 401 },
		]);
		expect(served.executions).toEqual([]);
	});

	it('are sent again where the workflow fails', async () => {
		await serve(ALL);
		served.workflow = async () => {
			throw new Error('the workflow failed');
		};
		expect(await send(suMessage(1, ACCOUNT))).toMatchObject([{ status: 500 }]);
		served.workflow = async () => {};
		expect(await send(suMessage(1, ACCOUNT))).toMatchObject([{ status: 200 }]);
		expect(kinds()).toEqual(['message', 'message']);
	});
});

describe('A push that only names reservations', () => {
	beforeEach(() => simulator.reset());

	it('has them taken from the queue, and acknowledges these alone', async () => {
		await serve();
		const { undelivered } = await notify(served.url, [suNamed(['RN-2'], ACCOUNT)]);
		expect(undelivered).toEqual([]);
		expect(served.executions).toMatchObject([
			[{ reservation_notif_id: 'RN-2', status: 'modified', hotel_id: 'TEST0001' }],
		]);
		expect(JSON.stringify(served.executions)).not.toMatch(/4111|5555555555554444|RN-1/);
		expect(pulls()).toHaveLength(1);
	});

	it('starts nothing where one of them came whole before', async () => {
		await serve();
		await send(suPush(1, ACCOUNT), suNamed(['RN-1'], ACCOUNT));
		expect(ids()).toEqual(['RN-1']);
	});

	it('shows payment cards where the user wants it', async () => {
		await serve({ showCardFields: true });
		await send(suNamed(['RN-1'], ACCOUNT));
		expect(JSON.stringify(served.executions)).toContain('4111111111111111');
	});

	it('asks Su for nothing without the account', async () => {
		await serve();
		expect(await send(suNamed(['RN-1'], undefined))).toMatchObject([{ status: 401 }]);
		expect(pulls()).toEqual([]);
	});

	it('is asked for again where the queue has none of them', async () => {
		await serve();
		expect(await send(suNamed(['RN-9'], ACCOUNT))).toMatchObject([{ status: 503, body: '' }]);
		expect(served.executions).toEqual([]);
	});

	it.each<[string, object, RegExp]>([
		['fails', { status: 500, body: {} }, /its queue: HTTP 500, failed/],
		[
			'fails in words',
			{ status: 200, body: { Status: 'Fail', Errors: { Code: '400' } } },
			/HTTP 200/,
		],
		['gets another answer', { status: 200, body: { message: 'Forbidden' } }, /could not be judged/],
	])('is asked for again where the pull %s', async (_what, fault, reason) => {
		await serve();
		const retryAfterSeconds = 0;
		simulator.configure('su', {
			failNext: [{ target: 'api', count: 1, kind: 'status', retryAfterSeconds, ...fault } as never],
		});
		expect(await send(suNamed(['RN-1'], ACCOUNT))).toMatchObject([{ status: 503, body: '' }]);
		expect(served.warnings).toEqual([expect.stringMatching(reason)]);
		expect(served.warnings.join()).not.toMatch(/RN-1|TEST0001/);
		expect(await send(suNamed(['RN-1'], ACCOUNT))).toMatchObject([{ status: 200 }]);
		expect(ids()).toEqual(['RN-1']);
	});
});
