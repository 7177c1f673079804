import { notify, type Sending } from '../simulator/notifier';
import { suPush, type PushAccount } from '../simulator/notifierSu';
import type { Client } from './harness/client';
import type { PublishedTrigger } from './harness/trigger';
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

it('a reservation is emitted flat, payment cards masked unless the user wants them', async () => {
	const trigger = await publishSu();
	await notify(urlOf(trigger), [suPush(0, ACCOUNT), suPush(1, ACCOUNT)]);
	expect(await emitted(n8n, trigger)).toMatchObject(
		[0, 1].map((at) => ({
			reservation_notif_id: `RN-${at}`,
			customer: { first_name: 'Guest', cc_number: '***', cc_cvc: '***' },
		})),
	);
	const showing = await publishSu({ showCardFields: true });
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

describe('what is refused', () => {
	const right = suPush(0, ACCOUNT);
	let trigger: PublishedTrigger;
	beforeAll(async () => {
		trigger = await publishSu();
	});

	it.each<[string, Sending, number]>([
		['no account', suPush(0, undefined), 401],
		['a wrong password', suPush(0, { ...ACCOUNT, password: 'wrong' }), 401],
		['a wrong user', suPush(0, { ...ACCOUNT, user: 'wrong' }), 401],
		['a reservation without ID', suPush(0, ACCOUNT, { reservation_notif_id: '' }), 400],
		['no reservation', { ...right, body: '{"hello":"world"}' }, 400],
	])('%s: a bare status, one line in the log', async (_what, sending, status) => {
		const { answer, lines } = await refused(trigger, sending);
		expect(answer).toMatchObject({ status, body: '' });
		expect(lines).toHaveLength(1);
		expect(lines[0]).not.toMatch(/RN-0|4111|push-password/);
	});

	it('the answer to a wrong account says what to send', async () => {
		const answer = await fetch(urlOf(trigger), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: right.body,
		});
		expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="/);
	});

	it('starts nothing', async () => {
		expect(await finished(trigger, ID)).toEqual([]);
	});
});
