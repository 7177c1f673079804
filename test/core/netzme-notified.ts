import { NetzmeTrigger } from '../../nodes/Netzme/NetzmeTrigger.node';
import { startSimulator, type Simulator } from '../simulator';
import { notify, type NotifierAnswer } from '../simulator/notifier';
import type { Payment } from '../simulator/notifierNetzme';
import { accounts } from './accounts';
import { serveTrigger, type Served } from './webhook';

const MERCHANT = '/api/aggregator/merchant';

/** A Netzme Trigger behind a server, and the simulator that it asks; new for each test. */
export function notifiedTrigger() {
	let simulator: Simulator;
	let served: Served;
	beforeEach(async () => {
		simulator = await startSimulator();
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await served.stop();
		await simulator.stop();
	});
	return {
		simulator: () => simulator,
		served: () => served,
		serve: async (parameters: object = {}) => {
			served = await serveTrigger(new NetzmeTrigger(), accounts.netzme(simulator), {
				responseMode: 'lastNode',
				...parameters,
			});
		},
		/** Netzme knows of them from now on. */
		know: (...payments: Payment[]) => {
			for (const { known } of payments) simulator.act('netzme', 'putTransaction', known);
		},
		send: async (...payments: Array<Pick<Payment, 'sending'>>): Promise<NotifierAnswer[]> =>
			(
				await notify(
					served.url,
					payments.map(({ sending }) => sending),
				)
			).answers,
		/** What was emitted, of all executions. */
		items: () => served.executions.flat(),
		/** The URLs that Netzme was asked for, without what all have in front. */
		asked: () =>
			simulator
				.log('netzme')
				.filter(({ url }) => !url.startsWith('/oauth/'))
				.map(({ url }) => url.replace(MERCHANT, '')),
	};
}

/** The callback itself. */
export const callbackOf = ({ sending }: Payment) =>
	JSON.parse(sending.body) as Record<string, unknown>;
