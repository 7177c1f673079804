import { EXTERNAL_ID, newExternalId } from '../../../../credentials/netzme/external-id';
import type { Operation } from '../../../shared/provider';
import { contentOf } from '../../snap/answers';
import { snapRead } from '../../snap/request';
import { USER_ID, userIdOf } from './user-id';

/** POST /api/v1.0/account/registration-account-inquiry ("Get Account Status", SNAP BI). */
export const getAccountStatusSnap: Operation = {
	value: 'getAccountStatusSnap',
	name: 'Get Account Status (SNAP BI)',
	action: 'Get the account status of a wallet by SNAP BI',
	description: 'Get how far a user of the wallet has been verified',
	properties: [USER_ID],
	isRead: true,
	request: (parameters, account) => {
		const custId = userIdOf(parameters);
		return snapRead(
			'/api/v1.0/account/registration-account-inquiry',
			account,
			(partnerReferenceNo) => ({ partnerReferenceNo, additionalInfo: { custId } }),
		);
	},
	items: (answer) => [contentOf(answer)],
};

/** POST /api/v1.0/payment/balance-inquiry ("Get Balance", SNAP BI). */
export const getBalanceSnap: Operation = {
	value: 'getBalanceSnap',
	name: 'Get Balance (SNAP BI)',
	action: 'Get the balance of a wallet by SNAP BI',
	description: 'Get what a user has in the wallet',
	properties: [USER_ID],
	isRead: true,
	request: (parameters, account) => {
		const accountNo = userIdOf(parameters);
		return snapRead('/api/v1.0/payment/balance-inquiry', account, (partnerReferenceNo) => ({
			partnerReferenceNo,
			accountNo,
		}));
	},
	items: (answer) => [contentOf(answer)],
};

/** GET /api/v1.0/payment/fixed-va ("Get Fixed Topup VA", SNAP BI): the only one that is a GET. */
export const getFixedVaSnap: Operation = {
	value: 'getFixedVaSnap',
	name: 'Get Fixed Virtual Accounts (SNAP BI)',
	action: 'Get the fixed virtual accounts of a wallet by SNAP BI',
	description: 'Get the virtual accounts by which a user tops up the wallet',
	properties: [USER_ID],
	request: (parameters) => ({
		method: 'GET',
		path: '/api/v1.0/payment/fixed-va',
		query: { custId: userIdOf(parameters) },
		headers: { [EXTERNAL_ID]: newExternalId() },
	}),
	items: (answer) => [contentOf(answer)],
};
