import type { ProviderCredential } from './harness/accounts';
import type { Client } from './harness/client';
import type { Execution } from './harness/execution';
import type { Workflow, WorkflowNode } from './harness/workflow';

const TRIGGER = 'When clicking ‘Execute workflow’';

/** Items in place of the one that the manual trigger puts out. */
export function pinned(items: Array<{ json: object }>): Pick<Workflow, 'pinData'> {
	return { pinData: { [TRIGGER]: items } };
}

/** A workflow of a manual trigger and one node. */
export function workflowWith(
	node: Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>,
): Workflow {
	return {
		name: `Test of ${node.type}`,
		nodes: [
			{
				name: TRIGGER,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{ ...node, name: 'Node', position: [220, 0] },
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	};
}

/** n8n's HTTP Request node with one of our credentials ("Predefined Credential Type"). */
export function httpRequest(
	{ type, name }: Pick<ProviderCredential, 'type' | 'name'>,
	id: string,
	parameters: Record<string, unknown>,
): Workflow {
	return workflowWith({
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			authentication: 'predefinedCredentialType',
			nodeCredentialType: type,
			options: {},
			...parameters,
		},
		credentials: { [type]: { id, name } },
	});
}

/** Stores a workflow and runs it once. */
export async function runOnce(client: Client, workflow: Workflow): Promise<Execution> {
	const { id } = await client.createWorkflow(workflow);
	return await client.run(id);
}
