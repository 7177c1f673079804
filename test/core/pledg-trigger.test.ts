import { PledgTrigger } from '../../nodes/Pledg/PledgTrigger.node';
import { PledgApi } from '../../credentials/PledgApi.credentials';
import { notify, type NotifierAnswer, type Sending } from '../simulator/notifier';
import {
	asForm,
	pledgBack,
	pledgError,
	pledgFailedState,
	pledgFront,
	pledgNotifications,
	pledgTransfer,
} from '../simulator/notifierPledg';
import { store } from './harness';
import { serveTrigger, type Served } from './webhook';

const SECRET = 'merchant secret key';
const ACKNOWLEDGED = { status: 200, body: '{"received":true}' };
const credential = (merchantSecretKey = SECRET) =>
	store(new PledgApi(), { environment: 'custom', merchantSecretKey });

let served: Served;
afterEach(async () => {
	jest.restoreAllMocks();
	await served.stop();
});

async function serve(
	parameters: object = {},
	options: { secret?: string; mode?: 'manual' } = {},
): Promise<void> {
	const stored = credential(options.secret);
	served = await serveTrigger(new PledgTrigger(), stored, { ...parameters }, options.mode);
}

const send = async (...sendings: Sending[]): Promise<NotifierAnswer[]> =>
	(await notify(served.url, sendings)).answers;
const references = () =>
	served.executions
		.flat()
		.map(({ notification }) => (notification as { reference: string }).reference);
const raw = (body: string, headers?: Record<string, string>): Sending => ({ body, headers });

/** Workflows wait until they are told how to end. */
function held(): { end: (how: 'success' | 'failure') => void } {
	let end: ((how: 'success' | 'failure') => void) | undefined;
	const ended = new Promise<string>((resolve) => (end = resolve));
	served.workflow = async () => {
		if ((await ended) === 'failure') throw new Error('the workflow failed');
	};
	return { end: (how) => end?.(how) };
}
const untilStarted = async (count: number) => {
	while (served.executions.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a notification', () => {
	it.each([
		['back', pledgBack('1', SECRET)],
		['transfer', pledgTransfer('1', SECRET)],
		['error', pledgError('1', SECRET)],
		['error', pledgFailedState('1', SECRET)],
	])('is acknowledged and starts the workflow: %s', async (kind, sending) => {
		await serve();
		expect(await send(sending)).toMatchObject([ACKNOWLEDGED]);
		expect(served.executions).toEqual([[expect.objectContaining({ kind, verified: true })]]);
	});

	it('sets apart what is not covered by the signature', async () => {
		await serve();
		await send(pledgBack('1', SECRET, { amount: 5 }));
		expect(served.executions[0][0]).toMatchObject({
			notification: expect.not.objectContaining({ metadata: expect.anything() }),
			unauthenticated: { metadata: { cart: '1' }, additional_data: { origin: 'shop' }, amount: 5 },
		});
	});

	it('of another kind than wanted is acknowledged and starts nothing', async () => {
		await serve({ events: ['transfer'] });
		expect(await send(pledgBack('1', SECRET))).toMatchObject([ACKNOWLEDGED]);
		expect(served.executions).toEqual([]);
	});

	it('starts the workflow each time while a user is building it', async () => {
		await serve({}, { mode: 'manual' });
		const [sending] = pledgNotifications(1, SECRET);
		expect(await send(sending, sending)).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED]);
		expect(served.executions).toHaveLength(2);
		expect(served.staticData).toBe('{}');
	});
});

