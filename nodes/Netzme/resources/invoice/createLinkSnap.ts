import type { Operation } from '../../../shared/provider';
import { MERCHANT_ID } from '../../merchant-id';
import { writtenItem } from '../../snap/answers';
import { MAKES_REFERENCE, PARTNER_REFERENCE, snapWrite } from '../../snap/request';
import { AMOUNT, BUYER_AND_GOODS } from './create-properties';
import { SNAP_LINK_OPTIONS, snapInvoice } from './snap-invoice';

/** POST /api/v1.0/invoice/create ("Create Invoice", SNAP BI). */
export const createLinkSnap: Operation = {
	value: 'createLinkSnap',
	name: 'Create Link (SNAP BI)',
	action: 'Create an invoice link by SNAP BI',
	description: 'Create an invoice for which the buyer chooses how to pay',
	properties: [MERCHANT_ID, AMOUNT, ...BUYER_AND_GOODS, PARTNER_REFERENCE],
	options: SNAP_LINK_OPTIONS,
	makes: MAKES_REFERENCE,
	request: (parameters, account) => {
		const { body, chosen } = snapInvoice(parameters, account);
		// A number here, in the page and in integrations in use; it is never written in another form.
		const commissionPercentage = Number(chosen.commission_percentage ?? 0);
		const feeType = chosen.fee_type ?? 'on_seller';
		return snapWrite(
			'/api/v1.0/invoice/create',
			{ ...body, commissionPercentage, feeType },
			parameters,
		);
	},
	items: writtenItem,
};
