import type { LoggedRequest } from '../simulator';
import type { Client } from './harness/client';
import { itemsOf } from './harness/execution';
import { poll } from './harness/rest';
import type { Workflow } from './harness/workflow';
import { simulator } from './running';

/** Poll times. */
export const EVERY_TWO_SECONDS = Array.from({ length: 30 }, (_, at) => ({
	mode: 'custom',
	// n8n refuses an expression that comes up more often than once a minute, but takes thirty of them.
	cronExpression: `${at * 2} * * * * *`,
}));
const WITHIN_MS = 60_000;
const TRIGGER = 'Trigger';

/** A workflow that a polling trigger starts every two seconds. */
export function polledWorkflow(
	type: string,
	parameters: Record<string, unknown>,
	credentials: NonNullable<Workflow['nodes'][number]['credentials']>,
): Workflow {
	return {
		name: `Polled by ${type}`,
		nodes: [
			{
				id: 'trigger',
				name: TRIGGER,
				type: `n8n-nodes-partner-apis.${type}`,
				typeVersion: 1,
				position: [0, 0],
				parameters: { ...parameters, pollTimes: { item: EVERY_TWO_SECONDS } },
				credentials,
			},
			{
				id: 'end',
				name: 'End',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [220, 0],
				parameters: {},
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'all' },
	};
}

/** All that a trigger has ever emitted: the items of all executions, failed ones too. */
export async function emittedBy(
	n8n: Client,
	workflowId: string,
): Promise<Array<Record<string, unknown>>> {
	const executions = await n8n.executions(workflowId);
	const items = executions.map(async ({ id }) => itemsOf(await n8n.execution(id), TRIGGER));
	return (await Promise.all(items)).flat();
}

/** Waits until it has emitted so many items, or more. */
export async function untilEmitted(n8n: Client, workflowId: string, count: number): Promise<void> {
	await poll(
		async () => ((await emittedBy(n8n, workflowId)).length >= count ? true : undefined),
		WITHIN_MS,
		`Workflow ${workflowId} has not emitted ${count} items in ${WITHIN_MS / 1000} s.`,
	);
}

/** Waits until the provider has got so many further requests whose path ends so. */
export async function untilAsked(
	provider: 'sasom' | 'su',
	path: string,
	times: number,
): Promise<void> {
	const count = async () =>
		(await simulator.log(provider)).filter(({ url }) => url.endsWith(path)).length;
	const before = await count();
	await poll(
		async () => ((await count()) >= before + times ? true : undefined),
		WITHIN_MS,
		`${provider} has not been asked for ${path} ${times} times in ${WITHIN_MS / 1000} s.`,
	);
}

/** The reservations that Su was told of and has found. */
export async function acknowledged(): Promise<string[]> {
	return acknowledgedIn(await simulator.log('su'));
}

/** The same, of what the simulator has logged. */
export function acknowledgedIn(log: LoggedRequest[]): string[] {
	return log
		.filter(({ url, outcome }) => url.endsWith('Reservation_notif') && outcome === 'ok')
		.flatMap(({ body }) => {
			const sent = JSON.parse(Buffer.from(body, 'base64').toString()) as {
				reservation_notif: { reservation_notif_id: string[] };
			};
			return sent.reservation_notif.reservation_notif_id;
		})
		.sort();
}
