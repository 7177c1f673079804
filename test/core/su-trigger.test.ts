import { SuApi } from '../../credentials/SuApi.credentials';
import { SuTrigger } from '../../nodes/Su/SuTrigger.node';
import { notify, type NotifierAnswer, type Sending } from '../simulator/notifier';
import { suPush, suPushes } from '../simulator/notifierSu';
import { store } from './harness';
import { serveTrigger, type Served } from './webhook';

const ACCOUNT = { user: 'su-push', password: 'correct horse battery' };
const acknowledged = (at: number) => ({
	status: 200,
	body: JSON.stringify({ reservation_notif: { reservation_notif_id: [`RN-${at}`] } }),
});

let served: Served;
afterEach(async () => {
	jest.restoreAllMocks();
	await served.stop();
});

async function serve(parameters: object = {}, account = ACCOUNT, mode?: 'manual'): Promise<void> {
	const data = {
		domain: 'pms.example.com',
		pushUser: account.user,
		pushPassword: account.password,
	};
	served = await serveTrigger(
		new SuTrigger(),
		store(new SuApi(), data),
		{ responseMode: 'lastNode', ...parameters },
		mode,
	);
}

const send = async (...sendings: Sending[]): Promise<NotifierAnswer[]> =>
	(await notify(served.url, sendings)).answers;
const ids = () =>
	served.executions.flat().map(({ reservation_notif_id }) => String(reservation_notif_id));

it.each([
	['flat', 0],
	['wrapped', 1],
])('a push starts the workflow and is acknowledged by its ID: %s', async (_form, at) => {
	await serve();
	expect(await send(suPush(at, ACCOUNT))).toMatchObject([acknowledged(at)]);
	expect(ids()).toEqual([`RN-${at}`]);
	expect(JSON.stringify(served.executions)).not.toContain('4111111111111111');
});

it('a push with two states of a reservation gives both, and one of two that are alike', async () => {
	await serve();
	const { reservations } = JSON.parse(String(suPush(0, ACCOUNT).body)) as {
		reservations: Array<{ status: string }>;
	};
	const cancelled = { ...reservations[0], status: 'cancelled' };
	const body = JSON.stringify({ reservations: [...reservations, ...reservations, cancelled] });
	await send({ ...suPush(0, ACCOUNT), body });
	expect(served.executions.flat().map(({ status }) => status)).toEqual(['new', 'cancelled']);
});

it('payment cards are shown where the user wants it', async () => {
	await serve({ showCardFields: true });
	await send(suPush(0, ACCOUNT));
	expect(JSON.stringify(served.executions)).toContain('4111111111111111');
});

it('one that the user sends while building a workflow starts it each time', async () => {
	await serve({}, ACCOUNT, 'manual');
	await send(suPush(0, ACCOUNT), suPush(0, ACCOUNT));
	expect(ids()).toEqual(['RN-0', 'RN-0']);
});

describe('what is refused', () => {
	const right = suPush(0, ACCOUNT);
	it.each<[string, Sending, number]>([
		['no account', suPush(0, undefined), 401],
		['a wrong password', suPush(0, { ...ACCOUNT, password: 'wrong' }), 401],
		['a wrong user', suPush(0, { ...ACCOUNT, user: 'wrong' }), 401],
		['no ID', suPush(0, ACCOUNT, { reservation_notif_id: undefined }), 400],
		['no reservation', { ...right, body: '{"hello":"world"}' }, 400],
		['a list', { ...right, body: '[]' }, 400],
		[
			'another content type',
			{ ...right, headers: { ...right.headers, 'content-type': 'text/xml' } },
			415,
		],
		['more than 1 MB', suPush(0, ACCOUNT, { remarks: 'x'.repeat(2 ** 20) }), 413],
	])('%s: a bare status, no execution, one line', async (_what, sending, status) => {
		await serve();
		expect(await send(sending)).toMatchObject([{ status, body: '' }]);
		expect(served.executions).toEqual([]);
		expect(served.warnings).toHaveLength(1);
		expect(served.warnings.join()).not.toMatch(/RN-0|4111|correct horse/);
	});

	it.each([
		[97, 200],
		[98, 400],
		[100_000, 400],
	])(
		'is one that is nested more than 100 levels deep: three and %i, %i',
		async (levels, status) => {
			await serve();
			const remarks = '['.repeat(levels) + ']'.repeat(levels);
			const { body } = suPush(0, ACCOUNT, { remarks: 'here' });
			const nested = { ...right, body: body.replace('"here"', remarks) };
			expect(await send(nested)).toMatchObject([{ status }]);
		},
	);

	it('says how to authenticate only where that was wrong', async () => {
		await serve();
		const challenge = async (sending: Sending) => {
			const headers = { 'content-type': 'application/json', ...sending.headers };
			const answer = await fetch(served.url, { method: 'POST', body: sending.body, headers });
			return answer.headers.get('www-authenticate');
		};
		expect(await challenge(suPush(0, undefined))).toMatch(/^Basic realm="/);
		expect(await challenge({ ...right, body: '[]' })).toBeNull();
		expect(await challenge(right)).toBeNull();
	});

	it('is asked for again where the credential has no account, also with none given', async () => {
		await serve({}, { user: '', password: '' });
		const none = { user: '', password: '' };
		expect(await send(suPush(0, none), suPush(0, undefined))).toMatchObject([
			{ status: 503 },
			{ status: 503 },
		]);
	});
});

describe('a repeat', () => {
	it('is acknowledged like the first one and starts nothing, also after a restart', async () => {
		await serve({ responseMode: 'onReceived' });
		expect(await send(suPush(1, ACCOUNT), suPush(1, ACCOUNT))).toMatchObject([
			acknowledged(1),
			acknowledged(1),
		]);
		served.restart();
		expect(await send(suPush(1, ACCOUNT))).toMatchObject([acknowledged(1)]);
		expect(ids()).toEqual(['RN-1']);
	});

	it('starts nothing among 200, 20 at a time, in any order', async () => {
		await serve();
		const { undelivered } = await notify(served.url, suPushes(200, ACCOUNT), {
			concurrency: 20,
			repeats: 0.3,
			isReordered: true,
		});
		expect(undelivered).toEqual([]);
		expect(ids().sort()).toEqual(Array.from({ length: 200 }, (_, at) => `RN-${at}`).sort());
	});

	it('is taken when the workflow has failed, which was not acknowledged', async () => {
		await serve();
		served.workflow = async () => {
			throw new Error('the workflow failed');
		};
		expect(await send(suPush(1, ACCOUNT))).toMatchObject([{ status: 500 }]);
		served.workflow = async () => {};
		expect(await send(suPush(1, ACCOUNT))).toMatchObject([acknowledged(1)]);
		expect(ids()).toEqual(['RN-1', 'RN-1']);
	});
});
