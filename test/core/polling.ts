import 'reflect-metadata';
import { PollContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { credentialsHelper, type StoredCredential } from './harness';

/** A published workflow of one polling trigger in one process of n8n. */
export interface Polling {
	/** The items of one poll; null where there is nothing new. */
	poll(): Promise<IDataObject[] | null>;
	/** What n8n stores with the execution: a copy, to start another process with. */
	staticData(): IDataObject;
	/** As with durable cursors, where n8n reads it before each poll. */
	setStaticData(staticData: IDataObject): void;
}

let started = 0;

/**
 * A real poll context of n8n-core. What n8n does around it (when it stores the static data) is up to
 * the test; the real one is at work in the end-to-end tests.
 *
 * @param staticData as a process before has stored it
 * @param mode `manual` for a test in the editor
 */
export function startPolling(
	stored: StoredCredential,
	nodeType: INodeType,
	parameters: IDataObject = {},
	staticData: IDataObject = {},
	mode: 'manual' | 'trigger' = 'trigger',
): Polling {
	const { name } = nodeType.description;
	const node: INode = {
		id: 'node',
		name: 'Trigger',
		type: name,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: { [stored.type.name]: { id: 'credential', name: 'Credential' } },
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	} as INodeTypes;
	const workflow = new Workflow({
		// Another process knows nothing of the one before; here that is another workflow.
		id: `workflow-${(started += 1)}`,
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
		staticData: structuredClone(staticData),
	});
	const additionalData = {
		credentialsHelper: credentialsHelper(stored),
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new PollContext(
		workflow,
		workflow.getNode('Trigger') ?? node,
		additionalData,
		mode,
		mode === 'manual' ? 'manual' : 'activate',
	);
	return {
		poll: async () => {
			const output = (await nodeType.poll?.call(context)) ?? null;
			return output && output[0].map(({ json }) => json);
		},
		staticData: () => JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject,
		setStaticData: (replaced) => workflow.overrideStaticData(structuredClone(replaced)),
	};
}
