import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isLeftEmpty } from './fields/text';
import { parametersOf } from './properties';
import type { LocalOperation, Operation, Parameters } from './provider';

export type ReadParameters = (
	operation: Operation | LocalOperation,
	itemIndex: number,
) => Parameters;

/**
 * Reads the parameters of an operation for one item after the other. Those without an expression
 * are the same for all items and are read once, which is most of the work that n8n has with them.
 */
export function parameterReader(context: IExecuteFunctions): ReadParameters {
	const typed = context.getNode().parameters;
	const prepared = new Map<object, { fixed: Parameters; names: Array<[string, unknown]> }>();
	const prepare = (operation: Operation | LocalOperation, itemIndex: number) => {
		const all = parametersOf(operation).map(
			({ name, default: fallback }) => [name, fallback] as [string, unknown],
		);
		const isFixed = ([name, fallback]: [string, unknown]) =>
			!hasExpression(typed[name]) && !hasExpression(fallback);
		const fixed = read(context, {}, all.filter(isFixed), itemIndex);
		return { fixed, names: all.filter((each) => !isFixed(each)) };
	};
	return (operation, itemIndex) => {
		const known = prepared.get(operation) ?? prepare(operation, itemIndex);
		prepared.set(operation, known);
		return read(context, known.fixed, known.names, itemIndex);
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

function read(
	context: IExecuteFunctions,
	fixed: Parameters,
	others: Array<[string, unknown]>,
	itemIndex: number,
): Parameters {
	const parameters = { ...fixed };
	for (const [name, fallback] of others) {
		parameters[name] = context.getNodeParameter(name, itemIndex, fallback) as IDataObject;
	}
	return parameters;
}

/** Text that begins with "=" is an expression, wherever it stands. */
export function hasExpression(value: unknown): boolean {
	return value !== undefined && JSON.stringify(value).includes('"=');
}