describe('a form in place of JSON', () => {
	const form = (body: string): Sending => ({
		body,
		headers: { 'content-type': 'Application/x-www-form-urlencoded; charset=UTF-8' },
	});

	it.each<[string, Sending]>([
		['back', pledgBack('é & 1', SECRET)],
		['transfer', pledgTransfer('1', SECRET)],
		['error', pledgError('1', SECRET)],
	])('is verified as well, and the same as JSON is a repeat: %s', async (kind, sending) => {
		await serve();
		expect(await send(asForm(sending), sending)).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED]);
		expect(served.executions).toEqual([[expect.objectContaining({ kind, verified: true })]]);
	});

	it('sets apart what is not covered by the signature', async () => {
		await serve();
		await send(asForm(pledgBack('1', SECRET)));
		expect(served.executions[0][0]).toMatchObject({
			notification: { reference: '1', sandbox: 'true', error: '' },
			unauthenticated: { metadata: '{"cart":"1"}', additional_data: '{"origin":"shop"}' },
		});
	});

	it.each<[string, Sending, number]>([
		['a wrong signature', asForm(pledgBack('1', 'another secret')), 401],
		['no signature', asForm(pledgFront('1')), 401],
		['a field that comes twice', form(`${asForm(pledgBack('1', SECRET)).body}&status=failed`), 400],
		['JSON in it', form(pledgBack('1', SECRET).body), 401],
		['nothing in it', form(''), 401],
		['more than 1 MB', form(`signature=${'x'.repeat(2 ** 20)}`), 413],
	])('is refused with %s', async (_what, sending, status) => {
		await serve();
		expect(await send(sending)).toMatchObject([{ status, body: '' }]);
		expect(served.executions).toEqual([]);
	});

	it('has its card masked', async () => {
		await serve({ allowUnsigned: true });
		expect(await send(asForm(pledgFront('1')))).toMatchObject([ACKNOWLEDGED]);
		expect(served.executions[0][0]).toMatchObject({
			verified: false,
			notification: { reference: '1', card_number: '***', cvc: '***', expiration_date: '***' },
		});
	});
});

describe('what is refused', () => {
	it.each<[string, Sending, number]>([
		['a wrong signature', pledgBack('1', 'another secret'), 401],
		['no signature', raw('{"id":"ch_1","reference":"1","status":"completed"}'), 401],
		['an expired JWT', pledgTransfer('1', SECRET, { exp: 1 }), 401],
		[
			'another content type',
			{ ...pledgBack('1', SECRET), headers: { 'content-type': 'text/plain' } },
			415,
		],
		['JSON by another name', raw('{}', { 'content-type': 'application/jsonp' }), 415],
		['a list', raw('[]'), 400],
		['null', raw('null'), 400],
		['a text', raw('"a"'), 400],
		['nothing', raw(''), 400],
		['more than 1 MB', pledgBack('1', SECRET, { metadata: 'x'.repeat(2 ** 20) }), 413],
	])('%s: a bare status, no execution, one line', async (_what, sending, status) => {
		await serve();
		expect(await send(sending)).toMatchObject([{ status, body: '' }]);
		expect(served.executions).toEqual([]);
		expect(served.staticData).toBe('{}');
		expect(served.warnings).toEqual([
			expect.stringMatching(/^Trigger refused a notification: .+$/),
		]);
		expect(served.warnings.join()).not.toContain(SECRET);
	});

	it('is none of exactly 1 MB', async () => {
		await serve();
		const filler = (length: number) => pledgBack('1', SECRET, { metadata: 'x'.repeat(length) });
		const rest = filler(0).body.length;
		expect(await send(filler(2 ** 20 - rest))).toMatchObject([ACKNOWLEDGED]);
	});

	it('is asked for again where the credential has no secret', async () => {
		await serve({}, { secret: '' });
		expect(await send(pledgBack('1', SECRET))).toMatchObject([{ status: 503, body: '' }]);
		expect(served.warnings).toEqual([expect.stringContaining('Merchant Secret Key is empty')]);
	});
});

