import { notify, type Sending } from '../simulator/notifier';
import { suPush, suPushes, type PushAccount } from '../simulator/notifierSu';
import type { Client } from './harness/client';
import { publish, triggerWorkflow, type PublishedTrigger } from './harness/trigger';
import {
	accountOf,
	emitted,
	failingOnce,
	finished,
	publishTrigger,
	refused,
	urlOf,
} from './notified';
import { client } from './running';

const ID = 'RN-\\d+';
const su = accountOf('su');
const ACCOUNT: PushAccount = {
	user: String(su.data.pushUser),
	password: String(su.data.pushPassword),
};
const acknowledged = (at: number) => ({
	status: 200,
	body: JSON.stringify({ reservation_notif: { reservation_notif_id: [`RN-${at}`] } }),
});

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});
const publishSu = async (parameters = {}) => await publishTrigger(n8n, 'suTrigger', su, parameters);

it.each(['onReceived', 'lastNode'])(
	'200 pushes, 20 at a time, 30 %% repeats, in any order: each starts one execution (%s)',
	async (responseMode) => {
		const trigger = await publishSu({ responseMode });
		const pushes = suPushes(200, ACCOUNT);
		const { undelivered, answers } = await notify(urlOf(trigger), pushes, {
			concurrency: 20,
			repeats: 0.3,
			isReordered: true,
			attempts: 3,
		});
		expect(undelivered).toEqual([]);
		// A repeat that waited ten seconds for the first one is told to come again.
		for (const { index, status, body } of answers.filter((each) => each.status !== 503)) {
			expect({ status, body }).toEqual(acknowledged(index));
		}
		const found = (await finished(trigger, ID)).map((run) => run.found);
		expect(found.sort()).toEqual(pushes.map((_, at) => `RN-${at}`).sort());
	},
	300_000,
);

it('a reservation is emitted flat, payment cards masked unless the user wants them', async () => {
	const trigger = await publishSu();
	await notify(urlOf(trigger), [suPush(0, ACCOUNT), suPush(1, ACCOUNT)]);
	expect(await emitted(n8n, trigger)).toMatchObject(
		[0, 1].map((at) => ({
			reservation_notif_id: `RN-${at}`,
			customer: { first_name: 'Guest', cc_number: '***', cc_cvc: '***' },
		})),
	);
	const showing = await publishSu({ options: { showCardFields: true } });
	await notify(urlOf(showing), [suPush(0, ACCOUNT)]);
	expect(await emitted(n8n, showing)).toMatchObject([
		{ customer: { cc_number: '4111111111111111' } },
	]);
});

it('a failed workflow is not acknowledged, and the push that Su repeats is taken', async () => {
	const { step, stop } = await failingOnce();
	const trigger = await publishTrigger(n8n, 'suTrigger', su, {}, [step]);
	const { answers } = await notify(urlOf(trigger), [suPush(1, ACCOUNT)], { attempts: 3 });
	stop();
	expect(answers).toMatchObject([{ status: 500 }, acknowledged(1)]);
	const runs = await finished(trigger, ID);
	expect(runs.map(({ status }) => status).sort()).toEqual(['error', 'success']);
});

it('does not activate without an account for pushes', async () => {
	const { type, name, data } = accountOf('su', { pushPassword: '' });
	const { id } = await n8n.createCredential(name, type, data);
	const node = {
		type: 'n8n-nodes-partner-apis.suTrigger',
		parameters: {},
		credentials: { [type]: { id, name } },
	};
	await expect(publish(n8n, triggerWorkflow(node))).rejects.toThrow('Push Password is empty');
});

describe('what is refused', () => {
	const right = suPush(0, ACCOUNT);
	const raw = (body: string, type = 'application/json'): Sending => ({
		body,
		headers: { ...right.headers, 'content-type': type },
	});
	let trigger: PublishedTrigger;
	beforeAll(async () => {
		trigger = await publishSu();
	});

	it.each<[string, Sending, number]>([
		['no account', suPush(0, undefined), 401],
		['a wrong password', suPush(0, { ...ACCOUNT, password: 'wrong' }), 401],
		['a wrong user', suPush(0, { ...ACCOUNT, user: 'wrong' }), 401],
		['a reservation without ID', suPush(0, ACCOUNT, { reservation_notif_id: '' }), 400],
		['no reservation', raw('{"hello":"world"}'), 400],
		['a list', raw('[]'), 400],
		['XML', raw('<a>1</a>', 'text/xml'), 415],
		['a form', raw('id=1', 'application/x-www-form-urlencoded'), 415],
		['a body over 1 MB', suPush(0, ACCOUNT, { remarks: 'x'.repeat(2 ** 20) }), 413],
	])('%s: a bare status, one line in the log', async (_what, sending, status) => {
		const { answer, lines } = await refused(trigger, sending);
		expect(answer).toMatchObject({ status, body: '' });
		expect(lines).toHaveLength(1);
		expect(lines[0]).not.toMatch(/RN-0|4111|push-password/);
	});

	it('malformed JSON, by n8n itself', async () => {
		const { answers } = await notify(urlOf(trigger), [raw('{"reservation":')]);
		expect(answers).toMatchObject([{ status: 422 }]);
	});

	it('the answer to a wrong account says what to send', async () => {
		const answer = await fetch(urlOf(trigger), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: right.body,
		});
		expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="/);
	});

	it('starts nothing, and a replayed one that was taken neither', async () => {
		expect(await finished(trigger, ID)).toEqual([]);
		const { answers } = await notify(urlOf(trigger), [right, right, right]);
		expect(answers).toMatchObject([acknowledged(0), acknowledged(0), acknowledged(0)]);
		expect(await finished(trigger, ID)).toHaveLength(1);
	});
});
