import type { IDataObject } from 'n8n-workflow';
import type { LocalOperation, Operation, Provider } from '../../nodes/shared/provider';

/** An operation of a provider that sends a request. */
export function operationOf(provider: Provider, resource: string, name: string): Operation {
	const found = find(provider, resource, name);
	if ('result' in found) throw new Error(`${resource}: ${name} sends nothing`);
	return found;
}

/** As most of them are: with all that they take loaded already. */
type AtOnce = Omit<LocalOperation, 'result'> & {
	result(...args: Parameters<LocalOperation['result']>): IDataObject[];
};

/** An operation of a provider that sends nothing. */
export function localOperationOf(provider: Provider, resource: string, name: string): AtOnce {
	const found = find(provider, resource, name);
	if (!('result' in found)) throw new Error(`${resource}: ${name} sends a request`);
	return found as AtOnce;
}

function find(provider: Provider, resource: string, name: string): Operation | LocalOperation {
	const found = provider.resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === name);
	if (!found) throw new Error(`${provider.name} has no ${resource}: ${name}`);
	return found;
}
