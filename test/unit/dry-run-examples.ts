import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Draft } from '../../credentials/partner/dry-run/trial';
import type { Recipe } from '../../credentials/recipe/recipe';
import { fieldsOf, type Example } from '../vectors/published';

/** A published example as somebody has it in n8n: a credential with its recipe, and the request. */
export interface InN8n {
	credentials: ICredentialDataDecryptedObject;
	draft: Draft;
}

/** Fields that the form has of its own. */
const OWN = ['id', 'secret', 'privateKey'];

export function inN8n({ inputs, recipe }: Example, changed: Recipe = recipe): InN8n {
	const { token = '', ...values } = inputs.values;
	const { url, method, headers, body } = inputs.request;
	const address = new URL(url);
	const kinds = fieldsOf(values);
	const entry = Object.entries(values)
		.filter(([name]) => !OWN.includes(name))
		.map(([name, value]) => ({ name, value, mayBeSent: kinds[name] === 'open' }));
	const path = address.pathname + address.search;
	return {
		credentials: {
			scheme: 'json',
			baseUrl: 'https://api.example.com',
			recipe: JSON.stringify(changed),
			values: { entry } as never,
			...Object.fromEntries(Object.entries(values).filter(([name]) => OWN.includes(name))),
		},
		draft: {
			options: { method: method as 'GET', url: path, headers, body },
			// Some of the published addresses are not https; nothing is sent.
			origin: address.origin,
			typed: { path },
			nowInMs: inputs.epochMs,
			nonce: inputs.nonce ?? '',
			token,
		},
	};
}
