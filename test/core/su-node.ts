import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { run } from './nodes';

export const hotelId = DEFAULT_ACCOUNTS.su.hotelid;
export const MAPPED = `${hotelId}-MAPPED`;

export const inDays = (days: number) =>
	new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** What the tests of the Su node do. */
export interface SuNode {
	simulator: Simulator;
	/** What a user sees. */
	output(parameters: IDataObject): Promise<IDataObject[]>;
	/** The words of the error. */
	failure(parameters: IDataObject): Promise<string>;
	/** What Su received, requests for tokens aside. */
	received(): Array<{ route: string; body: unknown }>;
}

/**
 * The Su node with a simulator of its own, which the test has to stop: after 27 tokens the
 * credential asks the same address for no more.
 */
export async function startSuNode(): Promise<SuNode> {
	const simulator = await startSimulator();
	const output = async (parameters: IDataObject) => {
		const items = await run(simulator, 'su', { hotelId, ...parameters });
		return items.map(({ json }) => json);
	};
	return {
		simulator,
		output,
		failure: async (parameters) =>
			await output(parameters).then(
				() => 'It succeeded',
				(error: Error) => error.message,
			),
		received: () =>
			simulator
				.log('su')
				.filter(({ outcome }) => outcome !== 'mint')
				.map(({ method, url, body }) => ({
					route: `${method} ${url.replace('/SUAPI/jservice/', '')}`,
					body: JSON.parse(Buffer.from(body, 'base64').toString() || 'null') as unknown,
				})),
	};
}
