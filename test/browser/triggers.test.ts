import { credentialsFor } from '../e2e/harness/accounts';
import type { Client } from '../e2e/harness/client';
import { pathOf, TRIGGER, triggerWorkflow } from '../e2e/harness/trigger';
import { client, running } from '../e2e/running';
import { visit, type Visit } from './chromium';
import { choicesOf, nodeOnCanvas, openNode, openWorkflow } from './editor';
import { cutTexts, internalNames } from './legible';
import { picture } from './picture';

let n8n: Client;
let editor: Visit;
let stored: Array<{ id: string; name: string; type: string }>;
beforeAll(async () => {
	n8n = await client();
	stored = await Promise.all(
		credentialsFor(running().urls).map(
			async ({ title, type, data }) => await n8n.createCredential(`${title} account`, type, data),
		),
	);
	editor = await visit(running().n8n.url);
});
afterAll(async () => await editor.close());

const workflowOf = (name: string, credentialType: string, parameters: object = {}) =>
	triggerWorkflow({
		type: `n8n-nodes-partner-apis.${name}`,
		parameters: { ...parameters },
		credentials: {
			[credentialType]: stored.find(({ type }) => type === credentialType)!,
		},
	});

it.each([
	{
		name: 'pledgTrigger',
		credential: 'pledgApi',
		asks: 'Give the Production URL to Pledg',
		image: 'trigger-pledg',
	},
	{
		name: 'netzmeTrigger',
		credential: 'netzmeApi',
		asks: 'Register the Production URL with Netzme',
		image: 'trigger-netzme',
	},
	{
		name: 'suTrigger',
		credential: 'suApi',
		asks: 'Give the Production URL to Su',
		image: 'trigger-su',
	},
])('$name shows the URL to give to the provider', async ({ name, credential, asks, image }) => {
	const { page, url } = editor;
	const workflow = workflowOf(name, credential);
	await openWorkflow(editor, n8n, workflow);
	const node = nodeOnCanvas(page, TRIGGER);
	expect(await cutTexts(node)).toEqual([]);
	expect(await internalNames(node)).toEqual([]);

	const view = await openNode(page, TRIGGER);
	await view.getByText(asks).waitFor();
	await view.getByText('Webhook URLs').click();
	await view.getByText('Production URL', { exact: true }).click();
	await view.getByText(`${url}/webhook/${pathOf(workflow)}`).waitFor();
	expect(await internalNames(view)).toEqual([]);
	await picture(view, image);

	const answers = await choicesOf(page, 'Respond');
	expect(await answers.count()).toBe(2);
	for (const answer of await answers.all()) expect(await cutTexts(answer)).toEqual([]);
});

it.each([
	{ name: 'sasomTrigger', credential: 'sasomApi', parameters: {}, image: 'trigger-sasom' },
	{
		name: 'suReservationsTrigger',
		credential: 'suApi',
		parameters: { hotelIds: 'TEST0001' },
		image: 'trigger-su-reservations',
	},
])('$name shows how often it asks', async ({ name, credential, parameters, image }) => {
	const { page } = editor;
	await openWorkflow(editor, n8n, workflowOf(name, credential, parameters));
	const node = nodeOnCanvas(page, TRIGGER);
	expect(await cutTexts(node)).toEqual([]);
	const view = await openNode(page, TRIGGER);
	await view.getByText('Poll Times').waitFor();
	expect(await cutTexts(view)).toEqual([]);
	expect(await internalNames(view)).toEqual([]);
	await picture(view, image);
});
