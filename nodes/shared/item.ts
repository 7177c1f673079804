import {
	NodeOperationError,
	UserError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { requiredInteger } from './fields';
import { receive } from './receive';
import type { ReadParameters } from './parameters';
import type {
	Answer,
	LocalOperation,
	Operation,
	Parameters,
	Provider,
	RequestDescription,
} from './provider';
import type { NodeCredential } from './send';

/** Carries out the chosen operation for one input item; one output item for each thing it yields. */
export async function runItem(
	context: IExecuteFunctions,
	provider: Provider,
	credential: NodeCredential,
	readParameters: ReadParameters,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const operation = operationOf(context, provider, itemIndex);
	const parameters = readParameters(operation, itemIndex);
	const account = accountOf(provider, credential);
	if ('result' in operation) return outputs(operation.result(parameters, account), itemIndex);
	const request = operation.request(parameters, account);
	const ask = async (each: RequestDescription) =>
		await receive(context, provider, credential, operation, each, parameters, itemIndex);
	if (operation.list) {
		return outputs(await listItems(operation, parameters, request, ask), itemIndex);
	}
	const answer = await ask(request);
	if (Buffer.isBuffer(answer.body)) return [await binaryItem(context, answer, itemIndex)];
	return outputs(itemsOf(operation, answer, parameters, request), itemIndex);
}

/** The items of one page after the other, until there are enough of them or no page is left. */
async function listItems(
	operation: Operation,
	parameters: Parameters,
	first: RequestDescription,
	ask: (request: RequestDescription) => Promise<Answer>,
): Promise<IDataObject[]> {
	const limit = parameters.returnAll ? Infinity : requiredInteger(parameters, 'limit', 'Limit', 1);
	const all: IDataObject[] = [];
	const asked = new Set<string>();
	let request: RequestDescription | undefined = first;
	while (request) {
		assertNew(asked, request);
		const answer: Answer = await ask(request);
		const items = itemsOf(operation, answer, parameters, request);
		for (const item of items.slice(0, limit - all.length)) all.push(item);
		const isEnough = all.length >= limit;
		request = isEnough
			? undefined
			: operation.list?.next?.({ body: answer.body, items, request, parameters });
	}
	return all;
}

/** Otherwise a provider that leads in a circle would be asked without end. */
function assertNew(asked: Set<string>, request: RequestDescription): void {
	const known = JSON.stringify([request.path, request.query, request.body]);
	if (asked.has(known)) {
		throw new UserError('The provider leads to a page that was there before', {
			description: 'Turn off Return All, and report this: the list would never end.',
		});
	}
	asked.add(known);
}

function itemsOf(
	operation: Operation,
	answer: Answer,
	parameters: Parameters,
	request: RequestDescription,
): IDataObject[] {
	const { status, headers, body } = answer;
	if ((parameters.options as IDataObject).fullResponse) {
		return [{ statusCode: status, headers, body } as IDataObject];
	}
	const items = operation.items?.(body, { parameters, request }) ?? asItems(body);
	return operation.simplify && parameters.simplify ? items.map(operation.simplify) : items;
}

function operationOf(
	context: IExecuteFunctions,
	provider: Provider,
	itemIndex: number,
): Operation | LocalOperation {
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

function outputs(items: IDataObject[], itemIndex: number): INodeExecutionData[] {
	return items.map((json) => ({ json, pairedItem: { item: itemIndex } }));
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
