import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { booleanOf } from '../../shared/fields/boolean';
import { optionalIds } from '../../shared/fields/list';
import { optionalId } from '../../shared/fields/text';
import { runPoll, storeState } from '../../shared/trigger/poll';
import { sasom } from '../provider';
import { listOrders } from './list';
import { compareOrders, type OrderEvent } from './orders';

const REMEMBERED = 'orders';
const EMITTED_IN_TEST_MODE = 3;

/**
 * Emits orders that are new or have changed since the poll before. The first poll only remembers
 * what is there, unless the user wants it emitted.
 */
export async function pollOrders(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const parameters = { options };
	return await runPoll(context, sasom, async (ask) => {
		const compare = {
			idField: optionalId(options, 'orderIdField', 'Order ID Field'),
			ignoredFields: optionalIds(options, 'ignoredFields', 'Fields to Ignore'),
		};
		const startsWithExisting = booleanOf(
			context.getNodeParameter('startWithExisting', false),
			'Start With Existing Orders',
		);
		if (context.getMode() === 'manual') {
			const orders = await listOrders(ask, parameters, 1);
			return orders.slice(0, EMITTED_IN_TEST_MODE).map((order) => ({ event: 'new', order }));
		}
		const orders = await listOrders(ask, parameters);
		const staticData = context.getWorkflowStaticData('node');
		const stored = staticData[REMEMBERED] as string[] | undefined;
		const { events, remembered } = compareOrders(orders, stored ?? [], compare);
		storeState(staticData, REMEMBERED, remembered);
		if (!stored && !startsWithExisting) return [];
		return events.filter(isWanted(context));
	});
}

function isWanted(context: IPollFunctions): (event: OrderEvent) => boolean {
	const wanted = context.getNodeParameter('events', ['changed', 'new']) as string[];
	return ({ event }) => wanted.includes(event);
}
