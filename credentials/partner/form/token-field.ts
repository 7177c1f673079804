import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { TOKEN_LABELS } from '../labels';

/** An expression that gives nothing is told by the credential, which names the field. */
export const evaluated = { ignoreCredentialExpressionResolveError: true };
export const masked = { ...evaluated, password: true };

/** Where Custom gets a token. */
export const withToken = (more: IDisplayOptions['show'] = {}): IDisplayOptions => ({
	show: { scheme: ['custom'], getToken: [true], ...more },
});

const place = (usual: string): INodeProperties => ({
	displayName: 'Place',
	name: 'place',
	type: 'options',
	options: [
		{ name: usual, value: 'asAbove' },
		{ name: 'Basic Authentication', value: 'basic' },
		{ name: 'Body Field', value: 'body' },
		{ name: 'Header', value: 'header' },
		{ name: 'Query', value: 'query' },
		{ name: 'Whole Body', value: 'wholebody' },
	],
	default: 'asAbove',
	description:
		'Basic Authentication takes the user as Name and the password as Value, such as {id} and {secret}',
});

export const text = (name: string, displayName: string, more: Partial<INodeProperties> = {}) =>
	({ displayName, name, type: 'string', default: '', ...more }) as INodeProperties;

/** A list. */
export const entries = (...values: INodeProperties[]): Partial<INodeProperties> => ({
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	options: [{ displayName: 'Entry', name: 'entry', values }],
});

/**
 * What a request for a token carries.
 *
 * @param pairs that it has as it comes: names and values
 */
export const fields = (
	name: 'tokenFields' | 'refreshFields',
	pairs: string[][],
): INodeProperties => ({
	displayName: TOKEN_LABELS[name],
	name,
	type: 'fixedCollection',
	...entries(place('As Chosen Above'), text('name', 'Name'), text('value', 'Value')),
	placeholder: 'Add Field',
	default: { entry: pairs.map(([key, value]) => ({ place: 'asAbove', name: key, value })) },
});
