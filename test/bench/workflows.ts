import { join } from 'node:path';
import type { Client } from '../e2e/harness/client';
import type { Workflow, WorkflowNode } from '../e2e/harness/workflow';

const GENERATOR = 'Items';
const MEASURED = 'Measured';
/** Basic authentication, and no limit that would slow the node down. */
const CREDENTIAL_TYPE = 'guestlineCheckoutApi';

const CLIENT_ID = 'BENCHMARK';
const API_KEY = 'made-up-secret';
/** Another secret for each item of the generator. */
export const KEY_OF_ITEM = '={{ $json.uuid }}';

/** Where n8n finds the node of {@link loopNode}: a value for N8N_CUSTOM_EXTENSIONS. */
export const LOOP_NODE_FOLDER = join(__dirname, 'loop-node');

export type Attached = NonNullable<WorkflowNode['credentials']>;

/** A credential for a server of {@link startServer}, as a node has it attached. */
export async function createCredential(
	client: Client,
	baseUrl: string,
	apiKey = API_KEY,
): Promise<Attached> {
	const name = `Benchmark ${apiKey}`;
	const data = { baseUrl, level: 'client', clientId: CLIENT_ID, apiKey };
	const { id } = await client.createCredential(name, CREDENTIAL_TYPE, data);
	return { [CREDENTIAL_TYPE]: { id, name } };
}

/** A node that sends one GET for each item. */
export type Sender = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

export const ownNode = (credentials: Attached, concurrency: number): Sender => ({
	type: 'n8n-nodes-partner-apis.guestlineCheckout',
	typeVersion: 1,
	credentials,
	parameters: {
		resource: 'request',
		operation: 'send',
		method: 'GET',
		path: '=/api/items/{{ $json.uuid }}',
		options: { concurrency },
	},
});

/** @param batchSize items at once; n8n's default, all of them, where it is left out */
export const httpRequestNode = (
	credentials: Attached,
	url: string,
	batchSize?: number,
): Sender => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	credentials,
	parameters: {
		method: 'GET',
		url: `=${url}/api/items/{{ $json.uuid }}`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: CREDENTIAL_TYPE,
		options: batchSize ? { batching: { batch: { batchSize, batchInterval: 0 } } } : {},
	},
});

/**
 * n8n's request helper in a loop, with the same header made by hand: less no node can do.
 *
 * @param isEvaluated whether n8n evaluates the URL as an expression for each item, as it does for
 * the other nodes; otherwise the loop adds the item's ID to it
 */
export const loopNode = (url: string, concurrency: number, isEvaluated = false): Sender => ({
	type: 'CUSTOM.benchmarkLoop',
	typeVersion: 1,
	parameters: {
		url: isEvaluated ? `=${url}/api/items/{{ $json.uuid }}` : `${url}/api/items/`,
		isEvaluated,
		authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${API_KEY}`).toString('base64')}`,
		concurrency,
	},
});

/** Stores a workflow that makes `items` items and sends each with the node under test. */
export async function createRun(
	client: Client,
	items: number,
	sender: Sender,
): Promise<() => Promise<number>> {
	const workflow: Workflow = {
		name: `${sender.type} ${items}`,
		nodes: [
			{
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				name: GENERATOR,
				type: 'n8n-nodes-base.debugHelper',
				typeVersion: 1,
				position: [200, 0],
				parameters: { category: 'randomData', randomDataType: 'uuid', randomDataCount: items },
			},
			{ ...sender, name: MEASURED, position: [400, 0] },
			// n8n keeps what the last node puts out; here that is one small item.
			{
				name: 'End',
				type: 'n8n-nodes-base.limit',
				typeVersion: 1,
				position: [600, 0],
				parameters: { maxItems: 1 },
			},
		],
		connections: {
			Start: { main: [[{ node: GENERATOR, type: 'main', index: 0 }]] },
			[GENERATOR]: { main: [[{ node: MEASURED, type: 'main', index: 0 }]] },
			[MEASURED]: { main: [[{ node: 'End', type: 'main', index: 0 }]] },
		},
		settings: { executionOrder: 'v1', saveManualExecutions: true },
	} as Workflow;
	const { id } = await client.createWorkflow(workflow);
	return async () => {
		const execution = await client.run(id, 'Start');
		const [run] = execution.data.resultData.runData[MEASURED] ?? [];
		const sent = run?.data?.main?.[0]?.length;
		if (execution.status !== 'success' || sent !== items) {
			throw new Error(
				`${sender.type}: ${execution.status}, ${sent} of ${items} items. ${run?.error?.message ?? ''}`,
			);
		}
		return run.executionTime;
	};
}
