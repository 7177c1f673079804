import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { guestlineCheckout } from '../../nodes/GuestlineCheckout/provider';
import { netzme } from '../../nodes/Netzme/provider';
import { partner, partnerWebhook } from '../../nodes/Partner/provider';
import { pledg } from '../../nodes/Pledg/provider';
import { sasom } from '../../nodes/Sasom/provider';
import { parametersOf } from '../../nodes/shared/properties';
import type { LocalOperation, Operation } from '../../nodes/shared/provider';
import { su } from '../../nodes/Su/provider';
import type { ProviderName } from './nodes';

/** The nodes of the providers, and the one for any other. */
export type NodeName = ProviderName | 'partner';

/** Every parameter of every operation, read from the nodes: a new one is there by itself. */
export interface EveryParameter {
	title: string;
	provider: NodeName;
	resource: string;
	operation: Operation | LocalOperation;
	property: INodeProperties;
	/** What the editor calls it and the collection it stands in. */
	labels: string[];
	/** All parameters of the node, in which this one has a value. */
	parametersWith(value: unknown): IDataObject;
}

type Chosen = Record<string, unknown>;

const NODES = {
	sasom,
	pledg,
	su,
	guestline: guestlineCheckout,
	netzme,
	partner: {
		...partner,
		resources: [...partner.resources, ...partnerWebhook.resources],
	},
};
const NAMES = Object.keys(NODES) as NodeName[];
const TODAY = new Date().toISOString().slice(0, 10);

/** Where the placeholder of the form is no value that can be sent. */
const EXAMPLES: Record<string, unknown> = {
	additionals: '{"qty": "2"}',
	allowUnsigned: true,
	amountDetail: '{"basicAmount": 50000}',
	bodyJson: '{"a": 1}',
	changes: { roomstosell: 1, rateplanid: 'BAR' },
	hotelIdAgain: 'TEST0001',
	inquiredAmount: '58532500',
	listingsJson: '[{"sku": "SKU-1", "size": "10", "price": 5000, "quantity": 1}]',
	metadata: '{"a": 1}',
	notification: '{"reference": "order_1"}',
	path: '/api/echo',
	pickupTime: '09:30',
	queryJson: '{"a": 1}',
	rooms: JSON.stringify([{ roomid: 'DBL', date: [{ from: TODAY, to: TODAY, roomstosell: '3' }] }]),
	session: '{"amount": 100}',
	splitFees: '[{"merchantId": "M_1", "amount": 100}]',
	step: 'signature',
	withdrawalAmount: '58532500',
};

const COMMON = new Set(['concurrency', 'longestWait', 'timeout']);

/** An example of a value, by the form. */
function exampleOf(property: INodeProperties): unknown {
	const { name, type, default: fallback, placeholder = '', typeOptions, options } = property;
	if (name in EXAMPLES) return EXAMPLES[name];
	switch (type) {
		case 'boolean':
			return fallback;
		case 'number':
			return Math.max(Number(fallback), Number(typeOptions?.minValue ?? 1));
		case 'dateTime':
			return TODAY;
		case 'options':
			return fallback === '' ? (options?.[0] as { value: unknown }).value : fallback;
		case 'collection':
			return {};
		case 'fixedCollection':
			return rowsOf(property, {});
		default:
			return placeholder.replace(/^e\.g\. /, '').replace('...', '1') || fallback || 'Example';
	}
}

/** One row of a fixedCollection: a list of rows, or a single one. */
function rowsOf({ options = [], typeOptions }: INodeProperties, row: Chosen): unknown {
	const [group] = options as Array<{ name: string; values: INodeProperties[] }>;
	const examples = Object.fromEntries(group.values.map((each) => [each.name, exampleOf(each)]));
	const filled = { ...examples, ...row };
	return { [group.name]: typeOptions?.multipleValues ? [filled] : filled };
}

/** What has to be chosen so that a parameter is shown. */
function shownBy({ displayOptions }: INodeProperties): Chosen {
	const show = Object.entries((displayOptions?.show ?? {}) as Record<string, unknown[]>);
	return Object.fromEntries(
		show.map(([name, values]) => [name, values.includes('POST') ? 'POST' : values[0]]),
	);
}

export function everyParameter(): EveryParameter[] {
	const known = new Set<unknown>();
	const isFirst = (thing: unknown) => !known.has(thing) && known.add(thing);
	return NAMES.flatMap((provider) =>
		NODES[provider].resources.flatMap(({ value: resource, operations }) =>
			operations.flatMap((operation) => {
				// The generic request is the same in every node.
				if (!isFirst(operation)) return [];
				const properties = parametersOf(operation).filter(({ type }) => type !== 'notice');
				const examples = Object.fromEntries(properties.map((each) => [each.name, exampleOf(each)]));
				const base = { ...examples, resource, operation: operation.value };
				// The loop over items has some of its own: once for each node.
				const isNew = ({ leaf }: Leaf) =>
					!COMMON.has(leaf.name) || isFirst(`${provider} ${leaf.name}`);
				return properties.flatMap((property) =>
					leavesOf(property)
						.filter(isNew)
						.map(
							({ leaf, labels, place }): EveryParameter => ({
								title: `${provider}, ${resource}: ${operation.value}, ${labels.join(', ')}`,
								provider,
								resource,
								operation,
								property: leaf,
								labels,
								parametersWith: (value) =>
									({ ...base, ...shownBy(property), [property.name]: place(value) }) as IDataObject,
							}),
						),
				);
			}),
		),
	);
}

interface Leaf {
	leaf: INodeProperties;
	labels: string[];
	/** The value of the whole parameter in which the leaf has a value. */
	place(value: unknown): unknown;
}

function leavesOf(property: INodeProperties): Leaf[] {
	const { type, displayName, options = [] } = property;
	const within = (leaves: Leaf[], place: (name: string, value: unknown) => unknown) =>
		leaves.map((each) => ({
			...each,
			labels: [displayName, ...each.labels],
			place: (value: unknown) => place(each.leaf.name, each.place(value)),
		}));
	if (type === 'collection') {
		return (options as INodeProperties[]).flatMap((entry) =>
			leavesOf(entry).map((leaf) => ({
				...leaf,
				labels: [displayName, ...leaf.labels],
				place: (value: unknown) => ({
					...(exampleOf(property) as Chosen),
					[entry.name]: leaf.place(value),
				}),
			})),
		);
	}
	if (type === 'fixedCollection') {
		const [{ values }] = options as Array<{ values: INodeProperties[] }>;
		return within(values.flatMap(leavesOf), (name, value) => rowsOf(property, { [name]: value }));
	}
	return [{ leaf: property, labels: [displayName], place: (value) => value }];
}
