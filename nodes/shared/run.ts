import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { preparationError } from './errors';
import { runItem } from './item';
import { parameterReader } from './parameters';
import type { Provider } from './provider';
import { readCredential } from './send';

const DEFAULT_CONCURRENCY = 10;

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
	const credential = await readCredential(context, provider);
	const concurrency = concurrencyOf(context);
	const read = parameterReader(context);
	let next = 0;
	let failure: NodeApiError | NodeOperationError | undefined;
	const work = async () => {
		while (next < count && !failure && !context.getExecutionCancelSignal()?.aborted) {
			const itemIndex = next++;
			try {
				results[itemIndex] = await runItem(context, provider, credential, read, itemIndex);
			} catch (error) {
				const known = asNodeError(context, error, itemIndex);
				if (context.continueOnFail()) results[itemIndex] = [failedItem(known, itemIndex)];
				else failure ??= known;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, count) }, work));
	if (failure) throw failure;
	return [results.flat()];
}

function concurrencyOf(context: IExecuteFunctions): number {
	const options = context.getNodeParameter('options', 0, {}) as { concurrency?: number };
	const concurrency = Math.floor(Number(options.concurrency ?? DEFAULT_CONCURRENCY));
	return concurrency >= 1 ? concurrency : DEFAULT_CONCURRENCY;
}

function asNodeError(
	context: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeOperationError || error instanceof NodeApiError) return error;
	return preparationError(context, error, itemIndex);
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
