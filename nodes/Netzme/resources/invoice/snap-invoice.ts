import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { requiredId, requiredText } from '../../../shared/fields/text';
import type { Parameters } from '../../../shared/provider';
import { optionsOf } from '../../../shared/settings';
import { merchantId } from '../../merchant-id';
import { NO_AMOUNT, snapAmount } from '../../snap/amount';
import { INVOICE_OPTIONS } from './create-options';
import { fullName, optionalFields } from './fields';

const OF_SNAP = [
	'commissionPercentage',
	'expireInSecond',
	'feeType',
	'imageUrl',
	'notes',
	'terminalId',
	'topUpDeposit',
];
/** Netzme documents no life and no terminal for a link. */
const OF_LINKS = ['commissionPercentage', 'feeType', 'imageUrl', 'notes'];
const optionsNamed = (names: string[]): INodeProperties[] =>
	INVOICE_OPTIONS.filter(({ name }) => names.includes(name));

export const SNAP_INVOICE_OPTIONS = optionsNamed(OF_SNAP);
export const SNAP_LINK_OPTIONS = optionsNamed(OF_LINKS);

/**
 * What both kinds of invoices have in SNAP BI. All of the amount is the basic amount; the notes repeat
 * the description unless the options have others.
 *
 * @returns the body, and the chosen options by the names that they have in the other family
 * @throws UserError naming the field that does not fit
 */
export function snapInvoice(parameters: Parameters, account: IDataObject) {
	const amount = snapAmount(parameters, 'amount', 'Amount');
	const description = requiredText(parameters, 'description', 'Description');
	const chosen = optionalFields(optionsOf(parameters));
	const body = {
		custIdMerchant: merchantId(parameters, account),
		amount,
		amountDetail: { basicAmount: amount, shippingAmount: NO_AMOUNT },
		additionalInfo: {
			email: requiredId(parameters, 'email', 'Email'),
			notes: chosen.notes ?? description,
			description,
			phoneNumber: requiredId(parameters, 'phoneNumber', 'Phone Number'),
			imageUrl: chosen.image_url ?? '',
			fullname: fullName(parameters),
		},
	};
	return { body, chosen };
}
