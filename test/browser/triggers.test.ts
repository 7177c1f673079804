import { credentialsFor } from '../e2e/harness/accounts';
import type { Client } from '../e2e/harness/client';
import { pathOf, triggerWorkflow } from '../e2e/harness/trigger';
import { client, running } from '../e2e/running';
import { visit, WIDE_TALL_WINDOW, type Visit } from './chromium';
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

/** Named as n8n names the node, with a path that a person might choose: both are in the picture. */
function workflowOf(
	{ name, title }: { name: string; title: string },
	credentialType: string,
	parameters: object = {},
) {
	const workflow = triggerWorkflow({
		type: `n8n-nodes-partner-apis.${name}`,
		parameters: { ...parameters },
		credentials: {
			[credentialType]: stored.find(({ type }) => type === credentialType)!,
		},
	});
	const webhookId = `my-${title.toLowerCase().replaceAll(' ', '-')}`;
	Object.assign(workflow.nodes[0], { name: title, webhookId });
	return workflow;
}

it.each([
	{
		name: 'pledgTrigger',
		title: 'Pledg Trigger',
		subtitle: 'all notifications',
		credential: 'pledgApi',
		asks: 'Give the Production URL to Pledg',
		image: 'trigger-pledg',
	},
	{
		name: 'netzmeTrigger',
		title: 'Netzme Trigger',
		subtitle: 'confirmed payments',
		credential: 'netzmeApi',
		asks: 'Register the Production URL with Netzme',
		image: 'trigger-netzme',
	},
	{
		name: 'suTrigger',
		title: 'Su Trigger',
		subtitle: 'reservations that Su pushes',
		credential: 'suApi',
		asks: 'Give the Production URL to Su',
		image: 'trigger-su',
	},
])(
	'$name shows the URL to give to the provider',
	async ({ name, title, subtitle, credential, asks, image }) => {
		const { page, url } = editor;
		const workflow = workflowOf({ name, title }, credential);
		await openWorkflow(editor, n8n, workflow);
		const node = nodeOnCanvas(page, title);
		expect(await node.innerText()).toContain(subtitle);
		expect(await cutTexts(node)).toEqual([]);
		expect(await internalNames(node)).toEqual([]);

		const view = await openNode(page, title);
		await page.setViewportSize(WIDE_TALL_WINDOW);
		await view.getByText(asks).waitFor();
		await view.getByText('Webhook URLs').click();
		await view.getByText('Production URL', { exact: true }).click();
		await view.getByText(`${url}/webhook/${pathOf(workflow)}`).waitFor();
		expect(await cutTexts(view)).toEqual([]);
		expect(await internalNames(view)).toEqual([]);
		await picture(view, image);

		const answers = await choicesOf(page, 'Respond');
		expect(await answers.count()).toBe(2);
		for (const answer of await answers.all()) expect(await cutTexts(answer)).toEqual([]);
	},
);

it.each([
	{
		name: 'sasomTrigger',
		title: 'SASOM Trigger',
		subtitle: 'changed and new orders',
		credential: 'sasomApi',
		parameters: {},
		image: 'trigger-sasom',
	},
	{
		name: 'suReservationsTrigger',
		title: 'Su Reservations Trigger',
		subtitle: 'queue of TEST0001',
		credential: 'suApi',
		parameters: { hotelIds: 'TEST0001' },
		image: 'trigger-su-reservations',
	},
])(
	'$name shows how often it asks',
	async ({ name, title, subtitle, credential, parameters, image }) => {
		const { page } = editor;
		await openWorkflow(editor, n8n, workflowOf({ name, title }, credential, parameters));
		const node = nodeOnCanvas(page, title);
		expect(await node.innerText()).toContain(subtitle);
		expect(await cutTexts(node)).toEqual([]);
		const view = await openNode(page, title);
		await page.setViewportSize(WIDE_TALL_WINDOW);
		await view.getByText('Poll Times').waitFor();
		expect(await cutTexts(view)).toEqual([]);
		expect(await internalNames(view)).toEqual([]);
		await picture(view, image);
	},
);
