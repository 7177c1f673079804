import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type LoggedRequest, type Simulator } from '../simulator';
import { run } from './nodes';

/** The Netzme node against a simulator of its own for every test. */
export function netzmeNode() {
	let simulator: Simulator;
	beforeEach(async () => {
		// On new ports every time: what a process knows of a token belongs to the base URL.
		simulator = await startSimulator();
	});
	afterEach(async () => await simulator.stop());

	/** What Netzme received, but for the requests for tokens. */
	const received = (): LoggedRequest[] =>
		simulator.log('netzme').filter(({ url }) => !url.startsWith('/oauth/'));

	return {
		simulator: () => simulator,
		received,
		/** Runs an operation and returns the output. */
		operate: async (
			resource: string,
			operation: string,
			parameters: IDataObject = {},
			options: { items?: IDataObject[]; data?: IDataObject } = {},
		): Promise<IDataObject[]> => {
			const all = { resource, operation, ...parameters };
			return (await run(simulator, 'netzme', all, options)).map(({ json }) => json);
		},
		/** The envelope that Netzme received last. */
		lastBody: () =>
			JSON.parse(Buffer.from(received().at(-1)?.body ?? '', 'base64').toString()) as {
				requestId: string;
				type: string;
				body: IDataObject;
			},
		/** The pay host in a credential: the same server under another name is another origin. */
		payHost: (invoiceToken: string): IDataObject => ({
			invoiceToken,
			invoiceClientName: 'shop',
			payBaseUrl: simulator.urls.netzme.replace('127.0.0.1', 'localhost'),
		}),
	};
}
