import type { Operation } from '../../../shared/provider';
import { submissionTo } from './submission';

/** POST /api/aggregator/merchant/qr/withdraw ("Withdraw"). */
export const submit: Operation = {
	value: 'submit',
	name: 'Submit',
	action: 'Submit a withdrawal',
	description:
		'Withdraw the amount of an inquiry to its bank account; needs the PIN of the credential',
	...submissionTo('/api/aggregator/merchant/qr/withdraw'),
};
