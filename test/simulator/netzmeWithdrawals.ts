import { isText, isWhole } from './call';
import type { Routes } from './call';
import { failure, MERCHANT, rupiah, success, written } from './netzmeAnswers';
import type { Fields, NetzmeState } from './netzmeAnswers';
import { currentPin } from './netzmePins';
import type { Answer } from './types';

const TEXTS = ['accountHolderName', 'bankAccountNumber', 'bankName', 'bankCode', 'pin'];

/** Where a withdrawal is from. */
type From = 'balance' | 'deposit';

/** Own choice: all of the balance, or of the deposit, can be withdrawn, and only that. */
function inquiry(userId: unknown, { account, data }: NetzmeState, from: From): Answer {
	if (userId !== account.merchantId) return failure('404', 'User not found');
	return success(
		{
			withdrawalAmount: rupiah(data[from]),
			...account.bank,
			amountAllowed: data[from] > 0,
		},
		100,
	);
}

function withdraw(body: Fields, id: string, state: NetzmeState, from: From): Answer {
	const { account, data } = state;
	const known = from === 'balance' ? data.withdrawals : data.depositWithdrawals;
	const missing = TEXTS.find((name) => !isText(body[name]));
	if (body.userId !== account.merchantId) return failure('404', 'User not found');
	if (missing) return failure('400', `${missing} is required`);
	if (!isWhole(body.withdrawalAmount, 1)) {
		return failure('400', 'withdrawalAmount must be an integer');
	}
	if (body.pin !== currentPin(state)) return failure('403', 'Wrong PIN');
	if (known.has(id)) return failure('409', 'Duplicate requestId');
	if (body.withdrawalAmount !== data[from]) {
		return failure('402', 'withdrawalAmount is not that of the inquiry');
	}
	// Own choice: the document only says that the bank account comes from the inquiry.
	const { bank } = account;
	if (Object.entries(bank).some(([name, value]) => body[name] !== value)) {
		return failure('400', 'The bank account is not that of the inquiry');
	}
	data[from] = 0;
	const customerReffNum = `2021030910385874${String(known.size).padStart(4, '0')}`;
	const withdrawalAmount = rupiah(Number(body.withdrawalAmount));
	const entry = { customerReffNum, userId: body.userId, withdrawalAmount, ...bank };
	known.set(id, entry);
	return success(entry);
}

/**
 * Own choice: it is pending until a test says otherwise; the document has the last status sent to an
 * endpoint.
 */
function status(known: Map<string, Fields>, requestId: string): Answer {
	const found = known.get(requestId);
	return found
		? success({ status: 'PENDING', ...found, requestId })
		: failure('404', 'Withdrawal not found');
}

export const WITHDRAWAL_ROUTES: Routes<NetzmeState> = {
	[`POST ${MERCHANT}/qr/withdraw/inquiry`]: (call, state) =>
		written(call, 'withdraw_inquiry', ({ userId }) => inquiry(userId, state, 'balance')),
	[`POST ${MERCHANT}/qr/withdraw`]: (call, state) =>
		written(call, 'submit_withdraw', (body, id) => withdraw(body, id, state, 'balance')),
	[`GET ${MERCHANT}/withdraw/*`]: (_call, { data }, [id]) => status(data.withdrawals, id),
	[`GET ${MERCHANT}/deposit/withdraw/inquiry`]: (call, state) =>
		inquiry(call.query.get('userId'), state, 'deposit'),
	[`POST ${MERCHANT}/deposit/withdraw`]: (call, state) =>
		written(call, 'submit_withdraw', (body, id) => withdraw(body, id, state, 'deposit')),
	[`GET ${MERCHANT}/withdraw/deposit/*`]: (_call, { data }, [id]) =>
		status(data.depositWithdrawals, id),
};
