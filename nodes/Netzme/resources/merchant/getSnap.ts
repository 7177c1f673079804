import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { contentOf } from '../../snap/answers';
import { snapRead } from '../../snap/request';
import { get } from './get';

/** POST /api/v1.0/registration-account-inquiry ("Get Merchant Detail", SNAP BI). */
export const getSnap: Operation = {
	value: 'getSnap',
	name: 'Get (SNAP BI)',
	action: 'Get a merchant by SNAP BI',
	description: 'Get the details of a merchant by phone number',
	properties: get.properties,
	isRead: true,
	request: (parameters, account) => {
		const phoneNo = requiredId(parameters, 'phoneNo', 'Phone Number');
		return snapRead('/api/v1.0/registration-account-inquiry', account, (partnerReferenceNo) => ({
			partnerReferenceNo,
			additionalInfo: { phoneNo },
		}));
	},
	items: (answer) => [contentOf(answer)],
};
