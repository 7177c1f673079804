import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { notify, type NotifierAnswer, type Sending } from '../simulator/notifier';
import type { DEFAULT_ACCOUNTS } from '../simulator';
import { credentialsFor, type StoredAccount } from './harness/accounts';
import type { Client } from './harness/client';
import { itemsOf, type Execution } from './harness/execution';
import { poll } from './harness/rest';
import {
	finishedRunsOf,
	publish,
	TRIGGER,
	triggerWorkflow,
	type PublishedTrigger,
	type StoredRun,
} from './harness/trigger';
import type { Workflow, WorkflowNode } from './harness/workflow';
import { PARTNER_ACCOUNT } from './notifiers';
import { running } from './running';

export type Step = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters'>;

export const NO_OPERATION: Step = { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

/** The credential of the simulator's account, with some fields replaced. */
export function accountOf(
	provider: keyof typeof DEFAULT_ACCOUNTS | 'partner',
	changes: Record<string, unknown> = {},
): StoredAccount {
	const found =
		provider === 'partner'
			? PARTNER_ACCOUNT
			: credentialsFor(running().urls).find((each) => each.provider === provider)!;
	return { ...found, data: { ...found.data, ...changes } };
}

/** A workflow of a webhook trigger, with a credential of its own, and what comes after it. */
export async function notifiedWorkflow(
	client: Client,
	node: string,
	{ name, type, data }: StoredAccount,
	parameters: Record<string, unknown> = {},
	then: Step[] = [NO_OPERATION],
): Promise<Workflow> {
	const { id } = await client.createCredential(name, type, data);
	const credentials = { [type]: { id, name } };
	const trigger = { type: `n8n-nodes-partner-apis.${node}`, parameters, credentials };
	return triggerWorkflow(trigger, then);
}

/** Publishes a {@link notifiedWorkflow}. */
export async function publishTrigger(
	...[client, ...rest]: Parameters<typeof notifiedWorkflow>
): Promise<PublishedTrigger> {
	return await publish(client, await notifiedWorkflow(client, ...rest));
}

export const urlOf = ({ path }: PublishedTrigger) => running().n8n.url + path;

/** All executions once they are over, and what `pattern` found first in their data. */
export const finished = async (
	{ workflowId }: PublishedTrigger,
	pattern: string,
): Promise<StoredRun[]> => await finishedRunsOf(running().n8n.userFolder, workflowId, pattern);

/** What a trigger has emitted, oldest first, once no execution is at work any more. */
export async function emitted(client: Client, trigger: PublishedTrigger) {
	const ids = await executionIds(trigger);
	const items = ids.map(async (id) => itemsOf(await client.execution(id), TRIGGER));
	return (await Promise.all(items)).flat();
}

/** The newest execution, once none is at work any more. */
export async function latest(client: Client, trigger: PublishedTrigger): Promise<Execution> {
	const [id] = (await executionIds(trigger)).slice(-1);
	return await client.execution(id);
}

/**
 * All executions once they are over, oldest first. From the database: n8n's own list may lack one
 * that comes to its end at that moment.
 */
export async function executionIds(trigger: PublishedTrigger): Promise<string[]> {
	const runs = await finished(trigger, '.');
	return runs.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
}

/** Sends one, and returns the answer and the lines that n8n has logged about its refusal. */
export async function refused(
	trigger: PublishedTrigger,
	sending: Sending,
): Promise<{ answer: NotifierAnswer; lines: string[] }> {
	const refusals = () =>
		readFileSync(running().n8n.logFile, 'utf8')
			.split('\n')
			.filter((line) => line.includes('refused a notification'));
	const before = refusals().length;
	const { answers } = await notify(urlOf(trigger), [sending]);
	const lines = await poll(
		async () => (refusals().length > before ? refusals().slice(before) : undefined),
		5_000,
		'Nothing was logged.',
	);
	return { answer: answers[0], lines };
}

/** A step that fails the first time, and a server for it, to be stopped. */
export async function failingOnce(): Promise<{ step: Step; stop: () => void }> {
	let calls = 0;
	const server = createServer((_request, response) => {
		calls += 1;
		response.writeHead(calls === 1 ? 500 : 200, { 'content-type': 'application/json' }).end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const parameters = { url: `http://127.0.0.1:${port}`, options: {} };
	return {
		step: { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, parameters },
		stop: () => server.close(),
	};
}
