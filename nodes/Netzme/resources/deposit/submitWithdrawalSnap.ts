import type { Operation } from '../../../shared/provider';
import { snapSubmissionTo } from '../withdrawal/snap-withdrawal';

/** POST /api/v1.0/emoney/transfer-bank/deposit ("Withdraw Deposit", SNAP BI). */
export const submitWithdrawalSnap: Operation = {
	value: 'submitWithdrawalSnap',
	name: 'Submit Withdrawal (SNAP BI)',
	action: 'Submit a withdrawal of a deposit by SNAP BI',
	description:
		'Withdraw the amount of an inquiry from the deposit; needs the PIN of the credential',
	...snapSubmissionTo('/api/v1.0/emoney/transfer-bank/deposit'),
};
