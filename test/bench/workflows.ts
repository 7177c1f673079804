import type { Client } from '../e2e/harness/client';
import type { Workflow, WorkflowNode } from '../e2e/harness/workflow';

const GENERATOR = 'Items';
const MEASURED = 'Measured';
/** Basic authentication, and no limit that would slow the node down. */
const CREDENTIAL_TYPE = 'guestlineCheckoutApi';

/** A credential for a server of {@link startServer}. */
export async function createCredential(
	client: Client,
	baseUrl: string,
): Promise<{ id: string; name: string }> {
	const data = { baseUrl, level: 'client', clientId: 'BENCHMARK', apiKey: 'made-up-secret' };
	const { id } = await client.createCredential('Benchmark', CREDENTIAL_TYPE, data);
	return { id, name: 'Benchmark' };
}

/** A node that sends one GET for each item. */
export type Sender = Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters'>;

export const ownNode = (concurrency: number): Sender => ({
	type: 'n8n-nodes-partner-apis.guestlineCheckout',
	typeVersion: 1,
	parameters: {
		resource: 'request',
		operation: 'send',
		method: 'GET',
		path: '=/api/items/{{ $json.uuid }}',
		options: { concurrency },
	},
});

/** @param batchSize items at once; n8n's default, all of them, where it is left out */
export const httpRequestNode = (url: string, batchSize?: number): Sender => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'GET',
		url: `=${url}/api/items/{{ $json.uuid }}`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: CREDENTIAL_TYPE,
		options: batchSize ? { batching: { batch: { batchSize, batchInterval: 0 } } } : {},
	},
});

/** Stores a workflow that makes `items` items and sends each with the node under test. */
export async function createRun(
	client: Client,
	credential: { id: string; name: string },
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
			{
				...sender,
				name: MEASURED,
				position: [400, 0],
				credentials: { [CREDENTIAL_TYPE]: credential },
			},
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
