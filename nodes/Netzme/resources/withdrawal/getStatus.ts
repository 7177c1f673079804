import type { Operation } from '../../../shared/provider';
import { statusAt } from './status';

/** GET /api/aggregator/merchant/withdraw/{requestId}. */
export const getStatus: Operation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of a withdrawal',
	description: 'Get what became of a withdrawal; after it was submitted it is pending',
	...statusAt('/api/aggregator/merchant/withdraw'),
};
