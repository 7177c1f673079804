import type { Operation } from '../../../shared/provider';
import { submissionTo } from '../withdrawal/submission';

/** POST /api/aggregator/merchant/deposit/withdraw ("Withdraw Deposit"). */
export const submitWithdrawal: Operation = {
	value: 'submitWithdrawal',
	name: 'Submit Withdrawal',
	action: 'Submit a withdrawal of a deposit',
	description:
		'Withdraw the amount of an inquiry from the deposit; needs the PIN of the credential',
	...submissionTo('/api/aggregator/merchant/deposit/withdraw'),
};
