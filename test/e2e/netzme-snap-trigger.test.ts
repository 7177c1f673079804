import { notify } from '../simulator/notifier';
import {
	snapInvoicePayment,
	snapQrisPayment,
	withSignature,
	withToken,
} from '../simulator/notifierNetzmeSnap';
import { snapCredential } from './harness/accounts';
import type { Client } from './harness/client';
import { emitted, publishTrigger, refused, urlOf } from './notified';
import { client, running, simulator } from './running';

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
	await simulator.reset();
});

it('a callback of SNAP BI is taken by its token, or by the signature over the path of the URL', async () => {
	const credential = snapCredential(running().urls);
	const [invoice, qris] = [snapInvoicePayment(1), snapQrisPayment(2)];
	for (const { known } of [invoice, qris]) {
		await simulator.act('netzmeSnap', 'putTransaction', known);
	}
	const trigger = await publishTrigger(n8n, 'netzmeTrigger', credential, {});
	const path = new URL(urlOf(trigger)).pathname;
	const { answers } = await notify(urlOf(trigger), [
		withToken(invoice, String(credential.data.callbackToken)),
		withSignature(qris, { path }),
	]);
	expect(answers).toMatchObject([{ status: 200 }, { status: 200 }]);
	expect(await emitted(n8n, trigger)).toMatchObject([
		{ kind: 'invoice', verified: true, notification: invoice.body },
		{ kind: 'qris', verified: true, notification: qris.body },
	]);

	const { answer, lines } = await refused(trigger, withSignature(qris, { path: '/another' }));
	expect(answer).toMatchObject({ status: 401, body: '' });
	expect(lines).toEqual([expect.stringContaining('its signature is not that of Netzme')]);
});
