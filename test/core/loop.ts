import type { IDataObject, IExecuteFunctions, NodeApiError } from 'n8n-workflow';
import { sasom } from '../../nodes/Sasom/provider';
import { Sasom } from '../../nodes/Sasom/Sasom.node';
import { nodeProperties } from '../../nodes/shared/properties';
import type { Operation, Provider } from '../../nodes/shared/provider';
import { runOperation } from '../../nodes/shared/run';
import { startSimulator, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { contextFor, type ContextOptions } from './harness';
import { request, run } from './nodes';

/**
 * What the tests of the loop over items share. What it does, it does for every provider; SASOM,
 * which has no tokens, stands for all.
 */
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.stop());
beforeEach(() => simulator.reset());

/** What has arrived at the provider. */
export const arrived = () => simulator.log('sasom');
/** The moments at which it arrived, in milliseconds. */
export const arrivals = () => arrived().map(({ at }) => at);
export const fail = (kind: 'status' | 'cut' | 'tooMany', count: number, more: object = {}) =>
	simulator.configure('sasom', { failNext: [{ target: 'api', count, kind, ...more }] });
export const answerAfter = (latencyMs: number) => simulator.configure('sasom', { latencyMs });
/** Runs the node's generic request. */
export const send = async (parameters: IDataObject = {}, options: Parameters<typeof run>[3] = {}) =>
	await run(simulator, 'sasom', request(parameters), options);
export const itemsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ index }));

/** A provider with one operation, which is like the generic GET unless told otherwise. */
export function providerWith(operation: Partial<Operation>): Provider {
	const only: Operation = {
		value: 'send',
		name: 'Send',
		action: 'Send',
		description: 'Send',
		properties: [],
		request: () => ({ method: 'GET', path: '/api/echo' }),
		...operation,
	};
	return {
		...sasom,
		resources: [{ value: 'request', name: 'Request', operations: [only] }],
	};
}

/** An execution with the simulator's SASOM account; a credential id of its own starts a new count. */
export function contextOf(
	provider: Provider,
	{ credentialId, ...options }: ContextOptions & { credentialId?: string } = {},
): IExecuteFunctions {
	const nodeType = new Sasom();
	nodeType.description.properties = nodeProperties(provider.resources);
	const context = contextFor(accounts.sasom(simulator), {
		...options,
		nodeType,
		parameters: request({ ...options.parameters }),
	});
	const node = context.getNode();
	if (credentialId) node.credentials = { sasomApi: { id: credentialId, name: 'Credential' } };
	return Object.assign(Object.create(context) as typeof context, { getNode: () => node });
}

export async function runOn(context: IExecuteFunctions, provider: Provider) {
	const [output] = await runOperation(context, provider);
	return output;
}

export const runWith = async (...args: Parameters<typeof contextOf>) =>
	await runOn(contextOf(...args), args[0]);

/** The error of what must fail. */
export async function refusal(running: Promise<unknown>): Promise<NodeApiError> {
	try {
		await running;
	} catch (error) {
		return error as NodeApiError;
	}
	throw new Error('It was not refused');
}
