import type { Operation } from '../../../shared/provider';
import { snapInquiryAt } from './snap-withdrawal';

/** POST /api/v1.0/emoney/bank-account-inquiry ("Withdraw Inquiry", SNAP BI). */
export const inquireSnap: Operation = {
	value: 'inquireSnap',
	name: 'Inquire (SNAP BI)',
	action: 'Inquire about a withdrawal by SNAP BI',
	description: 'Get the amount that can be withdrawn and the bank account it goes to',
	...snapInquiryAt('/api/v1.0/emoney/bank-account-inquiry'),
};
