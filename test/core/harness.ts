import 'reflect-metadata';
import { ExecuteContext } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IDataObject,
	type IExecuteData,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { SCHEDULE } from '../../credentials/token/schedule';
import { evaluated } from './evaluated';

/** Type of n8n's own node that uses the older request helper with any credential. */
export const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';

/**
 * The process of a test is alone with its credential: where it has no token it looks once for one of
 * another process, and waits for none. `anotherProcess` keeps the times of the schedule.
 */
Object.assign(SCHEDULE, {
	firstTokenWaitInMs: 1,
	ownerWaitInMs: 1,
	ownerBlindWaitInMs: 1,
	pollInMs: 10,
});

/**
 * One stored credential; `reads` counts how often n8n read it, `isolates` how many of these made it start
 * an isolate of its own, `writes` what preAuthentication had it write.
 */
export interface StoredCredential {
	type: ICredentialType;
	data: ICredentialDataDecryptedObject;
	reads: number;
	isolates: number;
	writes: number;
}

/** Stores a credential with the defaults of its form. */
export function store(
	type: ICredentialType,
	data: ICredentialDataDecryptedObject,
): StoredCredential {
	const defaults = Object.fromEntries(type.properties.map((p) => [p.name, p.default]));
	return {
		type,
		data: { ...(defaults as ICredentialDataDecryptedObject), ...data },
		reads: 0,
		isolates: 0,
		writes: 0,
	};
}

/**
 * n8n's CredentialsHelper, as far as requests need it (n8n/dist/credentials-helper): a copy of the
 * stored data for every request, with its expressions evaluated for an item where there is one, the
 * expirable property, and the write of what the hook returns.
 * The real one is at work in the end-to-end tests.
 */
export function credentialsHelper(stored: StoredCredential) {
	const { type } = stored;
	const expirable = type.properties.find((p) => p.typeOptions?.expirable)?.name;
	return {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		async getDecrypted(
			_: unknown,
			__: unknown,
			___: string,
			mode: WorkflowExecuteMode,
			executeData?: IExecuteData,
			raw?: boolean,
			values?: ICredentialsExpressionResolveValues,
		) {
			stored.reads += 1;
			if (!raw && !values) stored.isolates += 1;
			const data = structuredClone(stored.data);
			return raw ? data : evaluated(data, mode, executeData, values);
		},
		async authenticate(credentials: ICredentialDataDecryptedObject, _: string, options: never) {
			if (typeof type.authenticate !== 'function') throw new Error('no authenticate function');
			return await type.authenticate(credentials, options);
		},
		async preAuthentication(
			helpers: IExecuteFunctions,
			credentials: ICredentialDataDecryptedObject,
			_: string,
			__: INode,
			credentialsExpired: boolean,
		) {
			if (!expirable || !type.preAuthentication) return undefined;
			if (credentials[expirable] !== '' && !credentialsExpired) return undefined;
			const output = await type.preAuthentication.call(helpers, credentials);
			if (output[expirable] === undefined) return undefined;
			stored.data = { ...stored.data, ...(output as ICredentialDataDecryptedObject) };
			stored.writes += 1;
			return Object.assign(credentials, output);
		},
	};
}

export interface ContextOptions {
	nodeType?: INodeType;
	parameters?: IDataObject;
	items?: IDataObject[];
	continueOnFail?: boolean;
	abortSignal?: AbortSignal;
}

/** By the parameters: n8n looks at each of them when it makes one, which takes longer than a run. */
const workflows = new WeakMap<IDataObject, { of: unknown[]; workflow: Workflow }>();

/** A workflow of one node, the same one for the same object of parameters. */
function workflowFor(
	stored: StoredCredential,
	{ nodeType, parameters = {}, continueOnFail }: ContextOptions,
): Workflow {
	const of = [nodeType, stored.type.name, continueOnFail];
	const known = workflows.get(parameters);
	if (known?.of.every((each, at) => each === of[at])) return known.workflow;
	const name = nodeType?.description.name ?? HTTP_REQUEST;
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: name,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: { [stored.type.name]: { id: 'credential', name: 'Credential' } },
		...(continueOnFail && { onError: 'continueRegularOutput' as const }),
	};
	const type = nodeType ?? ({ description: { name, properties: [] } } as unknown as INodeType);
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	} as INodeTypes;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	workflows.set(parameters, { of, workflow });
	return workflow;
}

/** A real execution context of n8n-core for one node with one credential. */
export function contextFor(
	stored: StoredCredential,
	{ nodeType, parameters = {}, items = [{}], continueOnFail, abortSignal }: ContextOptions = {},
): IExecuteFunctions {
	const workflow = workflowFor(stored, { nodeType, parameters, continueOnFail });
	const node = workflow.getNode('Node')!;
	const inputData: INodeExecutionData[] = items.map((json) => ({ json }));
	const additionalData = {
		credentialsHelper: credentialsHelper(stored),
		currentNodeParameters: node.parameters,
	} as unknown as IWorkflowExecuteAdditionalData;
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		'trigger',
		createEmptyRunExecutionData(),
		0,
		inputData,
		{ main: [inputData] },
		{ node, data: { main: [inputData] }, source: null },
		[],
		abortSignal,
	) as unknown as IExecuteFunctions;
}

/** Runs one of our nodes. */
export async function runNode(
	stored: StoredCredential,
	nodeType: INodeType,
	options: Omit<ContextOptions, 'nodeType'> = {},
): Promise<INodeExecutionData[]> {
	const context = contextFor(stored, { ...options, nodeType });
	const output = await nodeType.execute?.call(context);
	return (output as INodeExecutionData[][])[0];
}

/** Sends a request as n8n's HTTP Request node does: through the older helper. */
export async function legacyRequest(
	stored: StoredCredential,
	options: IDataObject,
): Promise<{ statusCode: number; body: IDataObject; headers: IDataObject }> {
	const context = contextFor(stored);
	return await context.helpers.requestWithAuthentication.call(context, stored.type.name, {
		method: 'GET',
		json: true,
		resolveWithFullResponse: true,
		followRedirect: true,
		followAllRedirects: true,
		...options,
	} as never);
}

/** Sends a request as third-party nodes do: through the newer helper. */
export async function modernRequest(
	stored: StoredCredential,
	options: IDataObject,
): Promise<{ statusCode: number; body: IDataObject; headers: IDataObject }> {
	const context = contextFor(stored);
	return (await context.helpers.httpRequestWithAuthentication.call(context, stored.type.name, {
		method: 'GET',
		returnFullResponse: true,
		...options,
	} as never)) as { statusCode: number; body: IDataObject; headers: IDataObject };
}
