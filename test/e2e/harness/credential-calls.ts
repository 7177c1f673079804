import type { Rest } from './rest';

export type CredentialData = Record<string, unknown>;

export interface Credential {
	id: string;
	name: string;
	type: string;
	[field: string]: unknown;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

export interface CredentialCalls {
	createCredential(name: string, type: string, data: CredentialData): Promise<Credential>;
	/** `data` replaces the stored data as a whole. */
	updateCredential(
		id: string,
		changes: { name?: string; data?: CredentialData },
	): Promise<Credential>;
	/** As the editor gets it: secrets are blanked. */
	getCredential(id: string): Promise<Credential & { data: CredentialData }>;
	listCredentials(): Promise<Credential[]>;
	deleteCredential(id: string): Promise<void>;
	/**
	 * The editor's connection test: of a stored credential; of one with changes that have not been
	 * saved (`data`); or of a new one, which is stored for the time of the test.
	 */
	testCredential(
		credential: string | { name: string; type: string; data: CredentialData },
		data?: CredentialData,
	): Promise<CredentialTest>;
}

/** What the editor does with credentials. The calls throw `RestError` when n8n refuses. */
export function credentialCalls(rest: Rest): CredentialCalls {
	const path = '/rest/credentials';

	async function testStored(id: string, changes: CredentialData = {}): Promise<CredentialTest> {
		const { name, type, data } = await calls.getCredential(id);
		const credentials = { id, name, type, data: { ...data, ...changes } };
		return await rest('POST', `${path}/test`, { credentials });
	}

	const calls: CredentialCalls = {
		createCredential: async (name, type, data) => await rest('POST', path, { name, type, data }),
		updateCredential: async (id, changes) => {
			const { name, type } = await rest<Credential>('GET', `${path}/${id}`);
			return await rest('PATCH', `${path}/${id}`, { name, type, ...changes });
		},
		getCredential: async (id) => await rest('GET', `${path}/${id}?includeData=true`),
		listCredentials: async () => await rest('GET', path),
		deleteCredential: async (id) => await rest('DELETE', `${path}/${id}`),
		testCredential: async (credential, changes) => {
			if (typeof credential === 'string') return await testStored(credential, changes);
			const { name, type, data } = credential;
			const { id } = await calls.createCredential(name, type, data);
			try {
				return await testStored(id, changes);
			} finally {
				await calls.deleteCredential(id);
			}
		},
	};
	return calls;
}
