import {
	UserError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { asItems } from './answer';
import { inDoubt } from './errors';
import { fileNameOf } from './file-name';
import type { ChosenOperation } from './operation';
import { changes, receive } from './receive';
import { makeParameters, type ReadParameters } from './parameters';
import type { Answer, Asked, Operation, Provider, RequestDescription } from './provider';
import type { CredentialOf, NodeCredential } from './credential';
import { settingsOf, type Settings } from './settings';

/** Carries out the chosen operation for one input item; one output item for each thing it yields. */
export async function runItem(run: Run, itemIndex: number): Promise<INodeExecutionData[]> {
	const { context, provider } = run;
	const operation = run.operationOf(itemIndex);
	const parameters = run.read(operation, itemIndex);
	const credential = await run.credentialOf(itemIndex);
	const account = accountOf(provider, credential);
	const timezone = context.getTimezone();
	if ('result' in operation) {
		return outputs(await operation.result(parameters, account, timezone), itemIndex);
	}
	makeParameters(operation, parameters, account, context, itemIndex);
	const settings = settingsOf(parameters);
	const request = operation.request(parameters, account, timezone);
	const isWrite = changes(operation, request);
	const asked: Asked = { parameters, request, account, timezone };
	const ask = async (each: RequestDescription) => {
		run.sent.add(itemIndex);
		if (isWrite) run.written.add(itemIndex);
		return await receive(context, provider, credential, operation, each, settings, itemIndex);
	};
	if (operation.list && (operation.list.onlyFor?.applies(parameters) ?? true)) {
		const items = await listItems(operation, settings, asked, ask);
		return outputs(simplified(operation, settings, items), itemIndex);
	}
	const answer = await ask(request);
	if (Buffer.isBuffer(answer.body) && !operation.items && !request.items) {
		return [await binaryItem(context, answer, settings, itemIndex)];
	}
	try {
		const items = itemsOf(operation, answer, settings, asked);
		return outputs(simplified(operation, settings, items), itemIndex);
	} catch (error) {
		throw error instanceof Error && isWrite ? inDoubt(error, request) : error;
	}
}

/** What the items of one execution of a node share. */
export interface Run {
	context: IExecuteFunctions;
	provider: Provider;
	operationOf: ChosenOperation;
	read: ReadParameters;
	credentialOf: CredentialOf;
	/** The items with which something was sent. */
	sent: Set<number>;
	/** The items with which something was sent that may change something at the provider. */
	written: Set<number>;
}

/** The items of one page after the other, until there are enough of them or no page is left. */
async function listItems(
	operation: Operation,
	settings: Settings,
	first: Asked,
	ask: (request: RequestDescription) => Promise<Answer>,
): Promise<IDataObject[]> {
	const { limit } = settings;
	const all: IDataObject[] = [];
	const asked = new Set<string>();
	const keys = new Set<string>();
	const isNew = (item: IDataObject) => {
		const key = operation.list?.key?.(item);
		return key === undefined || (!keys.has(key) && keys.add(key));
	};
	let request: RequestDescription | undefined = first.request;
	let before: string | undefined;
	while (request) {
		asked.add(pageOf(request));
		const answer: Answer = await ask(request);
		const page: Asked = { ...first, request };
		const items: IDataObject[] = itemsOf(operation, answer, settings, page).filter(isNew);
		// Who does not know the parameter of a page answers every time with the first one.
		const isSame = items.length > 0 && before === JSON.stringify(answer.body);
		for (const item of items.slice(0, limit - all.length)) all.push(item);
		const isEnough = all.length >= limit && !isSame;
		request = isEnough ? undefined : operation.list?.next?.({ ...page, body: answer.body, items });
		before = request && JSON.stringify(answer.body);
		if (!request || !(isSame || asked.has(pageOf(request)))) continue;
		// Nothing can be missing behind a page that brings nothing new and leads back.
		if (items.length === 0) return all;
		throw samePage();
	}
	return all;
}

function samePage(): UserError {
	return new UserError('The provider leads to a page that was there before', {
		description:
			'The list would never end. Correct the fields of Pagination where the node has them; else turn off Return All, and report this.',
	});
}

const pageOf = ({ path, query, body }: RequestDescription): string =>
	JSON.stringify([path, query, body]);

function itemsOf(
	operation: Operation,
	answer: Answer,
	{ fullResponse }: Settings,
	asked: Asked,
): IDataObject[] {
	const { body } = answer;
	if (fullResponse) return [{ ...head(answer), body } as IDataObject];
	return asked.request.items?.(body) ?? operation.items?.(body, asked) ?? asItems(body);
}

function simplified(
	operation: Operation,
	{ simplify, fullResponse }: Settings,
	items: IDataObject[],
): IDataObject[] {
	return operation.simplify && simplify && !fullResponse ? items.map(operation.simplify) : items;
}

function accountOf({ accountFields = [] }: Provider, { data }: NodeCredential): IDataObject {
	if (accountFields === 'all') return data as IDataObject;
	return Object.fromEntries(accountFields.map((name) => [name, data[name] as string]));
}

const head = ({ status, headers }: Answer): IDataObject => ({ statusCode: status, headers });

function outputs(items: IDataObject[], itemIndex: number): INodeExecutionData[] {
	return items.map((json) => ({ json, pairedItem: { item: itemIndex } }));
}

async function binaryItem(
	context: IExecuteFunctions,
	answer: Answer,
	{ fullResponse }: Settings,
	itemIndex: number,
): Promise<INodeExecutionData> {
	const { headers, body } = answer;
	const type = String(headers['content-type'] ?? '').split(';')[0] || undefined;
	const name = fileNameOf(headers['content-disposition']);
	const data = await context.helpers.prepareBinaryData(body as Buffer, name, type);
	const json = fullResponse ? head(answer) : {};
	return { json, binary: { data }, pairedItem: { item: itemIndex } };
}
