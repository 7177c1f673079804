import type { Operation } from '../../../shared/provider';
import { itemWithRequestId } from '../../answers';
import { MERCHANT_ID, merchantId } from '../../merchant-id';
import { pinOf } from '../../pin';
import { enveloped, MAKES_REQUEST_ID, REQUEST_ID } from '../../request-id';

/**
 * POST /api/aggregator/merchant/pin/create_pin ("Create Pin"). The PIN is that of the credential,
 * never a parameter.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a PIN',
	description:
		'Set the PIN of the credential for a merchant that has none yet; withdrawals need it',
	properties: [MERCHANT_ID, REQUEST_ID],
	makes: MAKES_REQUEST_ID,
	request: (parameters, account) => {
		const username = merchantId(parameters, account);
		const pin = pinOf(account, username);
		return {
			method: 'POST',
			path: '/api/aggregator/merchant/pin/create_pin',
			...enveloped('create_pin', { username, pin }, parameters),
			secrets: [pin],
		};
	},
	items: itemWithRequestId,
};
