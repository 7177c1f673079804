import {
	NodeHelpers,
	nodeNameToToolName,
	type INode,
	type INodeProperties,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { credentialsFor } from './harness/accounts';
import type { Client } from './harness/client';
import { itemsOf } from './harness/execution';
import { client, running, simulator } from './running';
import { startScriptedModel } from './scripted-model';
import { TOOLS, type Tool } from './tool-cases';
import { AGENT, runTool, toolItems, withModel, withTool } from './tools';

/** "Custom API Call", which leads to the HTTP Request node. */
const ADDED_BY_N8N = '__CUSTOM_API_CALL__';
const PACKAGE = 'n8n-nodes-partner-apis.';

let n8n: Client;
let types: Map<string, INodeTypeDescription>;
beforeAll(async () => {
	n8n = await client();
	const all = (await n8n.nodeTypes()) as unknown as INodeTypeDescription[];
	types = new Map(all.map((type) => [type.name, type]));
});
beforeEach(async () => {
	await simulator.reset();
});

const typeOf = ({ node }: Tool) => types.get(`${PACKAGE}${node}Tool`) as INodeTypeDescription;

async function workflowOf({ node, credential, name, parameters }: Tool) {
	const found = credentialsFor(running().urls).find(({ type }) => type === credential);
	const { id } = await n8n.createCredential(credential, credential, found?.data ?? {});
	return withTool({
		name,
		type: `${PACKAGE}${node}Tool`,
		parameters,
		credentials: { [credential]: { id, name: credential } },
	});
}

/** A run of an AI Agent whose model calls the tool with these values. */
async function runAgent(tool: Tool, values: object) {
	const model = await startScriptedModel(values);
	try {
		const { id } = await n8n.createWorkflow(await withModel(n8n, await workflowOf(tool), model));
		return { ...(await n8n.run(id)), offered: model.asked[0].tools };
	} finally {
		await model.stop();
	}
}

/** All choices of resource and operation. */
function choices({ properties }: INodeTypeDescription) {
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) =>
			(options as INodePropertyOptions[])
				.filter(({ value }) => value !== ADDED_BY_N8N)
				.map(({ value, action }) => ({
					resource: String(displayOptions?.show?.resource?.[0]),
					operation: String(value),
					action,
				})),
		);
}

/** A parameter and all that lie in it. */
function withNested(property: INodeProperties): INodeProperties[] {
	const inner = (property.options ?? []).flatMap((option) => {
		if ('values' in option) return option.values;
		return 'displayName' in option ? [option] : [];
	});
	return [property, ...inner.flatMap(withNested)];
}

describe.each(TOOLS)('$title as a tool', (tool) => {
	it('shows in the editor among the tools, with a name and what it does', () => {
		expect(typeOf(tool)).toMatchObject({
			displayName: `${tool.title} Tool`,
			description: expect.stringMatching(tool.description),
			outputs: ['ai_tool'],
			credentials: [{ name: tool.credential, required: true }],
			codex: { categories: ['AI'], subcategories: { AI: ['Tools'] } },
		});
	});

	it('has a name and a description of its own for each operation', () => {
		const type = typeOf(tool);
		const names = choices(type).map(({ action, ...parameters }) => {
			const name = NodeHelpers.makeNodeName(parameters, type);
			expect(name).toBe(`${action} in ${tool.title}`);
			const node = { name, parameters } as unknown as INode;
			const of = { description: type } as INodeType;
			expect(NodeHelpers.getToolDescriptionForNode(node, of)).toBe(name);
			const shown = nodeNameToToolName(name);
			expect(shown.length).toBeLessThanOrEqual(63);
			return shown;
		});
		expect(names.length).toBeGreaterThan(2);
		expect(new Set(names).size).toBe(names.length);
	});

	it('lets the model fill in every parameter but the choice of the operation', () => {
		const fixed = typeOf(tool)
			.properties.flatMap(withNested)
			.filter(({ noDataExpression }) => noDataExpression)
			.map(({ name }) => name);
		expect([...new Set(fixed)].sort()).toEqual(['descriptionType', 'operation', 'resource']);
	});

	it('runs with values in place of the model', async () => {
		const execution = await runTool(
			n8n,
			await workflowOf(tool),
			nodeNameToToolName(tool.name),
			tool.values,
		);
		expect(execution.error).toBeUndefined();
		expect(toolItems(execution, tool.name)).toMatchObject(tool.items);
	});

	it('is offered to a model by an AI Agent, and called by it', async () => {
		const execution = await runAgent(tool, tool.values);
		expect(execution.error).toBeUndefined();
		expect(execution.offered).toMatchObject([
			{
				function: {
					name: nodeNameToToolName(tool.name),
					description: tool.name,
					parameters: { required: expect.arrayContaining(Object.keys(tool.values)) },
				},
			},
		]);
		const { output } = itemsOf(execution, AGENT)[0];
		expect(JSON.parse(String(output))).toMatchObject(tool.items);
	});
});

describe('A tool that fails', () => {
	const [sasom] = TOOLS;
	const values = { SKU: ' ' };

	it('says what did not fit and what to do, when it is run alone', async () => {
		const toolName = nodeNameToToolName(sasom.name);
		const { error } = await runTool(n8n, await workflowOf(sasom), toolName, values);
		expect(error?.message).toMatch(/^Error executing tool: SKU is empty\s+Details: Fill in SKU/);
	});

	it('tells the model what did not fit, and the agent goes on', async () => {
		const execution = await runAgent(sasom, values);
		expect(execution.error).toBeUndefined();
		expect(itemsOf(execution, AGENT)).toEqual([{ output: '[{"error":"SKU is empty"}]' }]);
	});
});
