import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { GuestlineCheckout } from '../../nodes/GuestlineCheckout/GuestlineCheckout.node';
import { Netzme } from '../../nodes/Netzme/Netzme.node';
import { Pledg } from '../../nodes/Pledg/Pledg.node';
import { Sasom } from '../../nodes/Sasom/Sasom.node';
import { Su } from '../../nodes/Su/Su.node';
import type { Simulator } from '../simulator';
import { accounts } from './accounts';
import { runNode } from './harness';

export const NODES = {
	sasom: Sasom,
	pledg: Pledg,
	su: Su,
	guestline: GuestlineCheckout,
	netzme: Netzme,
} as const;

export type ProviderName = keyof typeof NODES;
export const PROVIDERS = Object.keys(NODES) as ProviderName[];

/** Runs a provider's node with the simulator's account; `data` replaces fields of the credential. */
export async function run(
	simulator: Simulator,
	provider: ProviderName,
	parameters: IDataObject,
	options: { items?: IDataObject[]; continueOnFail?: boolean; data?: IDataObject } = {},
): Promise<INodeExecutionData[]> {
	const stored = accounts[provider](simulator, options.data);
	return await runNode(stored, new NODES[provider](), { parameters, ...options });
}

/** Parameters of the generic request: a GET of the simulator's echo route unless told otherwise. */
export const request = (parameters: IDataObject = {}): IDataObject => ({
	resource: 'request',
	operation: 'send',
	method: 'GET',
	path: '/api/echo',
	...parameters,
});
