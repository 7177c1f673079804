import type { Operation } from '../../../shared/provider';
import { snapSubmissionTo } from './snap-withdrawal';

/** POST /api/v1.0/emoney/transfer-bank ("Withdraw Process", SNAP BI). */
export const submitSnap: Operation = {
	value: 'submitSnap',
	name: 'Submit (SNAP BI)',
	action: 'Submit a withdrawal by SNAP BI',
	description:
		'Withdraw the amount of an inquiry to its bank account; needs the PIN of the credential',
	...snapSubmissionTo('/api/v1.0/emoney/transfer-bank'),
};
