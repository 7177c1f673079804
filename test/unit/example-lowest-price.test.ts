import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	executeFilter,
	Workflow,
	type FilterValue,
	type IDataObject,
	type INode,
	type INodeTypes,
} from 'n8n-workflow';
import type { Workflow as Exported } from '../e2e/harness/workflow';

const FILE = join(__dirname, '../../examples/sasom-lowest-price-to-listing.json');
const { nodes } = JSON.parse(readFileSync(FILE, 'utf8')) as Exported;
const LISTING = { listing_id: 'l1', sku: 'A-1', size: '10', quantity: 2, price: 5000, limit: 3000 };

const workflow = new Workflow({
	nodes: nodes as INode[],
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => undefined } as unknown as INodeTypes,
});

/** Whether a Filter node of the example lets an item through: expressions and filter are n8n's own. */
function passes(name: string, json: IDataObject): boolean {
	const { conditions } = nodes.find((node) => node.name === name)?.parameters as {
		conditions: FilterValue;
	};
	const value = workflow.expression.getParameterValue(
		conditions as never,
		null,
		0,
		0,
		name,
		[{ json }],
		'manual',
		{},
	);
	return executeFilter(value as unknown as FilterValue);
}

describe('the example that follows the lowest price', () => {
	it.each([4000, 4999, 2000, 1])('lowers a listing that is dearer than %j', (lowest_price) => {
		expect(passes('Too dear?', { ...LISTING, lowest_price })).toBe(true);
	});

	it.each([5000, 6000])('leaves one alone that is not dearer than %j', (lowest_price) => {
		expect(passes('Too dear?', { ...LISTING, lowest_price })).toBe(false);
	});

	it.each([null, undefined, 0, -1])(
		'leaves one alone where SASOM gives %j, which is no price',
		(lowest_price) => {
			expect(passes('Too dear?', { ...LISTING, lowest_price } as IDataObject)).toBe(false);
		},
	);

	it('leaves one alone that is at the limit', () => {
		expect(passes('Too dear?', { ...LISTING, price: 3000, lowest_price: 2000 })).toBe(false);
	});

	it('follows no SKU but those named, as one price goes to all sizes', () => {
		expect(passes('Followed?', LISTING)).toBe(true);
		for (const sku of ['C-3', 'A', 'A-10', undefined]) {
			expect(passes('Followed?', { ...LISTING, sku } as IDataObject)).toBe(false);
		}
	});
});
