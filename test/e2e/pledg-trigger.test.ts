import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_ACCOUNTS } from '../simulator';
import { notify, type Sending } from '../simulator/notifier';
import { pledgBack, pledgError, pledgTransfer } from '../simulator/notifierPledg';
import { tokenNotification } from '../simulator/pledgNotifications';
import type { Client } from './harness/client';
import { itemsOf } from './harness/execution';
import { ROOT } from './harness/paths';
import { publish, type PublishedTrigger } from './harness/trigger';
import { attachCredentials, type Workflow } from './harness/workflow';
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

const REFERENCE = 'order_\\d+';
const ACKNOWLEDGED = { status: 200, body: '{"received":true}' };
const SECRET = DEFAULT_ACCOUNTS.pledg.merchantSecretKey;
const pledg = accountOf('pledg');

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});
const publishPledg = async (parameters = {}) =>
	await publishTrigger(n8n, 'pledgTrigger', pledg, parameters);

it('each kind of notification is emitted, with what is not signed set apart', async () => {
	const trigger = await publishPledg();
	const kinds = [
		pledgBack('order_1', SECRET),
		pledgTransfer('order_2', SECRET),
		pledgError('order_3', SECRET),
	];
	await notify(urlOf(trigger), kinds);
	const apart = { metadata: { cart: 'order_1' }, additional_data: { origin: 'shop' } };
	const items = await emitted(n8n, trigger);
	expect(items.map((item) => [item.kind, item.verified, item.unauthenticated])).toEqual([
		['back', true, apart],
		['transfer', true, {}],
		['error', true, {}],
	]);
});

it('a secret that is an expression is evaluated', async () => {
	const secret = `={{ ${JSON.stringify(SECRET)}.trim() }}`;
	const account = accountOf('pledg', { merchantSecretKey: secret });
	const trigger = await publishTrigger(n8n, 'pledgTrigger', account);
	const sendings = [pledgBack('order_1', SECRET), pledgBack('order_2', secret)];
	const { answers } = await notify(urlOf(trigger), sendings);
	expect(answers).toMatchObject([ACKNOWLEDGED, { status: 401 }]);
});

it('a failed workflow is answered with 500, and what Pledg then sends again is taken', async () => {
	const { step, stop } = await failingOnce();
	const trigger = await publishTrigger(n8n, 'pledgTrigger', pledg, {}, [step]);
	const sendings = [pledgBack('order_1', SECRET)];
	const { answers } = await notify(urlOf(trigger), sendings, { attempts: 2 });
	stop();
	expect(answers).toMatchObject([{ status: 500 }, ACKNOWLEDGED]);
	const runs = await finished(trigger, REFERENCE);
	expect(runs.map(({ status }) => status).sort()).toEqual(['error', 'success']);
});

describe('what is refused', () => {
	const claims = { reference: 'order_1', transfer_order_item_uid: 'tri_1' };
	const right = tokenNotification(claims, SECRET).signature;
	const json = (body: object): Sending => ({ body: JSON.stringify(body) });
	const cases: Array<[string, Sending]> = [
		['a wrong signature', pledgBack('order_1', 'another secret')],
		['a missing signature', json({ id: '1', reference: 'order_1', status: 'completed' })],
		['a JWT with alg none', json({ signature: `${reheaded(right, 'none')}.` })],
		['a JWT signed with HS512', json({ signature: signedWithHs512(right) })],
		['a JWT that asks for RS256', json(tokenNotification(claims, SECRET, { alg: 'RS256' }))],
		['a JWT with another secret', pledgTransfer('order_1', 'another secret')],
		['an expired JWT', pledgError('order_1', SECRET, { exp: 1_600_000_000 })],
	];
	let trigger: PublishedTrigger;
	beforeAll(async () => {
		trigger = await publishPledg();
	});

	it.each(cases)('%s: a bare 401, one line in the log', async (_what, sending) => {
		const { answer, lines } = await refused(trigger, sending);
		expect(answer).toMatchObject({ status: 401, body: '' });
		expect(lines).toHaveLength(1);
		expect(lines[0]).not.toMatch(/order_1|"signature"|eyJ/);
		expect(lines[0]).not.toContain(SECRET);
	});

	it('starts nothing', async () => {
		expect(await finished(trigger, REFERENCE)).toEqual([]);
	});
});

it('the example marks an open order, once', async () => {
	const file = join(ROOT, 'examples', 'pledg-payment-completed.json');
	const { name, type, data } = pledg;
	const { id } = await n8n.createCredential(name, type, data);
	const example = JSON.parse(readFileSync(file, 'utf8')) as Workflow;
	const trigger = await publish(n8n, attachCredentials(example, [{ id, name, type }]));
	// Its lower branch makes a table with one open order.
	const setup = await n8n.run(trigger.workflowId);
	expect(setup.status).toBe('success');
	const { answers } = await notify(urlOf(trigger), [
		pledgBack('order_1', SECRET, { status: 'pending' }),
		pledgBack('order_1', SECRET),
		// Not the same bytes: no repeat for the trigger.
		pledgBack('order_1', SECRET, { created_at: '2026-02-01T00:00:00Z' }),
	]);
	expect(answers).toMatchObject([ACKNOWLEDGED, ACKNOWLEDGED, ACKNOWLEDGED]);
	const [third, second, first] = await n8n.executions(trigger.workflowId);
	const outputs = [first, second, third].map(async (each) =>
		itemsOf(await n8n.execution(each.id), 'Once per order'),
	);
	expect(await Promise.all(outputs)).toEqual([[], [{ text: 'Order order_1 is paid.' }], []]);
});

/** Header and claims of a token, the header asking for another algorithm. */
function reheaded(token: string, alg: string): string {
	const [, claims] = token.split('.');
	return `${Buffer.from(JSON.stringify({ alg, typ: 'JWT' })).toString('base64url')}.${claims}`;
}

function signedWithHs512(token: string): string {
	const input = reheaded(token, 'HS512');
	return `${input}.${createHmac('sha512', SECRET).update(input).digest('base64url')}`;
}
