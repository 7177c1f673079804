import { DEFAULT_ACCOUNTS } from '../simulator';
import type { Client } from '../e2e/harness/client';
import { poll } from '../e2e/harness/rest';
import { accountOf } from '../e2e/notified';
import { acknowledged, emittedBy, polledWorkflow, untilAsked, untilEmitted } from '../e2e/polled';
import { client, simulator } from '../e2e/running';

const TWO_MINUTES_IN_MS = 120_000;
const ACKNOWLEDGED_WITHIN_MS = 30_000;
const { hotelid } = DEFAULT_ACCOUNTS.su;

let n8n: Client;
let workflow: string;
beforeAll(async () => {
	n8n = await client();
});
beforeEach(async () => {
	await simulator.reset();
});
afterEach(async () => {
	await n8n.deactivate(workflow);
});

async function publish(node: string, provider: 'sasom' | 'su', parameters = {}): Promise<void> {
	const { name, type, data } = accountOf(provider);
	const { id } = await n8n.createCredential(name, type, data);
	const credentials = { [type]: { id, name } };
	const stored = await n8n.createWorkflow(polledWorkflow(node, parameters, credentials));
	workflow = stored.id;
	await n8n.activate(workflow);
}

it(
	'SASOM Trigger: an order that comes after the first poll starts the workflow, once',
	async () => {
		await publish('sasomTrigger', 'sasom');
		await untilAsked('sasom', '/partner/processing/orders', 2);
		await simulator.act('sasom', 'putOrder', { order_id: 'added_1' });
		await untilEmitted(n8n, workflow, 1);
		await untilAsked('sasom', '/partner/processing/orders', 2);
		expect(await emittedBy(n8n, workflow)).toMatchObject([
			{ event: 'new', order: { order_id: 'added_1' } },
		]);
	},
	TWO_MINUTES_IN_MS,
);

it(
	'Su Reservations Trigger: what is in the queue starts the workflow, once, and is acknowledged',
	async () => {
		await publish('suReservationsTrigger', 'su', { hotelIds: hotelid });
		await untilEmitted(n8n, workflow, 3);
		await simulator.act('su', 'enqueue', { hotelid, reservation_notif_id: 'RN-10' });
		await untilEmitted(n8n, workflow, 4);
		await poll(
			async () => ((await acknowledged()).length >= 4 ? true : undefined),
			ACKNOWLEDGED_WITHIN_MS,
			'Not all reservations have been acknowledged.',
		);
		await untilAsked('su', '/Reservation', 2);
		const all = ['RN-1', 'RN-10', 'RN-2', 'RN-3'];
		const emitted = await emittedBy(n8n, workflow);
		expect(emitted.map((item) => item.reservation_notif_id).sort()).toEqual(all);
		expect(await acknowledged()).toEqual(all);
	},
	TWO_MINUTES_IN_MS,
);
