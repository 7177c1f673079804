import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { GuestlineCheckoutApi } from '../../credentials/GuestlineCheckoutApi.credentials';
import { NetzmeApi } from '../../credentials/NetzmeApi.credentials';
import { PartnerApi } from '../../credentials/PartnerApi.credentials';
import { PledgApi } from '../../credentials/PledgApi.credentials';
import { SasomApi } from '../../credentials/SasomApi.credentials';
import { SuApi } from '../../credentials/SuApi.credentials';
import { guestlineCheckout } from '../../nodes/GuestlineCheckout/provider';
import { netzme } from '../../nodes/Netzme/provider';
import { partner } from '../../nodes/Partner/provider';
import { pledg } from '../../nodes/Pledg/provider';
import { sasom } from '../../nodes/Sasom/provider';
import { nodeProperties, parametersOf } from '../../nodes/shared/properties';
import type { Operation, Provider } from '../../nodes/shared/provider';
import { su } from '../../nodes/Su/provider';

const CREDENTIALS = [
	new GuestlineCheckoutApi(),
	new NetzmeApi(),
	new PartnerApi(),
	new PledgApi(),
	new SasomApi(),
	new SuApi(),
];

const operation = (name: string, properties: INodeProperties[] = []): Operation => ({
	value: name.toLowerCase(),
	name,
	action: `${name} a thing`,
	description: `To ${name}`,
	properties,
	request: () => ({ method: 'GET', path: '/' }),
});

const text = (name: string, show?: Record<string, string[]>): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...(show && { displayOptions: { show } }),
});

const RESOURCES = [
	{
		value: 'order',
		name: 'Order',
		operations: [
			operation('Update', [text('size'), text('reason', { size: ['large'] })]),
			operation('Get'),
		],
	},
	{ value: 'account', name: 'Account', operations: [operation('Close', [text('size')])] },
];

/** What the editor shows for the chosen parameters: n8n's own decision. */
function shown(properties: INodeProperties[], chosen: INodeParameters): INodeProperties[] {
	const node = { typeVersion: 1 };
	return properties.filter((property) =>
		NodeHelpers.displayParameter(chosen, property, node, null),
	);
}

const namesOf = (options: INodeProperties['options']) =>
	(options ?? []).map((option) => ('displayName' in option ? option.displayName : option.name));

describe('the parameters of a node', () => {
	const properties = nodeProperties(RESOURCES);

	it('begin with the resource, in alphabetical order', () => {
		expect(properties[0]).toMatchObject({ name: 'resource', noDataExpression: true });
		expect(namesOf(properties[0].options)).toEqual(['Account', 'Order']);
	});

	it('begin with the first resource and operation of the provider chosen', () => {
		expect(properties[0].default).toBe('order');
		const [, of] = shown(properties, { resource: 'order' });
		expect(of).toMatchObject({ name: 'operation', default: 'update', noDataExpression: true });
	});

	it('show the operations of the chosen resource only, in alphabetical order', () => {
		const [, ofOrder, ...none] = shown(properties, { resource: 'order' });
		expect(namesOf(ofOrder.options)).toEqual(['Get', 'Update']);
		expect(ofOrder.options).toContainEqual({
			name: 'Get',
			value: 'get',
			action: 'Get a thing',
			description: 'To Get',
		});
		expect(none).toEqual([]);
	});

	it.each([
		['order', 'get', ['options']],
		['order', 'update', ['size', 'options']],
		['account', 'close', ['size', 'options']],
		['account', 'update', []],
	])('of %s: %s show its own', (resource, name, expected) => {
		const [, , ...own] = shown(properties, { resource, operation: name });
		expect(own.map((property) => property.name)).toEqual(expected);
	});

	it('keep the conditions of their own', () => {
		const of = (size: string) =>
			shown(properties, { resource: 'order', operation: 'update', size }).map(({ name }) => name);
		expect(of('large')).toContain('reason');
		expect(of('small')).not.toContain('reason');
	});
});

describe('the options of an operation', () => {
	const own = { ...operation('Get'), options: [text('Zone'), text('Full')] };
	const collection = parametersOf(own).find(({ name }) => name === 'options');

	it('hold its own and the common ones, in alphabetical order', () => {
		expect(namesOf(collection?.options)).toEqual([
			'Full',
			'Items at Once',
			'Longest Wait (Seconds)',
			'Timeout (Milliseconds)',
			'Zone',
		]);
	});

	it('are there for every operation', () => {
		const [options] = parametersOf(operation('Get'));
		expect(options).toMatchObject({ name: 'options', type: 'collection', default: {} });
		expect(namesOf(options.options)).toEqual([
			'Items at Once',
			'Longest Wait (Seconds)',
			'Timeout (Milliseconds)',
		]);
	});
});

describe.each<[string, Provider]>(
	[guestlineCheckout, netzme, partner, pledg, sasom, su].map((provider) => [
		provider.name,
		provider,
	]),
)('the %s node', (_name, provider) => {
	const properties = nodeProperties(provider.resources);

	it('offers the generic request among its resources, all in alphabetical order', () => {
		const names = namesOf(properties[0].options);
		expect(names).toContain('Request');
		expect(names).toEqual([...names].sort());
	});

	it.each(
		provider.resources.flatMap(({ value, operations }) =>
			operations.map((one) => [value, one.value] as const),
		),
	)('shows no parameter twice for %s: %s', (resource, name) => {
		const names = shown(properties, { resource, operation: name }).map((property) => property.name);
		expect(names.slice(0, 2)).toEqual(['resource', 'operation']);
		expect(new Set(names).size).toBe(names.length);
	});

	it.each([
		['GET', 'none', ['queryType', 'query', 'headers']],
		['POST', 'none', ['queryType', 'query', 'headers', 'bodyType']],
		['POST', 'json', ['queryType', 'query', 'headers', 'bodyType', 'bodyJson']],
		['PUT', 'form', ['queryType', 'query', 'headers', 'bodyType', 'bodyForm']],
		['PATCH', 'text', ['queryType', 'query', 'headers', 'bodyType', 'bodyText']],
		['DELETE', 'json', ['queryType', 'query', 'headers', 'bodyType', 'bodyJson']],
		['GET', 'json', ['queryType', 'query', 'headers']],
	])('shows for a %s request with body %s what it needs', (method, bodyType, expected) => {
		const chosen = {
			resource: 'request',
			operation: 'send',
			method,
			queryType: 'fields',
			bodyType,
			pagination: 'none',
		};
		const names = shown(properties, chosen).map(({ name }) => name);
		const pages = provider === partner && method === 'GET' ? ['pagination'] : [];
		const own = [...expected, ...pages, 'options'];
		expect(names).toEqual(['resource', 'operation', 'method', 'path', ...own]);
	});

	it('shows the query as JSON where that is chosen', () => {
		const chosen = { resource: 'request', operation: 'send', method: 'GET', queryType: 'json' };
		const names = shown(properties, chosen).map(({ name }) => name);
		expect(names).toContain('queryJson');
		expect(names).not.toContain('query');
	});

	it('reads only fields of its credential that a user fills in', () => {
		const fields = CREDENTIALS.find(({ name }) => name === provider.credentialType)?.properties;
		const named = provider.accountFields === 'all' ? [] : (provider.accountFields ?? []);
		for (const name of named) {
			const types = fields?.filter((property) => property.name === name).map(({ type }) => type);
			expect([name, types]).toEqual([name, expect.arrayContaining([expect.anything()])]);
			expect(types).not.toContain('hidden');
		}
	});
});
