import { UserError, type IDataObject } from 'n8n-workflow';
import { jsonObject } from '../../../shared/fields/json';
import { empty, optionalId } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { itemWithRequestId } from '../../answers';
import { MERCHANT_ID, merchantId, merchantIdStep } from '../../merchant-id';
import { enveloped, MAKES_REQUEST_ID, REQUEST_ID } from '../../request-id';

const LABEL = 'Receipt (JSON)';

/**
 * POST /public/api/v1/createReceipt/{merchantId}. Not in the document: path, type and `merchant_id`
 * are those of a public test tool of Netzme's, which calls it "Send receipt".
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a receipt',
	description: 'Create an electronic receipt of a payment, which Netzme may send to the buyer',
	properties: [
		MERCHANT_ID,
		{
			displayName: LABEL,
			name: 'receipt',
			type: 'json',
			default: '',
			required: true,
			placeholder:
				'e.g. {"order_number": "order-1", "buyer_payment": 10000, "buyer_payment_status": "paid"}',
			description: 'The receipt as Netzme documents it for you; the merchant ID is added to it',
		},
		REQUEST_ID,
	],
	makes: MAKES_REQUEST_ID,
	request: (parameters, account) => {
		const body = receipt(parameters, merchantId(parameters, account));
		return {
			method: 'POST',
			path: `/public/api/v1/createReceipt/${merchantIdStep(parameters, account)}`,
			...enveloped('create_e-receipt', body, parameters),
		};
	},
	items: itemWithRequestId,
};

function receipt(parameters: Parameters, merchant: string): IDataObject {
	if (parameters.receipt === '') throw empty(LABEL);
	const given = jsonObject(parameters, 'receipt', LABEL);
	const named = optionalId(given, 'merchant_id', `${LABEL}: merchant_id`);
	if (named === '' || named === merchant) return { ...given, merchant_id: merchant };
	throw new UserError(`${LABEL} has another merchant_id than Merchant ID`, {
		description: `Leave merchant_id out of ${LABEL}, or correct Merchant ID. Nothing was sent.`,
	});
}
