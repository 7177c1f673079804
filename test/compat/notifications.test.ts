import type { Client } from '../e2e/harness/client';
import { poll } from '../e2e/harness/rest';
import { accountOf, emitted, publishTrigger, urlOf } from '../e2e/notified';
import { client } from '../e2e/running';
import { notify } from '../simulator/notifier';
import { pledgBack } from '../simulator/notifierPledg';

const ACKNOWLEDGED = { status: 200, body: '{"received":true}' };
const WITHIN_MS = 20_000;
const pledg = accountOf('pledg');
const SECRET = String(pledg.data.merchantSecretKey);

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});

it.each(['onReceived', 'lastNode'])(
	'Pledg Trigger (%s): a notification starts the workflow, once, a forged one does not',
	async (responseMode) => {
		const trigger = await publishTrigger(n8n, 'pledgTrigger', pledg, { responseMode });
		const forged = pledgBack('order_2', 'another secret');
		const first = pledgBack('order_1', SECRET);
		const { answers } = await notify(urlOf(trigger), [forged, first, first]);
		expect(answers).toMatchObject([{ status: 401, body: '' }, ACKNOWLEDGED, ACKNOWLEDGED]);

		const later = pledgBack('order_3', SECRET);
		await notify(urlOf(trigger), [later]);
		const seen = await poll(
			async () => {
				const items = await emitted(n8n, trigger);
				return items.length >= 2 ? items : undefined;
			},
			WITHIN_MS,
			'The notifications have not started the workflow.',
		);
		expect(seen).toMatchObject(
			['order_1', 'order_3'].map((reference) => ({
				kind: 'back',
				verified: true,
				notification: { reference },
			})),
		);
	},
);

it('Pledg Trigger: does not start working without the key that verifies', async () => {
	const account = accountOf('pledg', { merchantSecretKey: '' });
	await expect(publishTrigger(n8n, 'pledgTrigger', account)).rejects.toThrow(
		'Merchant Secret Key is empty',
	);
});
