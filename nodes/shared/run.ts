import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { preparationError } from './errors';
import { runItem, type Run } from './item';
import { credentialReader } from './credential';
import { operationChooser } from './operation';
import { parameterReader } from './parameters';
import { parametersOf } from './properties';
import type { Provider } from './provider';
import { concurrencyOf } from './settings';

/**
 * Carries out the chosen operation for every input item: several at a time, results in the order
 * of the items. With "Continue On Fail" a failed item becomes an item with `error`.
 *
 * @throws NodeApiError where the provider reports a failure, NodeOperationError for everything else
 */
export async function runOperation(
	context: IExecuteFunctions,
	provider: Provider,
): Promise<INodeExecutionData[][]> {
	const count = context.getInputData().length;
	const results: INodeExecutionData[][] = new Array<INodeExecutionData[]>(count);
	const concurrency = itemsAtOnce(context);
	const run: Run = {
		context,
		provider,
		operationOf: operationChooser(context, provider),
		read: parameterReader(context),
		credentialOf: credentialReader(context, provider),
		sent: new Set(),
		written: new Set(),
	};
	let next = 0;
	let failure: NodeApiError | NodeOperationError | undefined;
	const work = async () => {
		while (next < count && !failure && !context.getExecutionCancelSignal()?.aborted) {
			const itemIndex = next++;
			try {
				results[itemIndex] = await runItem(run, itemIndex);
			} catch (error) {
				const known = asNodeError(run, error, itemIndex);
				if (context.continueOnFail()) results[itemIndex] = [failedItem(known, itemIndex)];
				else failure ??= known;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, count) }, work));
	if (failure) throw withOthers(failure, run.written);
	return [results.flat()];
}

/** The first item decides; one at a time where it can't: each item that reads the options says so itself. */
function itemsAtOnce(context: IExecuteFunctions): number {
	try {
		return concurrencyOf(context.getNodeParameter('options', 0, {}) as IDataObject);
	} catch {
		return 1;
	}
}

function asNodeError(
	{ context, provider, sent }: Run,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeOperationError || error instanceof NodeApiError) return error;
	const { parameter } = (error as { context?: { parameter?: string } }).context ?? {};
	const label = parameter && labelOf(provider, parameter);
	return preparationError(context, error, itemIndex, { label, isSent: sent.has(itemIndex) });
}

/** What the editor calls a parameter; `name` may lead to a field in it, as in `options.limit`. */
function labelOf({ resources }: Provider, name: string): string | undefined {
	const [first] = name.split('.');
	const operations = resources.flatMap((resource) => resource.operations);
	return operations.flatMap(parametersOf).find((each) => each.name === first)?.displayName;
}

/** Says which items were sent besides the failed one: they are sent again where the node runs again. */
function withOthers(
	error: NodeApiError | NodeOperationError,
	written: Set<number>,
): NodeApiError | NodeOperationError {
	const others = [...written].filter((index) => index !== error.context.itemIndex);
	if (others.length > 0) {
		error.description = `${error.description ?? ''} Other items were sent as well, up to item ${Math.max(...others)}, and are sent again where the node runs again. With On Error set to continue, each item has a result of its own.`;
	}
	return error;
}

function failedItem(
	error: NodeApiError | NodeOperationError,
	itemIndex: number,
): INodeExecutionData {
	return {
		json: { error: error.message },
		error,
		pairedItem: { item: itemIndex },
	};
}
