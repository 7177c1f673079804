import { notify, type Sending } from '../simulator/notifier';
import type { Client } from './harness/client';
import { itemsOf } from './harness/execution';
import { poll } from './harness/rest';
import {
	pathOf,
	publish,
	TRIGGER,
	triggerWorkflow,
	type PublishedTrigger,
} from './harness/trigger';
import { accountOf, finished, notifiedWorkflow, publishTrigger, refused, urlOf } from './notified';
import {
	DELIVERY,
	NOTIFICATIONS,
	NOTIFIERS,
	PARTNER_NOTIFIER,
	references,
	RESPONSE_MODES,
	type Notifier,
} from './notifiers';
import { client, running, simulator } from './running';

/** What all triggers have in common that are notified, in one process. */
const TEN_MINUTES_IN_MS = 600_000;
const NOT_YET = 503;
const MEGABYTE = 'x'.repeat(2 ** 20);

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
	await simulator.reset();
});

const typed = (body: string, type: string) => (right: Sending) => ({
	...right,
	body,
	headers: { ...right.headers, 'content-type': type },
});
const another = (body: string) => (right: Sending) => ({ ...right, body });
/** With one more field in front, which no signature covers. */
const longer = (json: string) => (right: Sending) => ({
	...right,
	body: right.body.replace('{', `{"more":${json},`),
});

const acknowledged = ({ acknowledgement }: Sending) => ({ status: 200, body: acknowledgement });
const started = async (trigger: PublishedTrigger, { pattern }: Notifier) =>
	(await finished(trigger, pattern)).map(({ found }) => found).sort();

describe.each([...NOTIFIERS, PARTNER_NOTIFIER])('$node', (notifier) => {
	const { node, provider, reference, notifications } = notifier;
	const account = accountOf(provider);
	let sending: Sending;
	beforeAll(async () => {
		[sending] = await notifications(1, simulator.act);
	});

	it.each(RESPONSE_MODES)(
		`${NOTIFICATIONS} notifications, 20 at a time, 30 %% repeats, in any order: each starts one execution (%s)`,
		async (responseMode) => {
			const sendings = await notifications(NOTIFICATIONS, simulator.act);
			const trigger = await publishTrigger(n8n, node, account, { responseMode });
			const delivery = { ...DELIVERY, attempts: 10 };
			const { undelivered, answers } = await notify(urlOf(trigger), sendings, delivery);
			expect(undelivered).toEqual([]);
			// A repeat that waited ten seconds for the first one is told to come again.
			for (const { index, status, body } of answers.filter((each) => each.status !== NOT_YET)) {
				expect({ status, body }).toEqual({ status: 200, body: sendings[index].acknowledgement });
			}
			expect(await started(trigger, notifier)).toEqual(references(notifier, NOTIFICATIONS));
		},
		TEN_MINUTES_IN_MS,
	);

	it('the test URL starts the workflow in the editor, each time', async () => {
		const workflow = await notifiedWorkflow(n8n, node, account);
		const { id } = await n8n.createWorkflow(workflow);
		for (let time = 1; time <= 2; time += 1) {
			await n8n.rest('POST', `/rest/workflows/${id}/run`, {
				triggerToStartFrom: { name: TRIGGER },
			});
			const url = `${running().n8n.url}/webhook-test/${pathOf(workflow)}`;
			expect((await notify(url, [sending])).answers).toMatchObject([acknowledged(sending)]);
			const [{ id: latest }] = await poll(
				async () => {
					const all = await n8n.executions(id);
					const isOver = all.every(({ status }) => status === 'success');
					return all.length === time && isOver ? all : undefined;
				},
				20_000,
				'No execution in the editor.',
			);
			expect(itemsOf(await n8n.execution(latest), TRIGGER)).toHaveLength(1);
		}
	});

	it('two triggers with one credential each start for the same notification, once', async () => {
		const workflow = await notifiedWorkflow(n8n, node, account);
		const copy = triggerWorkflow(workflow.nodes[0]);
		for (const each of [workflow, copy]) {
			const trigger = await publish(n8n, each);
			const { answers } = await notify(urlOf(trigger), [sending, sending]);
			expect(answers).toMatchObject([acknowledged(sending), acknowledged(sending)]);
			expect(await started(trigger, notifier)).toEqual([reference(0)]);
		}
	});
});

describe.each(NOTIFIERS)('$node refuses', (notifier) => {
	const { node, provider, pattern, reference, notifications } = notifier;
	let sending: Sending;
	let trigger: PublishedTrigger;
	beforeAll(async () => {
		[sending] = await notifications(1, simulator.act);
		trigger = await publishTrigger(n8n, node, accountOf(provider));
	});

	it.each<[string, (right: Sending) => Sending, number]>([
		['a body over 1 MB', longer(`"${MEGABYTE}"`), 413],
		['text', (right) => typed(right.body, 'text/plain')(right), 415],
		['no content type', (right) => typed(right.body, '')(right), 415],
		// The Pledg Trigger takes forms; this one has no signature.
		[
			'a form',
			typed('id=1', 'application/x-www-form-urlencoded'),
			node === 'pledgTrigger' ? 401 : 415,
		],
		['XML', typed('<a>1</a>', 'application/xml'), 415],
		['a list', another('[]'), 400],
		['a text in JSON', another('"a"'), 400],
		['lists in lists', longer('['.repeat(300_000) + ']'.repeat(300_000)), 400],
		['an empty body', another(''), 400],
		['malformed JSON', (right) => ({ ...right, body: `${right.body.slice(0, -1)},` }), 400],
		['more than n8n takes', longer(`"${MEGABYTE.repeat(17)}"`), 413],
	])('%s: a bare status, one line in the log', async (_what, from, status) => {
		const { answer, lines } = await refused(trigger, from(sending));
		expect(answer).toMatchObject({ status, body: '' });
		expect(lines).toHaveLength(1);
		expect(lines[0]).not.toMatch(new RegExp(pattern));
	});

	it('and starts nothing; a replayed one that was taken starts nothing either', async () => {
		expect(await started(trigger, notifier)).toEqual([]);
		const { answers } = await notify(urlOf(trigger), [sending, sending, sending]);
		expect(answers).toMatchObject([
			acknowledged(sending),
			acknowledged(sending),
			acknowledged(sending),
		]);
		expect(await started(trigger, notifier)).toEqual([reference(0)]);
	});
});
