import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { handOver, isNoteStoredFirst } from '../../shared/trigger/hand-over';
import { runPoll, storeState } from '../../shared/trigger/poll';
import { sasom } from '../provider';
import { listOrders } from './list';
import { compareOrders, takeBack, type CompareOptions, type OrderEvent } from './orders';

const REMEMBERED = 'orders';
const EMITTED_IN_TEST_MODE = 3;

/**
 * Emits orders that are new or have changed since the poll before. The first poll only remembers
 * what is there, unless the user wants it emitted. Where n8n then has no execution for them, they are
 * emitted again.
 */
export async function pollOrders(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const parameters = { options };
	const compare: CompareOptions = {
		idField: String(options.orderIdField ?? '').trim(),
		ignoredFields: namesIn(options.ignoredFields),
	};
	let before: string[] = [];
	const output = await runPoll(context, sasom, async (ask) => {
		if (context.getMode() === 'manual') {
			const orders = await listOrders(ask, parameters, 1);
			return orders.slice(0, EMITTED_IN_TEST_MODE).map((order) => ({ event: 'new', order }));
		}
		const orders = await listOrders(ask, parameters);
		const staticData = context.getWorkflowStaticData('node');
		const stored = staticData[REMEMBERED] as string[] | undefined;
		before = stored ?? [];
		const { events, remembered } = compareOrders(orders, before, compare);
		storeState(staticData, REMEMBERED, remembered);
		if (!stored && !context.getNodeParameter('startWithExisting', false)) return [];
		return events.filter(isWanted(context));
	});
	if (!output || context.getMode() === 'manual' || !isNoteStoredFirst(context)) return output;
	emitSafely(
		context,
		output[0].map(({ json }) => json as OrderEvent),
		before,
		compare,
	);
	return null;
}

/** Emits them from inside the poll; n8n would not tell what has become of what a poll returns. */
function emitSafely(
	context: IPollFunctions,
	events: OrderEvent[],
	before: string[],
	compare: CompareOptions,
): void {
	const emitAgain = () => {
		const staticData = context.getWorkflowStaticData('node');
		const remembered = (staticData[REMEMBERED] ?? []) as string[];
		storeState(staticData, REMEMBERED, takeBack(events, remembered, before, compare));
	};
	let isStarted = false;
	try {
		void handOver(context, events).isOver.then((hasArrived) => hasArrived || emitAgain());
		isStarted = true;
	} finally {
		if (!isStarted) emitAgain();
	}
}

function isWanted(context: IPollFunctions): (event: OrderEvent) => boolean {
	const wanted = context.getNodeParameter('events', ['changed', 'new']) as string[];
	return ({ event }) => wanted.includes(event);
}

function namesIn(value: unknown): string[] {
	return String(value ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);
}
