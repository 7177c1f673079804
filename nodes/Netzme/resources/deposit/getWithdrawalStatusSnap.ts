import type { Operation } from '../../../shared/provider';
import { snapStatusAt } from '../withdrawal/snap-withdrawal';

/** POST /api/v1.0/debit/status-deposit ("Get Information Withdraw Deposit", SNAP BI). */
export const getWithdrawalStatusSnap: Operation = {
	value: 'getWithdrawalStatusSnap',
	name: 'Get Withdrawal Status (SNAP BI)',
	action: 'Get the status of a deposit withdrawal by SNAP BI',
	description:
		'Get what became of a withdrawal of the deposit; after it was submitted it is pending',
	...snapStatusAt('/api/v1.0/debit/status-deposit'),
};
