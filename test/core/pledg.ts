import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Simulator } from '../simulator';
import { run } from './nodes';

/** All ways of authentication that the credential offers. */
export const AUTHENTICATIONS = ['accessToken', 'dashboardLogin', 'signature'];

/** The settings that every purchase needs. */
export const PURCHASE = {
	amountCents: 2000,
	email: 'buyer@example.com',
	firstName: 'Ada',
	lastName: 'Müller',
	reference: 'order_1',
	title: 'Order é 1',
};

/**
 * Runs one operation of the node.
 *
 * @param choice `resource: operation`
 * @param data replaces fields of the credential
 */
export async function runPledg(
	simulator: Simulator,
	choice: string,
	parameters: IDataObject,
	data: IDataObject = {},
): Promise<INodeExecutionData[]> {
	const [resource, operation] = choice.split(': ');
	return await run(simulator, 'pledg', { resource, operation, ...parameters }, { data });
}

/** What Pledg received last. */
export function lastReceived(simulator: Simulator) {
	const [last] = simulator.log('pledg').slice(-1);
	return { ...last, body: Buffer.from(last.body, 'base64').toString() };
}
