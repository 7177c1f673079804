import * as workflow from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestHelper,
	INodeType,
} from 'n8n-workflow';
import { PartnerApi } from '../../credentials/PartnerApi.credentials';
import { isTokenRefusedBy } from '../../credentials/partner/token-refusal';
import { genericRequest } from '../../nodes/shared/generic-request';
import { nodeProperties } from '../../nodes/shared/properties';
import type { Provider } from '../../nodes/shared/provider';
import { legacyRequest, runNode, store, type StoredCredential } from './harness';
import { request } from './nodes';

/** A stored Partner API credential. */
export const partner = (data: IDataObject): StoredCredential =>
	store(new PartnerApi(), data as ICredentialDataDecryptedObject);

type Run = typeof import('../../nodes/shared/run');

/** A node that has nothing but the resource Request, and knows what the credential calls a refusal. */
function nodeFor(row: StoredCredential, run: () => Run['runOperation']): INodeType {
	const provider: Provider = {
		name: 'Partner',
		credentialType: row.type.name,
		resources: [genericRequest],
		failure: () => undefined,
		isTokenRefused: (answer) => isTokenRefusedBy(row.data, answer),
	};
	const description = {
		name: 'partner',
		credentials: [{ name: row.type.name, required: true }],
		properties: nodeProperties(provider.resources),
	} as unknown as INodeType['description'];
	return {
		description,
		async execute(this: IExecuteFunctions) {
			return await run()(this, provider);
		},
	};
}

/** What a process does with a row of the database. */
export interface PartnerProcess {
	legacy(row: StoredCredential, options: IDataObject): ReturnType<typeof legacyRequest>;
	own(
		row: StoredCredential,
		parameters?: IDataObject,
		items?: IDataObject[],
	): Promise<IDataObject[]>;
}

/** This process. */
export const thisProcess: PartnerProcess = processWith(
	(row) => row,
	() => jest.requireActual<Run>('../../nodes/shared/run').runOperation,
);

/**
 * Our code as one more process has it: its own state. n8n is shared, and so is the database.
 *
 * @param chance 0 to 1: the lower, the sooner it steps in for another
 */
export function anotherPartnerProcess(chance: number): PartnerProcess {
	let parts: Pick<ICredentialType, 'authenticate' | 'preAuthentication'> = {};
	let run: Run['runOperation'] | undefined;
	const random = jest.spyOn(Math, 'random').mockReturnValue(chance);
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => workflow);
		const { authenticate } = jest.requireActual<
			typeof import('../../credentials/partner/authenticate')
		>('../../credentials/partner/authenticate');
		const { preAuthenticate } = jest.requireActual<
			typeof import('../../credentials/partner/token-scheme')
		>('../../credentials/partner/token-scheme');
		// The class loads both with its first request, when the modules are no longer apart.
		parts = {
			authenticate,
			async preAuthentication(this: IHttpRequestHelper, credentials) {
				return await preAuthenticate(this.helpers, credentials);
			},
		};
		run = jest.requireActual<Run>('../../nodes/shared/run').runOperation;
	});
	jest.dontMock('n8n-workflow');
	random.mockRestore();
	const type = Object.assign(new PartnerApi(), parts);
	return processWith(
		(row) => seenWith(row, type),
		() => run as Run['runOperation'],
	);
}

function processWith(
	see: (row: StoredCredential) => StoredCredential,
	run: () => Run['runOperation'],
): PartnerProcess {
	return {
		legacy: async (row, options) => await legacyRequest(see(row), options),
		own: async (row, parameters = {}, items = [{}]) => {
			const output = await runNode(see(row), nodeFor(row, run), {
				parameters: request(parameters),
				items,
			});
			return output.map(({ json }) => json);
		},
	};
}

/** The same row with the credential class of another process. */
function seenWith(row: StoredCredential, type: ICredentialType): StoredCredential {
	return Object.defineProperties({ type } as StoredCredential, {
		...accessorOf(row, 'data'),
		...accessorOf(row, 'reads'),
		...accessorOf(row, 'writes'),
	});
}

function accessorOf(
	row: StoredCredential,
	name: 'data' | 'reads' | 'writes',
): PropertyDescriptorMap {
	return {
		[name]: {
			get: () => row[name],
			set: (value: never) => {
				row[name] = value;
			},
		},
	};
}
