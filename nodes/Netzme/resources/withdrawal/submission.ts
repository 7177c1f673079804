import { UserError } from 'n8n-workflow';
import { switchOf } from '../../../shared/fields/boolean';
import { optionalText, requiredId, requiredText } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { asText, rupiah, wholeRupiah } from '../../amount';
import { itemWithRequestId } from '../../answers';
import { merchantId } from '../../merchant-id';
import { pinOf } from '../../pin';
import { enveloped, MAKES_REQUEST_ID } from '../../request-id';
import { SUBMIT_PROPERTIES } from './submit-properties';

const AMOUNT = ['withdrawalAmount', 'Withdrawal Amount'] as const;
const INQUIRED = ['inquiredAmount', 'Inquired Amount'] as const;

/**
 * What submits a withdrawal to a path: from the balance of a merchant or from its deposit, with the
 * same body ("Withdraw", and the sample request of "Withdraw Deposit").
 */
export function submissionTo(
	path: string,
): Pick<Operation, 'properties' | 'makes' | 'request' | 'items'> {
	return {
		properties: SUBMIT_PROPERTIES,
		makes: MAKES_REQUEST_ID,
		request: (parameters, account) => {
			const userId = merchantId(parameters, account);
			const withdrawalAmount = wholeRupiah(parameters, ...AMOUNT);
			assertAsInquired(parameters);
			const pin = pinOf(account, userId);
			const body = {
				userId,
				withdrawalAmount,
				accountHolderName: requiredText(parameters, 'accountHolderName', 'Account Holder Name'),
				bankAccountNumber: requiredId(parameters, 'bankAccountNumber', 'Bank Account Number'),
				bankName: requiredText(parameters, 'bankName', 'Bank Name'),
				bankCode: requiredId(parameters, 'bankCode', 'Bank Code'),
				pin,
			};
			return {
				method: 'POST',
				path,
				...enveloped('submit_withdraw', body, parameters),
				secrets: [pin],
			};
		},
		items: itemWithRequestId,
	};
}

/**
 * "Withdrawal amount value must be equals with response inquiry withdrawal" (Netzme, "Withdraw").
 */
export function assertAsInquired(parameters: Parameters): void {
	if (!switchOf(parameters, 'compareWithInquiry', 'Compare With Inquiry', true)) return;
	if (optionalText(parameters, ...INQUIRED) === '') {
		throw new UserError('Inquired Amount is empty', {
			description:
				'Fill in the amount that the inquiry gave, or turn off Compare With Inquiry. Nothing was sent.',
		});
	}
	const amount = asText(rupiah(parameters, ...AMOUNT));
	const inquired = asText(rupiah(parameters, ...INQUIRED));
	if (amount === inquired) return;
	throw new UserError(`Withdrawal Amount is ${amount}, but the inquiry gave ${inquired}`, {
		description:
			'Netzme takes only the amount of the inquiry. Inquire again, or check Withdrawal Amount and Inquired Amount. Nothing was sent.',
	});
}
