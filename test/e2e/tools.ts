import type { Client } from './harness/client';
import { isOver, parseExecution, type Execution, type StoredExecution } from './harness/execution';
import { poll } from './harness/rest';
import type { Workflow, WorkflowNode } from './harness/workflow';
import type { ScriptedModel } from './scripted-model';

const TRIGGER = 'When clicking ‘Execute workflow’';
const RUN_WITHIN_MS = 60_000;
export const AGENT = 'AI Agent';

/** A parameter as the editor writes it when the user lets the model define it. */
export function byModel(key: string, type: 'string' | 'number' | 'boolean' | 'json' = 'string') {
	return `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`\`, '${type}') }}`;
}

/** An AI Agent without a model, and a node that is attached to it as a tool. */
export function withTool(
	tool: Pick<WorkflowNode, 'name' | 'type' | 'parameters' | 'credentials'>,
): Workflow {
	return {
		name: `Test of ${tool.type}`,
		nodes: [
			{
				name: TRIGGER,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				name: AGENT,
				type: '@n8n/n8n-nodes-langchain.agent',
				typeVersion: 3,
				position: [220, 0],
				parameters: { promptType: 'define', text: 'Do it' },
			},
			{ ...tool, typeVersion: 1, position: [340, 200] },
		],
		connections: {
			[TRIGGER]: { main: [[{ node: AGENT, type: 'main', index: 0 }]] },
			[tool.name]: { ai_tool: [[{ node: AGENT, type: 'ai_tool', index: 0 }]] },
		},
		// As in every workflow of the editor; in the old order the agent goes on before the tool is done.
		settings: { executionOrder: 'v1' },
	};
}

/** The same with n8n's node for OpenAI, which asks the scripted model. */
export async function withModel(
	client: Client,
	workflow: Workflow,
	{ url }: ScriptedModel,
): Promise<Workflow> {
	const name = 'Scripted model';
	const { id } = await client.createCredential(name, 'openAiApi', { apiKey: 'none', url });
	const model: WorkflowNode = {
		name,
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.2,
		position: [100, 200],
		parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		credentials: { openAiApi: { id, name } },
	};
	return {
		...workflow,
		nodes: [...workflow.nodes, model],
		connections: {
			...workflow.connections,
			[name]: {
				ai_languageModel: [[{ node: AGENT, type: 'ai_languageModel', index: 0 }]],
			},
		},
	};
}

/**
 * "Execute step" of a tool in the editor: n8n puts its Tool Executor in the place of the agent, and
 * the values that the user enters in the place of those of the model.
 *
 * @param toolName the name under which the agent would know the tool
 */
export async function runTool(
	client: Client,
	workflow: Workflow,
	toolName: string,
	values: Record<string, unknown>,
): Promise<Execution> {
	const { id } = await client.createWorkflow(workflow);
	const tool = workflow.nodes[2].name;
	const { executionId } = await client.rest<{ executionId: string }>(
		'POST',
		`/rest/workflows/${id}/run`,
		{
			triggerToStartFrom: { name: TRIGGER },
			destinationNode: { nodeName: tool, mode: 'inclusive' },
			agentRequest: { query: { [toolName]: values }, tool: { name: toolName } },
		},
	);
	return await poll(
		async () => {
			const stored = await client.rest<StoredExecution>('GET', `/rest/executions/${executionId}`);
			return isOver(stored) ? parseExecution(stored) : undefined;
		},
		RUN_WITHIN_MS,
		`The tool was not done after ${RUN_WITHIN_MS / 1000} s.`,
	);
}

/** The items that a tool gave back in its last run. */
export function toolItems(execution: Execution, tool: string): unknown {
	const data = execution.data.resultData.runData[tool]?.at(-1)?.data as
		| { ai_tool?: Array<Array<{ json: { response?: unknown } }>> }
		| undefined;
	return data?.ai_tool?.[0]?.[0]?.json.response;
}
