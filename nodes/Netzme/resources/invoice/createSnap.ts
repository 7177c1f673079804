import type { IDataObject } from 'n8n-workflow';
import { requiredId, requiredText } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { writtenItem } from '../../snap/answers';
import { MAKES_REFERENCE, PARTNER_REFERENCE, snapWrite } from '../../snap/request';
import { INVOICE_PROPERTIES } from './create-properties';
import { itemDetails } from './item-details';
import { SNAP_INVOICE_OPTIONS, snapInvoice } from './snap-invoice';

const DEFAULT_LIFE_IN_SECONDS = 3600;

/** POST /api/v1.0/invoice/create-transaction ("Create Invoice Transaction", SNAP BI). */
export const createSnap: Operation = {
	value: 'createSnap',
	name: 'Create (SNAP BI)',
	action: 'Create an invoice by SNAP BI',
	description: 'Create an invoice with a link for paying it',
	properties: [...INVOICE_PROPERTIES, PARTNER_REFERENCE],
	options: SNAP_INVOICE_OPTIONS,
	makes: MAKES_REFERENCE,
	request: (parameters, account) => {
		const payMethod = requiredId(parameters, 'paymentMethod', 'Payment Method');
		const { body, chosen } = snapInvoice(parameters, account);
		const { apiSource, expire_in_second: seconds = DEFAULT_LIFE_IN_SECONDS } = chosen;
		return snapWrite(
			'/api/v1.0/invoice/create-transaction',
			{
				...body,
				payMethod,
				commissionPercentage: String(chosen.commission_percentage ?? 0),
				expireInSecond: String(seconds),
				feeType: chosen.fee_type ?? 'on_seller',
				...(chosen.terminal_id !== undefined && { terminalId: chosen.terminal_id }),
				additionalInfo: {
					...body.additionalInfo,
					...(apiSource !== undefined && { apiSource }),
					...cardFields(payMethod, parameters),
				},
			},
			parameters,
		);
	},
	items: writtenItem,
};

/** As integrations in use send them: a card is charged only where Netzme knows what is sold. */
function cardFields(payMethod: string, parameters: Parameters): IDataObject {
	if (payMethod !== 'CREDIT_CARD') return {};
	return {
		address: requiredText(parameters, 'address', 'Address'),
		item_details: itemDetails(parameters),
	};
}
