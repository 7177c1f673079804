import { credentialCalls, type CredentialCalls } from './credential-calls';
import type { N8nProcess } from './n8n';
import { RestError, session, type Rest } from './rest';
import { workflowCalls, type WorkflowCalls } from './workflow-calls';

/** The login of every n8n that the harness starts. Invented, and good for the loopback only. */
export const OWNER = {
	email: 'owner@partner-apis.example',
	password: 'Partner-Apis-1',
	firstName: 'Demo',
	lastName: 'Owner',
};

const UNAUTHORIZED = 401;

export interface TypeDescription {
	name: string;
	displayName: string;
	properties: Array<Record<string, unknown>>;
	[field: string]: unknown;
}

/** What a user of the editor does. Every call throws `RestError` when n8n refuses it. */
export interface Client extends CredentialCalls, WorkflowCalls {
	/** For calls that have no method of their own; paths begin with `/rest/`. */
	rest: Rest;
	/** What the editor knows of all nodes, those of installed packages included. */
	nodeTypes(): Promise<TypeDescription[]>;
	/** The same of all credentials. */
	credentialTypes(): Promise<TypeDescription[]>;
}

/** Logs in as the owner, who is created when this n8n has none yet. */
export async function connect(n8n: Pick<N8nProcess, 'url'>): Promise<Client> {
	const rest = session(n8n.url);
	await login(rest);
	return {
		rest,
		...credentialCalls(rest),
		...workflowCalls(rest),
		nodeTypes: async () => await rest('GET', '/types/nodes.json'),
		credentialTypes: async () => await rest('GET', '/types/credentials.json'),
	};
}

async function login(rest: Rest): Promise<void> {
	const { email, password } = OWNER;
	try {
		await rest('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	} catch (error) {
		if (!(error instanceof RestError) || error.status !== UNAUTHORIZED) throw error;
		await rest('POST', '/rest/owner/setup', OWNER);
	}
}
