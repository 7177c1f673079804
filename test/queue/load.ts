import { randomUUID } from 'node:crypto';
import { credentialsFor } from '../e2e/harness/accounts';
import type { Workflow, WorkflowNode } from '../e2e/harness/workflow';
import { DEFAULT_ACCOUNTS, type ProviderName } from '../simulator';
import { NETZME_RECIPE } from '../vectors/partner-recipes';
import type { Cluster } from './cluster';

export type Subject = 'own node' | 'HTTP Request node' | 'OAuth2 control' | 'stock control';

/** What is measured: one request per execution. */
export interface Scenario {
	subject: Subject;
	method: 'GET' | 'POST';
	/** Which of two credentials signs for Netzme: its own by default, or Partner API with a recipe. */
	credential?: 'Netzme' | 'Partner API';
}

/** A published workflow that a webhook starts and whose answer tells how it ended. */
export interface Target {
	url: string;
	provider: ProviderName;
	credentialId: string;
	workflowId: string;
}

const ANSWER_WITHIN_MS = 30_000;
/** The provider sees which execution a request belongs to. */
const PATH = '/api/echo?execution={{ $execution.id }}';

let created = 0;

/** Changes the secret of the simulator's account, as a provider does on request. */
export async function setSecret(
	{ simulator }: Cluster,
	provider: ProviderName,
	clientSecret: string,
): Promise<void> {
	const response = await fetch(`${simulator.urls.control}/accounts/${provider}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ clientSecret }),
	});
	if (!response.ok) throw new Error(await response.text());
}

/** Stores credential and workflow of a scenario in n8n and publishes it. */
export async function publish(cluster: Cluster, scenario: Scenario): Promise<Target> {
	const secret = newSecret();
	const { type, name, data, provider } = credentialOf(cluster, scenario, secret);
	await setSecret(cluster, provider, secret);
	const { id } = await cluster.client.createCredential(`${name} ${(created += 1)}`, type, data);
	const path = `run-${created}`;
	const url = cluster.simulator.urls[provider];
	const node = nodeOf(scenario, type, url, { id, name });
	const { id: workflowId } = await cluster.client.createWorkflow(webhookWorkflow(path, node));
	await cluster.client.activate(workflowId);
	return { url: `${cluster.main.url}/webhook/${path}`, provider, credentialId: id, workflowId };
}

export interface Load {
	executions: number;
	failed: number;
	seconds: number;
	errors: string[];
	/** What came back, and when it was asked for (epoch milliseconds). */
	answers: Array<{ askedAt: number; ok: boolean; text: string }>;
}

/** Closed loop: `callers` callers, each starting its next execution when the last one has ended. */
export async function load(
	target: Target,
	{
		executions = Infinity,
		callers,
		seconds = Infinity,
	}: { executions?: number; callers: number; seconds?: number },
): Promise<Load> {
	const startedAt = performance.now();
	const elapsed = () => (performance.now() - startedAt) / 1000;
	let started = 0;
	let failed = 0;
	const errors = new Set<string>();
	const answers: Load['answers'] = [];
	const caller = async () => {
		while (started < executions && elapsed() < seconds) {
			started += 1;
			const askedAt = Date.now();
			const { status, text } = await call(target.url);
			const ok = status === 200 && text.includes('received');
			answers.push({ askedAt, ok, text });
			if (ok) continue;
			failed += 1;
			errors.add(`${status} ${text.slice(0, 300)}`);
		}
	};
	await Promise.all(Array.from({ length: callers }, caller));
	return { executions: started, failed, seconds: elapsed(), errors: [...errors], answers };
}

/** A secret of its own for every scenario: what the processes know of a token belongs to it. */
function newSecret(): string {
	return `secret-${randomUUID()}`;
}

/** One execution. One that a killed worker held may never answer. */
async function call(url: string): Promise<{ status: number; text: string }> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
		return { status: response.status, text: await response.text() };
	} catch (error) {
		return { status: 0, text: String(error) };
	}
}

function credentialOf(
	{ simulator: { urls } }: Cluster,
	{ subject, credential }: Scenario,
	secret: string,
) {
	const { clientId } = DEFAULT_ACCOUNTS.oauth2;
	const clientSecret = secret;
	if (subject === 'OAuth2 control') {
		const data = {
			grantType: 'clientCredentials',
			accessTokenUrl: `${urls.oauth2}/token`,
			clientId,
			clientSecret,
			authentication: 'header',
		};
		return { type: 'oAuth2Api', name: subject, data, provider: 'oauth2' as const };
	}
	if (subject === 'stock control') {
		const data = { url: urls.oauth2, clientId, clientSecret };
		return { type: 'stockControlApi', name: subject, data, provider: 'oauth2' as const };
	}
	if (credential === 'Partner API') {
		const { clientId: value } = DEFAULT_ACCOUNTS.netzme;
		const data = {
			scheme: 'json',
			baseUrl: urls.netzme,
			secret,
			values: { entry: [{ name: 'clientId', value, mayBeSent: true }] },
			recipe: JSON.stringify(NETZME_RECIPE),
			testPath: '/api/aggregator/merchant/qr/balance/detail?userId=',
		};
		return { type: 'partnerApi', name: credential, data, provider: 'netzme' as const };
	}
	const netzme = credentialsFor(urls).find(({ provider }) => provider === 'netzme');
	if (!netzme) throw new Error('No credential for Netzme');
	return { ...netzme, data: { ...netzme.data, clientSecret: secret }, provider: 'netzme' as const };
}

function nodeOf(
	{ subject, method, credential: own }: Scenario,
	type: string,
	origin: string,
	credential: { id: string; name: string },
): Pick<WorkflowNode, 'type' | 'typeVersion' | 'parameters' | 'credentials'> {
	const credentials = { [type]: credential };
	const json = '{"n":1}';
	if (subject === 'own node') {
		return {
			type: `n8n-nodes-partner-apis.${own === 'Partner API' ? 'partner' : 'netzme'}`,
			typeVersion: 1,
			parameters: {
				resource: 'request',
				operation: 'send',
				method,
				path: `=${PATH}`,
				...(method === 'POST' && { bodyType: 'json', bodyJson: json }),
			},
			credentials,
		};
	}
	const url = `=${origin}${PATH}`;
	const body = method === 'POST' && { sendBody: true, specifyBody: 'json', jsonBody: json };
	const authentication =
		type === 'oAuth2Api'
			? { authentication: 'genericCredentialType', genericAuthType: type }
			: { authentication: 'predefinedCredentialType', nodeCredentialType: type };
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: { method, url, options: {}, ...authentication, ...body },
		credentials,
	};
}

function webhookWorkflow(path: string, node: Omit<WorkflowNode, 'name' | 'position'>): Workflow {
	return {
		name: path,
		nodes: [
			{
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: path,
				parameters: { path, httpMethod: 'GET', responseMode: 'lastNode', options: {} },
			},
			{ ...node, name: 'Node', position: [220, 0] },
		],
		connections: { Webhook: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	} as Workflow;
}
