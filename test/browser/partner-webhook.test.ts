import type { Locator } from 'playwright-core';
import type { Client } from '../e2e/harness/client';
import { triggerWorkflow } from '../e2e/harness/trigger';
import { client, running } from '../e2e/running';
import { PARTNER_ACCOUNT } from '../e2e/notifiers';
import { visit, type Visit } from './chromium';
import {
	FAILED,
	fieldOf,
	fieldTexts,
	openChoices,
	openCredential,
	showWhole,
	TESTED,
} from './credential-dialog';
import { openNode, openWorkflow } from './editor';
import { cutTexts, internalNames } from './legible';
import { picture } from './picture';

const { type } = PARTNER_ACCOUNT;
const NAME = 'Partner Webhook API account';
const STRIPE = { scheme: 'stripe', secret: 'whsec_bWFkZSB1cCBmb3IgdGhlIHBpY3R1cmVz' };

let n8n: Client;
let editor: Visit;
beforeAll(async () => {
	n8n = await client();
	editor = await visit(running().n8n.url);
});
afterAll(async () => await editor.close());

async function opened(data: Record<string, unknown>, result: string | RegExp = TESTED) {
	const { id } = await n8n.createCredential(NAME, type, data);
	const dialog = await openCredential(editor, id);
	await dialog.getByText(result).waitFor();
	return dialog;
}

async function expectLegible(place: Locator): Promise<void> {
	expect(await cutTexts(place)).toEqual([]);
	expect(await internalNames(place)).toEqual([]);
}

it('a preset asks for what its partner gives out, and its fields are checked', async () => {
	const dialog = await opened(STRIPE);
	const labels = (await fieldTexts(dialog)).map((text) => text.split(' *')[0]);
	expect(labels).toEqual(['Scheme', 'Signing Secret']);
	expect(await dialog.innerText()).toContain('Begins with whsec_');
	await showWhole(dialog);
	await expectLegible(dialog);
	await picture(dialog, 'credential-partner-webhook');
});

it('Custom shows its fields in the order in which a partner explains them', async () => {
	const handshake = { handshakeIf: '{param:challenge}', handshakeAnswer: '{param:challenge}' };
	const dialog = await opened({
		...PARTNER_ACCOUNT.data,
		...handshake,
		useHandshake: true,
		useAnswer: true,
	});
	const labels = (await fieldTexts(dialog)).join('\n');
	const order = ['Scheme', 'Secret or Public Key', 'Signature Is In', 'Looks Like', 'Algorithm'];
	const places = [...order, 'Signed Text', 'Time Is In', 'ID for Repeats', 'Handshake Has'].map(
		(label) => labels.search(new RegExp(`^${label}`, 'm')),
	);
	expect(places).toEqual([...places].sort((a, b) => a - b));
	expect(Math.min(...places)).toBe(0);
	await showWhole(dialog);
	await expectLegible(dialog);
});

it('what is wrong is said with the name of the field', async () => {
	const data = { ...PARTNER_ACCOUNT.data, signedText: '{boddy}' };
	const dialog = await opened(data, FAILED);
	await dialog.getByText('More details').click();
	expect(await dialog.innerText()).toContain('Signed Text: there is no value "boddy"');
});

it('the list of schemes can be read', async () => {
	const dialog = await opened(STRIPE);
	const choices = await openChoices(editor.page, fieldOf(dialog, 'Scheme'));
	expect((await choices.allInnerTexts()).length).toBeGreaterThan(30);
	for (const choice of await choices.all()) expect(await cutTexts(choice)).toEqual([]);
});

it('the trigger shows the URL to give to the partner', async () => {
	const { id } = await n8n.createCredential('Stripe webhooks', type, STRIPE);
	const workflow = triggerWorkflow({
		type: 'n8n-nodes-partner-apis.partnerTrigger',
		parameters: {},
		credentials: { [type]: { id, name: 'Stripe webhooks' } },
	});
	const title = 'Partner API Trigger';
	Object.assign(workflow.nodes[0], { name: title, webhookId: 'my-orders' });
	await openWorkflow(editor, n8n, workflow);
	const view = await openNode(editor.page, title);
	expect(await view.innerText()).toContain('Give the Production URL to the partner');
	await view.getByText('Webhook URLs').click();
	await view.getByText('/webhook-test/my-orders/webhook').first().waitFor();
	await expectLegible(view);
	await picture(view, 'trigger-partner');
});
