import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { runNode, type StoredCredential } from './harness';
import { NODES, request } from './nodes';

/**
 * A credential with expressions is another account for each item: each account has a simulator of
 * its own here, which refuses the secrets of the others.
 */
export const TENANTS = ['a', 'b', 'c'] as const;
export type Tenant = (typeof TENANTS)[number];
export type Provider = 'sasom' | 'su' | 'netzme';

export const secretOf = (tenant: Tenant) => `secret-of-tenant-${tenant}-0001`;
export let simulators: Record<Tenant, Simulator>;
beforeAll(async () => {
	const started = await Promise.all(
		TENANTS.map(async (tenant) => [
			tenant,
			await startSimulator({
				accounts: {
					sasom: { apiKey: `key-${tenant}`, apiSecret: secretOf(tenant) },
					su: { domain: `${tenant}.example.com`, clientSecrets: { sandbox: secretOf(tenant) } },
					netzme: {
						clientId: `client${tenant}`,
						clientSecret: secretOf(tenant),
						merchantId: `M_${tenant}`,
						pin: { a: '111111', b: '222222', c: '333333' }[tenant],
					},
				},
			}),
		]),
	);
	simulators = Object.fromEntries(started) as typeof simulators;
});
afterAll(async () => await Promise.all(TENANTS.map(async (each) => await simulators[each].stop())));
beforeEach(() => TENANTS.forEach((each) => simulators[each].reset()));

/** A credential whose fields are expressions, as a user enters them. */
export function credentialOfItem(provider: Provider): StoredCredential {
	const fields: Record<Provider, IDataObject> = {
		sasom: { apiKey: '=key-{{ $json.tenant }}' },
		su: { domain: '={{ $json.tenant }}.example.com' },
		netzme: {
			clientId: '=client{{ $json.tenant }}',
			merchantId: '=M_{{ $json.tenant }}',
			pinSecret: '={{ $json.pin }}',
		},
	};
	const secret = provider === 'sasom' ? 'apiSecret' : 'clientSecret';
	return accounts[provider](simulators.a, {
		baseUrl: '={{ $json.url }}',
		[secret]: '=secret-of-tenant-{{ $json.tenant }}-0001',
		...fields[provider],
	});
}

/** An input item of a tenant. */
const itemOf = (provider: Provider, tenant: Tenant, index: number) => ({
	tenant,
	index,
	url: simulators[tenant].urls[provider],
	pin: { a: '111111', b: '222222', c: '333333' }[tenant],
});

export const itemsOf = (provider: Provider, tenants: string) =>
	[...tenants].map((tenant, index) => itemOf(provider, tenant as Tenant, index));

export const post = request({
	method: 'POST',
	bodyType: 'json',
	bodyJson: '={{ { order: $json.tenant + $json.index } }}',
});

export async function send(
	provider: Provider,
	tenants: string,
	parameters: IDataObject = post,
	stored = credentialOfItem(provider),
): Promise<INodeExecutionData[]> {
	return await runNode(stored, new NODES[provider](), {
		parameters,
		items: itemsOf(provider, tenants),
	});
}

/** The orders that arrived with the account of a tenant, and were taken. */
export const ordersOf = (provider: Provider, tenant: Tenant) =>
	simulators[tenant]
		.log(provider)
		.filter(({ url, status }) => url.startsWith('/api/echo') && status === 200)
		.map(({ body }) => (JSON.parse(Buffer.from(body, 'base64').toString()) as IDataObject).order);

/** What a provider refused because of somebody else's secrets; a dead token is not among it. */
export const refusedOf = (provider: Provider) =>
	TENANTS.flatMap((tenant) => simulators[tenant].log(provider)).filter(
		({ status, outcome }) => status === 401 && outcome !== 'refused-token',
	);