describe('a repeat', () => {
	it('is acknowledged and starts nothing', async () => {
		await serve({ responseMode: 'onReceived' });
		const sending = pledgBack('1', SECRET);
		expect(await send(sending, sending)).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED]);
		expect(served.executions).toHaveLength(1);
	});

	it.each(['onReceived', 'lastNode'])(
		'starts nothing among 500 notifications, 20 at a time, in any order: %s',
		async (responseMode) => {
			await serve({ responseMode });
			const notifications = pledgNotifications(500, SECRET);
			const { answers, undelivered } = await notify(served.url, notifications, {
				concurrency: 20,
				repeats: 0.3,
				isReordered: true,
			});
			expect(undelivered).toEqual([]);
			expect(answers).toHaveLength(650);
			expect(references().sort()).toEqual(notifications.map((_, at) => `order_${at}`).sort());
		},
	);

	it('starts nothing after a restart, the last one included', async () => {
		await serve({ responseMode: 'onReceived' });
		const notifications = pledgNotifications(50, SECRET);
		await send(...notifications);
		served.restart();
		await notify(served.url, notifications, { concurrency: 20 });
		expect(served.executions).toHaveLength(50);
	});

	it('starts little after a restart in a burst: only what was answered in the last moment', async () => {
		await serve({ responseMode: 'onReceived' });
		const notifications = pledgNotifications(100, SECRET);
		await notify(served.url, notifications, { concurrency: 20 });
		served.restart();
		await notify(served.url, notifications, { concurrency: 20 });
		expect(served.executions.length).toBeLessThanOrEqual(120);
		expect(new Set(references()).size).toBe(100);
	});

	it('after a restart starts at most the last one again where the answer comes after the workflow', async () => {
		await serve({ responseMode: 'lastNode' });
		const notifications = pledgNotifications(10, SECRET);
		await send(...notifications);
		served.restart();
		await send(...notifications);
		expect(references().slice(10)).toEqual(['order_9']);
	});

	it('waits for the first one, and is acknowledged when that has succeeded', async () => {
		await serve({ responseMode: 'lastNode' });
		const { end } = held();
		const sending = pledgBack('1', SECRET);
		const both = Promise.all([send(sending), send(sending)]);
		await untilStarted(1);
		end('success');
		expect((await both).flat()).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED]);
		expect(served.executions).toHaveLength(1);
	});

	it('is taken when the workflow of the first one has failed', async () => {
		await serve({ responseMode: 'lastNode' });
		const failing = held();
		const sending = pledgBack('1', SECRET);
		const first = send(sending);
		await untilStarted(1);
		const second = send(sending);
		failing.end('failure');
		expect(await first).toMatchObject([{ status: 500 }]);
		expect(await second).toMatchObject([{ status: 500 }]);
		expect(served.executions).toHaveLength(2);
		served.restart();
		served.workflow = async () => {};
		expect(await send(sending, sending)).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED]);
		expect(served.executions).toHaveLength(3);
	});
});

it('is taken once where several repeats waited for one that failed', async () => {
	await serve({ responseMode: 'lastNode' });
	const failing = held();
	const sending = pledgBack('1', SECRET);
	const first = send(sending);
	await untilStarted(1);
	const repeats = [send(sending), send(sending), send(sending)];
	// They have arrived before the first one ends.
	await new Promise((resolve) => setTimeout(resolve, 100));
	served.workflow = async () => {};
	failing.end('failure');
	expect(await first).toMatchObject([{ status: 500 }]);
	expect((await Promise.all(repeats)).flat()).toMatchObject(Array(3).fill(ACKNOWLEDGED));
	expect(served.executions).toHaveLength(2);
});

it('shows the card of front mode only where the user wants it', async () => {
	const shown = async (parameters: object) => {
		await serve({ allowUnsigned: true, ...parameters });
		expect(await send(pledgFront('1'))).toMatchObject([ACKNOWLEDGED]);
		return JSON.stringify([served.executions, served.staticData, served.warnings]);
	};
	expect(await shown({})).not.toContain('4111111111111111');
	await served.stop();
	expect(await shown({ showCardFields: true })).toContain('4111111111111111');
	await served.stop();
	await serve({ allowUnsigned: true, showCardFields: 'perhaps' });
	expect(await send(pledgFront('1'))).toMatchObject([{ status: 503, body: '' }]);
	expect(served.executions).toEqual([]);
});

it('does not let a forged notification keep the real one away', async () => {
	await serve({ allowUnsigned: true });
	const real = pledgBack('1', SECRET);
	const { signature: _, ...forged } = JSON.parse(real.body) as Record<string, unknown>;
	expect(await send(raw(JSON.stringify(forged)), real)).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED]);
	expect(served.executions.map(([item]) => item.verified)).toEqual([false, true]);
});
