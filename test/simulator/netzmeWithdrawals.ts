import { isText, isWhole } from './call';
import type { Routes } from './call';
import { failure, MERCHANT, rupiah, success, written } from './netzmeAnswers';
import type { Fields, NetzmeState } from './netzmeAnswers';
import { currentPin } from './netzmePins';
import type { Answer } from './types';

const TEXTS = ['accountHolderName', 'bankAccountNumber', 'bankName', 'bankCode', 'pin'];

/** Own choice: all of the balance can be withdrawn, and only that. */
function inquiry({ userId }: Fields, { account, data }: NetzmeState): Answer {
	if (userId !== account.merchantId) return failure('404', 'User not found');
	return success(
		{
			withdrawalAmount: rupiah(data.balance),
			...account.bank,
			amountAllowed: data.balance > 0,
		},
		100,
	);
}

function withdraw(body: Fields, id: string, state: NetzmeState): Answer {
	const { account, data } = state;
	const missing = TEXTS.find((name) => !isText(body[name]));
	if (body.userId !== account.merchantId) return failure('404', 'User not found');
	if (missing) return failure('400', `${missing} is required`);
	if (!isWhole(body.withdrawalAmount, 1)) {
		return failure('400', 'withdrawalAmount must be an integer');
	}
	if (body.pin !== currentPin(state)) return failure('403', 'Wrong PIN');
	if (data.withdrawals.has(id)) return failure('409', 'Duplicate requestId');
	if (body.withdrawalAmount !== data.balance) {
		return failure('402', 'withdrawalAmount is not that of the inquiry');
	}
	// Own choice: the document only says that the bank account comes from the inquiry.
	const { bank } = account;
	if (Object.entries(bank).some(([name, value]) => body[name] !== value)) {
		return failure('400', 'The bank account is not that of the inquiry');
	}
	data.balance = 0;
	const customerReffNum = `2021030910385874${String(data.withdrawals.size).padStart(4, '0')}`;
	const withdrawalAmount = rupiah(Number(body.withdrawalAmount));
	const entry = { customerReffNum, userId: body.userId, withdrawalAmount, ...bank };
	data.withdrawals.set(id, entry);
	return success(entry);
}

export const WITHDRAWAL_ROUTES: Routes<NetzmeState> = {
	[`POST ${MERCHANT}/qr/withdraw/inquiry`]: (call, state) =>
		written(call, 'withdraw_inquiry', (body) => inquiry(body, state)),
	[`POST ${MERCHANT}/qr/withdraw`]: (call, state) =>
		written(call, 'submit_withdraw', (body, id) => withdraw(body, id, state)),
	[`GET ${MERCHANT}/withdraw/*`]: (_call, { data }, [id]) => {
		const found = data.withdrawals.get(id);
		// Own choice: it is pending until a test says otherwise; the document has the last status sent to
		// an endpoint.
		return found
			? success({ status: 'PENDING', ...found, requestId: id })
			: failure('404', 'Withdrawal not found');
	},
};
