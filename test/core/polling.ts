import 'reflect-metadata';
import { PollContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { credentialsHelper, type StoredCredential } from './harness';

/** A published workflow of one polling trigger in one process of n8n. */
export interface Polling {
	/** The items of one poll; null where there is nothing new. */
	poll(): Promise<IDataObject[] | null>;
	/** What n8n stores with the execution: a copy, to start another process with. */
	staticData(): IDataObject;
	/**
	 * What has become of the executions that the trigger has started from inside its polls; n8n says so
	 * when they are over. Undefined: there was none.
	 */
	end(outcome?: Partial<IRun> | Error): void;
	/** What it has logged as warnings. */
	warnings: string[];
	/** As with durable cursors, where n8n reads it before each poll. */
	setStaticData(staticData: IDataObject): void;
}

let processes = 0;

/**
 * A real poll context of n8n-core. What n8n does around it (when it stores the static data) is up to
 * the test; the real one is at work in the end-to-end tests.
 *
 * @param staticData as a process before has stored it
 * @param mode `manual` for a test in the editor, `durable` for n8n with durable cursors
 */
export function startPolling(
	stored: StoredCredential,
	nodeType: INodeType,
	parameters: IDataObject = {},
	staticData: IDataObject = {},
	mode: 'durable' | 'manual' | 'trigger' = 'trigger',
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
		id: `workflow-${(processes += 1)}`,
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
		staticData: structuredClone(staticData),
	});
	const additionalData = {
		credentialsHelper: credentialsHelper(stored),
	} as unknown as IWorkflowExecuteAdditionalData;
	const warnings: string[] = [];
	const started: Array<{
		items: INodeExecutionData[][];
		done: Parameters<PollContext['__emit']>[2];
	}> = [];
	const durable = structuredClone(staticData['node:Trigger'] ?? {}) as IDataObject;
	const context = new PollContext(
		workflow,
		workflow.getNode('Trigger') ?? node,
		additionalData,
		mode === 'manual' ? 'manual' : 'trigger',
		mode === 'manual' ? 'manual' : 'activate',
		mode === 'manual' ? undefined : (items, _response, done) => started.push({ items, done }),
		undefined,
		undefined,
		undefined,
		mode === 'durable' ? () => durable : undefined,
	);
	const logger = { debug: () => {}, warn: (message: string) => warnings.push(message) };
	const logging = Object.create(context, { logger: { value: logger } }) as PollContext;
	return {
		poll: async () => {
			const before = started.length;
			const output = (await nodeType.poll?.call(logging)) ?? started[before]?.items ?? null;
			return output && output[0].map(({ json }) => json);
		},
		end: (outcome) => {
			for (const { done } of started.splice(0)) {
				if (outcome instanceof Error) done?.reject(outcome);
				else done?.resolve(outcome as IRun | undefined);
			}
		},
		warnings,
		staticData: () =>
			mode === 'durable'
				? { 'node:Trigger': structuredClone(durable) }
				: (JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject),
		setStaticData: (replaced) => workflow.overrideStaticData(structuredClone(replaced)),
	};
}
