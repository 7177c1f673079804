import type { Operation } from '../../../shared/provider';
import { snapInquiryAt } from '../withdrawal/snap-withdrawal';

/** POST /api/v1.0/emoney/bank-account-inquiry/deposit ("Inquiry Withdraw Deposit", SNAP BI). */
export const inquireWithdrawalSnap: Operation = {
	value: 'inquireWithdrawalSnap',
	name: 'Inquire Withdrawal (SNAP BI)',
	action: 'Inquire about a withdrawal of a deposit by SNAP BI',
	description:
		'Get the amount of the deposit that can be withdrawn and the bank account it goes to',
	...snapInquiryAt('/api/v1.0/emoney/bank-account-inquiry/deposit'),
};
