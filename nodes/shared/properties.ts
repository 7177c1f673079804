import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { LocalOperation, Operation, Resource } from './provider';

const RESOURCE: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	default: '',
};

const OPERATION: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

const COMMON_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Items at Once',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 10,
		description: 'How many items are sent at the same time; the first item decides for all',
	},
	{
		displayName: 'Longest Wait (Seconds)',
		name: 'longestWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 300,
		description:
			"How long an item may wait where the provider's limit of requests is reached, before it fails",
	},
	{
		displayName: 'Timeout (Milliseconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60000,
		description: 'How long to wait for an answer',
	},
];

/** The words are n8n's. */
const RETURN_ALL_AND_LIMIT: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

const SIMPLIFY: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const OPTIONS: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
};

/**
 * The parameters of a node, from its resources: the list of resources, a list of operations for
 * each, and the parameters of each operation, shown where they belong.
 */
export function nodeProperties(resources: Resource[]): INodeProperties[] {
	return [
		{
			...RESOURCE,
			options: byName(resources.map(({ name, value }) => ({ name, value }))),
			default: resources[0].value,
		},
		...resources.flatMap(operationsOf),
	];
}

/** The expression for a node's subtitle: what the chosen operation does, as a sentence. */
export function subtitle(resources: Resource[]): string {
	const actions = resources.flatMap(({ value: resource, operations }) =>
		operations.map(({ value, action }) => [`${resource}:${value}`, action]),
	);
	const choice = '$parameter["resource"] + ":" + $parameter["operation"]';
	return `={{ (${JSON.stringify(Object.fromEntries(actions))})[${choice}] }}`;
}

function operationsOf({ value: resource, operations }: Resource): INodeProperties[] {
	return [
		{
			...OPERATION,
			displayOptions: { show: { resource: [resource] } },
			options: byName(
				operations.map(({ name, value, action, description }) => ({
					name,
					value,
					action,
					description,
				})),
			),
			default: operations[0].value,
		},
		...operations.flatMap((operation) =>
			parametersOf(operation).map((property) => ({
				...property,
				displayOptions: {
					...property.displayOptions,
					show: {
						resource: [resource],
						operation: [operation.value],
						...property.displayOptions?.show,
					},
				},
			})),
		),
	];
}

/** All parameters of an operation, those that the loop asks for included. */
export function parametersOf(operation: Operation | LocalOperation): INodeProperties[] {
	const { properties, options = [] } = operation;
	const isLocal = 'result' in operation;
	const all = [...options, ...(isLocal ? [] : COMMON_OPTIONS)];
	return [
		...properties,
		...(!isLocal && operation.list ? returnAllAndLimit(operation.list) : []),
		...(!isLocal && operation.simplify ? [SIMPLIFY] : []),
		...(all.length > 0 ? [{ ...OPTIONS, options: sorted(all) }] : []),
	];
}

function returnAllAndLimit({ onlyFor }: NonNullable<Operation['list']>): INodeProperties[] {
	if (!onlyFor) return RETURN_ALL_AND_LIMIT;
	return RETURN_ALL_AND_LIMIT.map((property) => ({
		...property,
		displayOptions: { show: { ...onlyFor.show, ...property.displayOptions?.show } },
	}));
}

/** By the names that the editor shows. */
export function sorted(properties: INodeProperties[]): INodeProperties[] {
	return [...properties].sort((a, b) => alphabetically(a.displayName, b.displayName));
}

function byName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return [...options].sort((a, b) => alphabetically(a.name, b.name));
}

/** For English words. `localeCompare` takes a quarter of the time in which the package loads. */
function alphabetically(a: string, b: string): number {
	return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}
