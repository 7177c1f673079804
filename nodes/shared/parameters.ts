import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isLeftEmpty } from './fields/text';
import { itemField } from './item-field';
import { parametersOf } from './properties';
import type { LocalOperation, Operation, Parameters } from './provider';

export type ReadParameters = (
	operation: Operation | LocalOperation,
	itemIndex: number,
) => Parameters;

type Reader = (itemIndex: number) => IDataObject[string];
type Readers = Array<[name: string, reader: Reader]>;

/**
 * Reads the parameters of an operation for one item after the other. Those without an expression
 * are the same for all items and are read once, which is most of the work that n8n has with them.
 */
export function parameterReader(context: IExecuteFunctions): ReadParameters {
	const typed = context.getNode().parameters;
	const prepared = new Map<object, { fixed: Parameters; others: Readers }>();
	const prepare = (operation: Operation | LocalOperation, itemIndex: number) => {
		const fixed: Readers = [];
		const others: Readers = [];
		for (const { name, default: fallback } of parametersOf(operation)) {
			const isFixed = !hasExpression(typed[name]) && !hasExpression(fallback);
			(isFixed ? fixed : others).push([name, readerOf(context, name, fallback, typed[name])]);
		}
		return { fixed: read({}, fixed, itemIndex), others };
	};
	return (operation, itemIndex) => {
		const known = prepared.get(operation) ?? prepare(operation, itemIndex);
		prepared.set(operation, known);
		return read(known.fixed, known.others, itemIndex);
	};
}

/** What has been made for an input item, by node and parameter. */
const made = new WeakMap<object, Map<string, string>>();

/**
 * Fills in the parameters that an operation makes where they are empty. Where n8n runs the node
 * again ("Retry On Fail") it hands in the same items, which get the same values: an ID that a
 * provider knows already is refused there, and nothing is done twice.
 *
 * @throws UserError naming the parameter where its expression gives nothing, or no text
 */
export function makeParameters(
	operation: Operation,
	parameters: Parameters,
	account: IDataObject,
	context: IExecuteFunctions,
	itemIndex: number,
): void {
	const { makes } = operation;
	if (!makes) return;
	const item = context.getInputData()[itemIndex];
	const values = made.get(item) ?? new Map<string, string>();
	made.set(item, values);
	for (const [name, make] of Object.entries(makes)) {
		if (!isLeftEmpty(parameters, name, labelOf(operation, name))) continue;
		const key = `${context.getNode().id}:${name}`;
		const value = values.get(key) ?? make(account);
		values.set(key, value);
		parameters[name] = value;
	}
}

function labelOf(operation: Operation, name: string): string {
	return parametersOf(operation).find((each) => each.name === name)?.displayName ?? name;
}

function read(fixed: Parameters, others: Readers, itemIndex: number): Parameters {
	const parameters = { ...fixed };
	for (const [name, reader] of others) parameters[name] = reader(itemIndex);
	return parameters;
}

/**
 * A field of the item is read without n8n, once n8n has given the same for an item: what it makes of
 * an expression is for n8n to say.
 */
function readerOf(
	context: IExecuteFunctions,
	name: string,
	fallback: unknown,
	typed: unknown,
): Reader {
	const byN8n = (itemIndex: number) =>
		context.getNodeParameter(name, itemIndex, fallback) as IDataObject;
	const field = itemField(typed);
	if (!field) return byN8n;
	const items = context.getInputData();
	let isSame: boolean | undefined;
	return (itemIndex) => {
		const found = isSame === false ? undefined : field(items[itemIndex]);
		if (found === undefined) return byN8n(itemIndex);
		if (isSame) return found;
		const given = byN8n(itemIndex);
		isSame = Object.is(given, found);
		return given;
	};
}

/** Text that begins with "=" is an expression, wherever it stands. */
export function hasExpression(value: unknown): boolean {
	return value !== undefined && JSON.stringify(value).includes('"=');
}
