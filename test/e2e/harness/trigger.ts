import type { Client } from './client';
import { readDatabase } from './database';
import { UNFINISHED } from './execution';
import { poll } from './rest';
import type { Workflow, WorkflowNode } from './workflow';

/** A published workflow that a provider's notifications start. */
export interface PublishedTrigger {
	workflowId: string;
	/** Of the production URL, behind n8n's own address. */
	path: string;
}

/** One execution, and what `pattern` found first in its data. */
export interface StoredRun {
	id: string;
	status: string;
	found: string | null;
}

export const TRIGGER = 'Trigger';
const FINISHED_WITHIN_MS = 180_000;
const PRINT_RUNS = `
	const [workflow, pattern] = args;
	database.each(
		'SELECT e.id, e.status, d.data FROM execution_entity e LEFT JOIN execution_data d ON d.executionId = e.id WHERE e.workflowId = ?',
		[workflow],
		orThrow(({ id, status, data }) => {
			const [found = null] = new RegExp(pattern).exec(data ?? '') ?? [];
			process.stdout.write(JSON.stringify({ id: String(id), status, found }) + '\\n');
		}),
	);
`;

let created = 0;

/** A workflow of a trigger and, in a row, what comes after it. */
export function triggerWorkflow(
	trigger: Pick<WorkflowNode, 'type' | 'parameters' | 'credentials'>,
	then: Array<Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters'>> = [],
): Workflow {
	const webhookId = `e2e-${Date.now()}-${(created += 1)}`;
	const nodes: WorkflowNode[] = [
		{ ...trigger, name: TRIGGER, typeVersion: 1, position: [0, 0], webhookId },
		...then.map((node, at) => ({
			...node,
			name: `Then ${at}`,
			position: [200 * (at + 1), 0] as [number, number],
			webhookId: `${webhookId}-${at}`,
		})),
	];
	const connections = Object.fromEntries(
		nodes.slice(1).map((node, at) => {
			const main = [[{ node: node.name, type: 'main', index: 0 }]];
			return [nodes[at].name, { main }];
		}),
	);
	const settings = { executionOrder: 'v1', saveDataSuccessExecution: 'all' };
	return { name: `Test of ${trigger.type}`, nodes, connections, settings };
}

/** The path of a trigger's webhook, as n8n makes it (n8n-workflow, getNodeWebhookPath). */
export function pathOf({ nodes }: Workflow): string {
	const trigger = nodes.find(({ type }) => /^n8n-nodes-partner-apis\..*Trigger$/.test(type));
	if (!trigger) throw new Error('The workflow has no trigger of this package.');
	return `${String(trigger.webhookId)}/webhook`;
}

/** Stores and publishes a workflow. */
export async function publish(client: Client, workflow: Workflow): Promise<PublishedTrigger> {
	const { id } = await client.createWorkflow(workflow);
	await client.activate(id);
	return { workflowId: id, path: `/webhook/${pathOf(workflow)}` };
}

/** All executions of a workflow in n8n's SQLite database; n8n may be running. */
export async function runsOf(
	userFolder: string,
	workflowId: string,
	pattern: string,
): Promise<StoredRun[]> {
	const lines = await readDatabase(userFolder, PRINT_RUNS, [workflowId, pattern]);
	const parsed = lines.split('\n').filter((line) => line !== '');
	return parsed.map((line) => JSON.parse(line) as StoredRun);
}

/** As {@link runsOf}, once none of them is at work any more. */
export async function finishedRunsOf(
	userFolder: string,
	workflowId: string,
	pattern: string,
): Promise<StoredRun[]> {
	return await poll(
		async () => {
			const runs = await runsOf(userFolder, workflowId, pattern);
			return runs.some(({ status }) => UNFINISHED.includes(status)) ? undefined : runs;
		},
		FINISHED_WITHIN_MS,
		`Executions of workflow ${workflowId} were still at work.`,
	);
}
