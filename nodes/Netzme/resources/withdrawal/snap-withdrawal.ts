import type { INodeProperties } from 'n8n-workflow';
import { requiredId, requiredText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { MERCHANT_ID, merchantId } from '../../merchant-id';
import { pinOf } from '../../pin';
import { snapAmount } from '../../snap/amount';
import { contentOf, writtenItem } from '../../snap/answers';
import { MAKES_REFERENCE, PARTNER_REFERENCE, snapRead, snapWrite } from '../../snap/request';
import { assertAsInquired } from './submission';
import { SUBMIT_PROPERTIES } from './submit-properties';

/** What asks for amount and bank account of a withdrawal: it changes nothing. */
export function snapInquiryAt(
	path: string,
): Pick<Operation, 'properties' | 'isRead' | 'request' | 'items'> {
	return {
		properties: [MERCHANT_ID],
		isRead: true,
		request: (parameters, account) => {
			const custIdMerchant = merchantId(parameters, account);
			return snapRead(path, account, (partnerReferenceNo) => ({
				custIdMerchant,
				partnerReferenceNo,
			}));
		},
		items: (answer) => [contentOf(answer)],
	};
}

/** Those of the other family, but for the amount's place in the inquiry and the reference. */
const PROPERTIES: INodeProperties[] = [
	...SUBMIT_PROPERTIES.filter(({ name }) => name !== 'requestId').map((property) =>
		property.name === 'inquiredAmount'
			? { ...property, default: '={{ $json.amount?.value }}' }
			: property,
	),
	PARTNER_REFERENCE,
];

/**
 * What transfers a withdrawal to its bank account. The page of the document is known in part; the
 * fields are those that integrations in use send.
 */
export function snapSubmissionTo(
	path: string,
): Pick<Operation, 'properties' | 'makes' | 'request' | 'items'> {
	return {
		properties: PROPERTIES,
		makes: MAKES_REFERENCE,
		request: (parameters, account) => {
			const customerNumber = merchantId(parameters, account);
			const amount = snapAmount(parameters, 'withdrawalAmount', 'Withdrawal Amount');
			assertAsInquired(parameters);
			const pin = pinOf(account, customerNumber);
			const fields = {
				customerNumber,
				amount,
				beneficiaryAccountName: requiredText(
					parameters,
					'accountHolderName',
					'Account Holder Name',
				),
				beneficiaryAccountNumber: requiredId(
					parameters,
					'bankAccountNumber',
					'Bank Account Number',
				),
				beneficiaryBankName: requiredText(parameters, 'bankName', 'Bank Name'),
				beneficiaryBankCode: requiredId(parameters, 'bankCode', 'Bank Code'),
				additionalInfo: { type: 'submit_withdraw', pin },
			};
			return { ...snapWrite(path, fields, parameters), secrets: [pin] };
		},
		items: writtenItem,
	};
}

/**
 * What asks for the state of a withdrawal. The page calls `referenceNo` that of the inquiry; its
 * samples, and integrations in use, have that of the submission.
 */
export function snapStatusAt(
	path: string,
): Pick<Operation, 'properties' | 'isRead' | 'request' | 'items'> {
	return {
		properties: [
			{
				displayName: 'Withdrawal Reference',
				name: 'withdrawalReference',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. testing202104091449590001',
				description: 'The Partner Reference Number with which the withdrawal was submitted',
			},
		],
		isRead: true,
		request: (parameters, account) => {
			const referenceNo = requiredId(parameters, 'withdrawalReference', 'Withdrawal Reference');
			return snapRead(path, account, (partnerReferenceNo) => ({ referenceNo, partnerReferenceNo }));
		},
		items: (answer) => [contentOf(answer)],
	};
}
