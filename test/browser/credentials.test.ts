import type { Locator } from 'playwright-core';
import { credentialsFor, snapCredential } from '../e2e/harness/accounts';
import type { Client } from '../e2e/harness/client';
import { client, running, simulator } from '../e2e/running';
import { visit, type Visit } from './chromium';
import {
	FAILED,
	fieldOf,
	fieldTexts,
	maskedFields,
	openChoices,
	openCredential,
	showWhole,
	TESTED,
	type,
} from './credential-dialog';
import { FORMS } from './forms';
import { cutTexts, internalNames } from './legible';
import { picture } from './picture';

const SECRET = /secret|password|apikey|privatekey|token/i;

let n8n: Client;
let editor: Visit;
beforeAll(async () => {
	n8n = await client();
	editor = await visit(running().n8n.url);
});
afterAll(async () => await editor.close());
beforeEach(async () => await simulator.reset());

describe.each(FORMS)('The dialog of the $title', (form) => {
	const {
		title,
		type: credentialType,
		data,
	} = [...credentialsFor(running().urls), snapCredential(running().urls)].find(
		({ provider }) => provider === form.provider,
	)!;
	let dialog: Locator;
	beforeAll(async () => {
		const { id } = await n8n.createCredential(`${title} account`, credentialType, data);
		dialog = await openCredential(editor, id);
	});

	async function expectLegible(): Promise<void> {
		expect(await cutTexts(dialog)).toEqual([]);
		expect(await internalNames(dialog)).toEqual([]);
	}

	it('shows what to fill in, and that it works', async () => {
		await dialog.getByText(TESTED).waitFor();
		expect(await dialog.innerText()).toContain(form.title);
		expect(await fieldTexts(dialog)).toEqual(form.fields);
		await showWhole(dialog);
		await expectLegible();
		await picture(dialog, `credential-${form.provider}`);
	});

	it('shows secrets as dots, and has none of them in the page', async () => {
		expect(await maskedFields(dialog)).toEqual(form.masked);
		const page = await editor.page.content();
		const filledIn = await dialog
			.locator('input, textarea')
			.evaluateAll((inputs: Array<HTMLInputElement | HTMLTextAreaElement>) =>
				inputs.map(({ value }) => value),
			);
		const secrets = Object.entries(data).filter(([name]) => SECRET.test(name));
		expect(secrets.length).toBeGreaterThan(0);
		for (const [, secret] of secrets) {
			expect(page).not.toContain(secret);
			expect(filledIn).not.toContain(secret);
		}
	});

	it('says what to check when a secret is wrong', async () => {
		await type(fieldOf(dialog, form.wrong.label), 'not-the-secret');
		await dialog.getByTestId('credential-save-button').click();
		await dialog.getByText(FAILED).waitFor();
		await showWhole(dialog);
		await dialog.getByText(form.wrong.says).waitFor();
		await expectLegible();
		if (form.provider === 'netzme') await picture(dialog, 'credential-wrong-secret');
	});

	it('is legible with whatever is chosen', async () => {
		for (const label of form.choices) {
			const field = fieldOf(dialog, label);
			const choices = await openChoices(editor.page, field);
			const names = await choices.allInnerTexts();
			expect(names.length).toBeGreaterThan(1);
			for (const at of names.keys()) {
				if (at > 0) await openChoices(editor.page, field);
				const choice = choices.nth(at);
				expect(await cutTexts(choice)).toEqual([]);
				expect(await internalNames(choice)).toEqual([]);
				await choice.click();
				await expectLegible();
			}
		}
	});
});
