import type { Operation } from '../../../shared/provider';
import { snapStatusAt } from './snap-withdrawal';

/** POST /api/v1.0/debit/status ("Get Information Withdraw", SNAP BI). */
export const getStatusSnap: Operation = {
	value: 'getStatusSnap',
	name: 'Get Status (SNAP BI)',
	action: 'Get the status of a withdrawal by SNAP BI',
	description: 'Get what became of a withdrawal; after it was submitted it is pending',
	...snapStatusAt('/api/v1.0/debit/status'),
};
