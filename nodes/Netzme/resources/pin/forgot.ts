import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/provider';
import { itemWithRequestId } from '../../answers';
import { MERCHANT_ID, merchantId } from '../../merchant-id';
import { enveloped, MAKES_REQUEST_ID, REQUEST_ID } from '../../request-id';

/** POST /api/aggregator/merchant/pin/forgot_pin ("Forgot Pin"). */
export const forgot: Operation = {
	value: 'forgot',
	name: 'Forgot',
	action: 'Reset a forgotten PIN',
	description:
		'Have Netzme make a new PIN, which it sends to the merchant by SMS; enter it in the credential then',
	properties: [MERCHANT_ID, REQUEST_ID],
	makes: MAKES_REQUEST_ID,
	request: (parameters, account) => ({
		method: 'POST',
		path: '/api/aggregator/merchant/pin/forgot_pin',
		...enveloped('forgot_pin', { username: merchantId(parameters, account) }, parameters),
	}),
	// Netzme's mock tells the new PIN in clear; a PIN is no output of a node.
	items: (answer, asked) => itemWithRequestId(answer, asked).map(withoutPin),
};

function withoutPin(item: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'pin'));
}
