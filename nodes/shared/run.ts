import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { answerError, preparationError, requestError } from './errors';
import { parametersOf } from './properties';
import type { Answer, Operation, Parameters, Provider } from './provider';
import { readCredential, send, type NodeCredential } from './send';

const DEFAULT_CONCURRENCY = 10;
const DEFAULT_TIMEOUT_IN_MS = 60_000;
const FIVE_SECONDS_IN_MS = 5_000;

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
	let next = 0;
	let failure: NodeApiError | NodeOperationError | undefined;
	const work = async () => {
		while (next < count && !failure && !context.getExecutionCancelSignal()?.aborted) {
			const itemIndex = next++;
			try {
				results[itemIndex] = await runItem(context, provider, credential, itemIndex);
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

async function runItem(
	context: IExecuteFunctions,
	provider: Provider,
	credential: NodeCredential,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const operation = operationOf(context, provider, itemIndex);
	const parameters = readParameters(context, operation, itemIndex);
	const options = parameters.options as {
		timeout?: number;
		fullResponse?: boolean;
		neverError?: boolean;
	};
	const { answer, clockOffset } = await send(
		context,
		provider,
		credential,
		operation.request(parameters, accountOf(provider, credential)),
		options.timeout ?? DEFAULT_TIMEOUT_IN_MS,
	).catch((error: unknown) => {
		throw requestError(context, provider, error, itemIndex);
	});
	const failure = failureOf(provider, answer);
	if (failure && !options.neverError) {
		throw answerError(
			context,
			provider,
			answer,
			failure,
			itemIndex,
			clockNote(answer, clockOffset),
		);
	}
	if (Buffer.isBuffer(answer.body)) return [await binaryItem(context, answer, itemIndex)];
	const items = options.fullResponse
		? [{ statusCode: answer.status, headers: answer.headers, body: answer.body } as IDataObject]
		: (operation.items ?? asItems)(answer.body);
	return items.map((json) => ({ json, pairedItem: { item: itemIndex } }));
}

function operationOf(context: IExecuteFunctions, provider: Provider, itemIndex: number): Operation {
	const resource = context.getNodeParameter('resource', itemIndex) as string;
	const name = context.getNodeParameter('operation', itemIndex) as string;
	const operation = provider.resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === name);
	if (operation) return operation;
	throw new NodeOperationError(context.getNode(), 'This operation does not exist', {
		description: `Choose resource and operation again in the ${provider.name} node.`,
		itemIndex,
	});
}

function accountOf({ accountFields = [] }: Provider, { data }: NodeCredential): IDataObject {
	return Object.fromEntries(accountFields.map((name) => [name, data[name] as string]));
}

function readParameters(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
): Parameters {
	const parameters: Parameters = {};
	for (const { name, default: fallback } of parametersOf(operation)) {
		parameters[name] = context.getNodeParameter(name, itemIndex, fallback) as IDataObject;
	}
	return parameters;
}

function failureOf(provider: Provider, answer: Answer) {
	const failure = provider.failure(answer);
	if (failure || answer.status < 300) return failure;
	const words = typeof answer.body === 'string' ? answer.body.trim().slice(0, 200) : '';
	if (answer.status < 400)
		return { message: 'redirected the request elsewhere; this is not followed' };
	return { message: /^</.test(words) ? '' : words };
}

/** A request may have been refused for its time only; the difference is worth a look then. */
function clockNote({ status }: Answer, clockOffset: number): string {
	if (status !== 401 || Math.abs(clockOffset) < FIVE_SECONDS_IN_MS) return '';
	const seconds = Math.round(Math.abs(clockOffset) / 1000);
	return ` The provider's clock is ${seconds} seconds ${clockOffset > 0 ? 'ahead of' : 'behind'} this machine's.`;
}

function asItems(body: unknown): IDataObject[] {
	if (Array.isArray(body)) return body.map(asItem);
	return [asItem(body)];
}

function asItem(value: unknown): IDataObject {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
		return value as IDataObject;
	}
	return { data: value as IDataObject };
}

async function binaryItem(
	context: IExecuteFunctions,
	{ headers, body }: Answer,
	itemIndex: number,
): Promise<INodeExecutionData> {
	const type = String(headers['content-type']).split(';')[0];
	const data = await context.helpers.prepareBinaryData(body as Buffer, undefined, type);
	return { json: {}, binary: { data }, pairedItem: { item: itemIndex } };
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
