import { join } from 'node:path';
import type { Simulator } from '../simulator';
import type { Sending } from '../simulator/notifier';
import { credentialsFor } from '../e2e/harness/accounts';
import type { Client } from '../e2e/harness/client';
import { publish, triggerWorkflow } from '../e2e/harness/trigger';
import { NOTIFIERS, PARTNER_ACCOUNT, PARTNER_NOTIFIER, type Notifier } from '../e2e/notifiers';

/** Where n8n finds the node that does nothing: a value for N8N_CUSTOM_EXTENSIONS. */
export const BARE_TRIGGER_FOLDER = join(__dirname, 'bare-trigger');

const MODES = [
	{ responseMode: 'onReceived', title: 'immediately' },
	{ responseMode: 'lastNode', title: 'after the workflow' },
] as const;
type Mode = (typeof MODES)[number];

const TITLES: Record<Notifier['provider'], string> = {
	netzme: 'Netzme Trigger',
	partner: 'Partner API Trigger',
	pledg: 'Pledg Trigger',
	su: 'Su Trigger',
};

/** The first is what a trigger of this package is compared with. */
const WEBHOOK_VERSIONS = [1, 2.1];

/** Something that takes notifications. */
export interface Subject {
	name: string;
	/** With which mode it answers: only those of the same are compared. */
	mode: Mode['title'];
	/** What it is next to the triggers of this package. */
	kind: 'trigger' | 'repeats' | 'yardstick' | 'other';
	url: string;
	/** For all rounds, or for one where each round sends the same. */
	sendings: Sending[];
}

/**
 * One workflow of one empty node for each trigger and mode, published, and what to send to it: the
 * triggers of this package, n8n's Webhook node and a trigger that does nothing.
 *
 * @param count of notifications for each; the one for repeats gets fewer
 */
export async function publishSubjects(
	client: Client,
	n8n: string,
	simulator: Simulator,
	count: number,
	repeats: number,
): Promise<Subject[]> {
	const accounts = credentialsFor(simulator.urls);
	const own = async (
		{ provider, node, notifications }: Notifier,
		mode: Mode,
		of: number,
	): Promise<Subject> => {
		const { type, name, data } =
			provider === 'partner'
				? PARTNER_ACCOUNT
				: accounts.find((each) => each.provider === provider)!;
		const { id } = await client.createCredential(name, type, data);
		const trigger = {
			type: `n8n-nodes-partner-apis.${node}`,
			parameters: { responseMode: mode.responseMode },
			credentials: { [type]: { id, name } },
		};
		const { path } = await publish(client, triggerWorkflow(trigger, THEN));
		const sendings = await notifications(of, simulator.act);
		const subject = `${TITLES[provider]}, ${mode.title}`;
		return { name: subject, mode: mode.title, kind: 'trigger', url: n8n + path, sendings };
	};

	const subjects: Subject[] = [];
	for (const notifier of [...NOTIFIERS, PARTNER_NOTIFIER]) {
		for (const mode of MODES) subjects.push(await own(notifier, mode, count));
	}
	const repeated = await own(NOTIFIERS[0], MODES[0], repeats);
	subjects.push({ ...repeated, name: 'Pledg Trigger, repeats', kind: 'repeats' });

	// Whose notifications they are does not matter to the others.
	const sendings = subjects[0].sendings.map(({ body }) => ({ body }));
	for (const { responseMode, title } of MODES) {
		for (const version of WEBHOOK_VERSIONS) {
			const path = `webhook-${version}-${responseMode}`;
			const workflow = triggerWorkflow(
				{
					type: 'n8n-nodes-base.webhook',
					parameters: { path, httpMethod: 'POST', responseMode, options: {} },
				},
				THEN,
			);
			workflow.nodes[0].typeVersion = version;
			await client.activate((await client.createWorkflow(workflow)).id);
			subjects.push({
				name: `Webhook node ${version}, ${title}`,
				mode: title,
				kind: version === WEBHOOK_VERSIONS[0] ? 'yardstick' : 'other',
				url: `${n8n}/webhook/${path}`,
				sendings,
			});
		}
		const bare = triggerWorkflow(
			{ type: 'CUSTOM.benchmarkTrigger', parameters: { responseMode } },
			THEN,
		);
		await client.activate((await client.createWorkflow(bare)).id);
		subjects.push({
			name: `a trigger that does nothing, ${title}`,
			mode: title,
			kind: 'other',
			url: `${n8n}/webhook/${String(bare.nodes[0].webhookId)}/webhook`,
			sendings,
		});
	}
	return subjects;
}

const THEN = [{ type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }];
