import type { IDataObject } from 'n8n-workflow';
import { Netzme } from '../../nodes/Netzme/Netzme.node';
import { startSimulator, type LoggedRequest, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { runNode } from './harness';

/** The Netzme node with a credential for SNAP BI, against a simulator of its own for every test. */
export function netzmeSnapNode() {
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startSimulator();
	});
	afterEach(async () => await simulator.stop());

	const all = (): LoggedRequest[] => simulator.log('netzmeSnap');
	/** What Netzme received, but for the requests for tokens. */
	const received = () => all().filter(({ url }) => !url.includes('/access-token/'));

	return {
		simulator: () => simulator,
		all,
		received,
		operate: async (
			resource: string,
			operation: string,
			parameters: IDataObject = {},
			options: { items?: IDataObject[]; data?: IDataObject } = {},
		): Promise<IDataObject[]> => {
			const { data, ...rest } = options;
			const output = await runNode(accounts.netzmeSnap(simulator, data), new Netzme(), {
				parameters: { resource, operation, ...parameters },
				...rest,
			});
			return output.map(({ json }) => json);
		},
		bodies: (): IDataObject[] => received().map(bodyOf),
		lastBody: () => bodyOf(received().at(-1)),
	};
}

export function bodyOf(request?: LoggedRequest): IDataObject {
	return JSON.parse(textOf(request)) as IDataObject;
}

export function textOf(request?: LoggedRequest): string {
	return Buffer.from(request?.body ?? '', 'base64').toString();
}
