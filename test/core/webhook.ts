import 'reflect-metadata';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWebhookFunctions,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { credentialsHelper, type StoredCredential } from './harness';

export interface Served {
	url: string;
	/** The items of each execution that was started, in this order. */
	executions: IDataObject[][];
	/** What was logged as a warning. */
	warnings: string[];
	/** What n8n's database holds: the workflow's static data as text. */
	staticData: string;
	/** Runs with the items of an execution; throws where the workflow fails. */
	workflow: (items: IDataObject[]) => Promise<void>;
	/** Another process, or this one after a restart: the database is all that it knows. */
	restart(): void;
	stop(): Promise<void>;
}

interface ExpressResponse extends ServerResponse {
	status(code: number): ExpressResponse;
	json(body: unknown): ExpressResponse;
	send(body: unknown): ExpressResponse;
}

const DATABASE_IN_MS = 5;
/** Of an n8n that others reach under this name. */
const BASE_URLS = {
	webhookBaseUrl: 'https://n8n.example.com/webhook',
	webhookTestBaseUrl: 'https://n8n.example.com/webhook-test',
};
let created = 0;

/**
 * A published workflow of one trigger behind a real server, with a real webhook context of
 * n8n-core. What n8n does around it (n8n/dist/webhooks: webhook-helpers, live-webhooks) is here as
 * far as a trigger sees it: the order of execution, static data and answer. The real one is at work
 * in the end-to-end tests.
 */
export async function serveTrigger(
	type: INodeType,
	stored: StoredCredential,
	parameters: IDataObject = {},
	mode: 'webhook' | 'manual' = 'webhook',
): Promise<Served> {
	const server = createServer((request, response) => void handle(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	let workflowId = `workflow-${(created += 1)}`;
	const served: Served = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		executions: [],
		warnings: [],
		staticData: '{}',
		workflow: async () => {},
		restart: () => {
			workflowId = `workflow-${(created += 1)}`;
		},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	} as INodeTypes;

	async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of incoming) chunks.push(chunk as Buffer);
		const rawBody = Buffer.concat(chunks);
		const response = asExpress(outgoing);
		const request = Object.assign(incoming, {
			rawBody,
			// As n8n's, which has read the body before.
			readRawBody: async () => {},
			params: {},
			query: {},
		});
		const node: INode = {
			id: 'trigger',
			webhookId: 'trigger',
			name: 'Trigger',
			type: type.description.name,
			typeVersion: 1,
			position: [0, 0],
			parameters: parameters as INode['parameters'],
			credentials: { [stored.type.name]: { id: 'credential', name: 'Credential' } },
		};
		const staticData = JSON.parse(served.staticData) as IDataObject;
		const workflow = new Workflow({
			id: workflowId,
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes,
			staticData,
		});
		const additionalData = {
			...BASE_URLS,
			httpRequest: request,
			httpResponse: response,
			credentialsHelper: credentialsHelper(stored),
		} as unknown as IWorkflowExecuteAdditionalData;
		const [webhookDescription] = type.description.webhooks ?? [];
		const context = new WebhookContext(
			workflow,
			workflow.getNode('Trigger') ?? node,
			additionalData,
			mode,
			{ webhookDescription, isTest: mode === 'manual' } as unknown as IWebhookData,
			[],
			null,
		) as unknown as IWebhookFunctions;
		jest
			.spyOn(context.logger, 'warn')
			.mockImplementation((message) => void served.warnings.push(message));

		const save = () => {
			const isChanged = (workflow.staticData as { __dataChanged?: boolean }).__dataChanged;
			if (isChanged === true) served.staticData = JSON.stringify(workflow.staticData);
		};
		const { noWebhookResponse, workflowData } = (await type.webhook?.call(context)) ?? {};
		if (noWebhookResponse || workflowData === undefined) return save();
		const items = workflowData[0].map(({ json }) => json);
		// As WorkflowRunner does; it resets the mark of a change. Its database takes some time then.
		new Workflow({ nodes: [node], connections: {}, active: true, nodeTypes, staticData });
		await new Promise((resolve) => setTimeout(resolve, DATABASE_IN_MS));
		const isAtOnce = context.getNodeParameter('responseMode', 'onReceived') === 'onReceived';
		const execution = served.workflow(items).then(
			() => ({ status: 200, body: undefined }),
			() => ({ status: 500, body: { message: 'Error in workflow' } }),
		);
		served.executions.push(items);
		const { status, body } = isAtOnce ? { status: 200, body: undefined } : await execution;
		save();
		// n8n goes on after its database has answered.
		await new Promise((resolve) => setImmediate(resolve));
		response.status(status).json(body);
	}

	return served;
}

/** What express adds to a response, as far as n8n uses it here. */
function asExpress(response: ServerResponse): ExpressResponse {
	const express = response as ExpressResponse;
	express.status = (code) => {
		express.statusCode = code;
		return express;
	};
	express.send = (body) => express.end(body) as ExpressResponse;
	express.json = (body) => {
		express.setHeader('content-type', 'application/json');
		return express.send(JSON.stringify(body));
	};
	return express;
}
