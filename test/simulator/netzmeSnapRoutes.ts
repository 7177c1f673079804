import { isText, type Routes } from './call';
import { hmacHex, isObject } from './digest';
import { coded, idr, service, write } from './netzmeSnapAnswers';
import type { Fields, NetzmeSnapState, Service } from './netzmeSnapAnswers';
import { invoiceDetail, qrisDetail, transactions } from './netzmeSnapTransactions';
import type { Answer } from './types';

const USER = 'user-4711';
const METHODS = ['BANK_TRANSFER', 'NETZME', 'BCA', 'QRIS', 'RETAIL_OUTLET', 'OVO', 'DANA'];
const AMOUNT = /^\d+\.\d\d$/;

/** Where a withdrawal is from. */
type From = 'balance' | 'deposit';

/** Amounts are text with two decimals. */
const valueOf = (amount: unknown): number => {
	const { value, currency } = Object(amount) as Fields;
	const isAmount = isText(value) && AMOUNT.test(value) && currency === 'IDR';
	return isAmount ? Number(value) : NaN;
};

const balance = service('11', ({ accountNo }, { account, data }, { success, failure }) => {
	if (!isText(accountNo)) return failure(400, '02', 'Missing Mandatory Field accountNo');
	const infos = (amount: number) => [
		{ balanceType: 'totalBalance', availableBalance: idr(amount) },
		{ balanceType: 'settledBalance', availableBalance: idr(amount) },
	];
	if (accountNo === USER) return success({ accountInfos: infos(5000) });
	if (accountNo !== account.merchantId) return failure(404, '08', 'Invalid Merchant');
	return success({
		accountInfo: infos(data.balance),
		additionalInfo: { custIdMerchant: accountNo },
	});
});

const deposit = service('11', ({ accountNo }, { account, data }, { success, failure }) =>
	accountNo === account.merchantId
		? success({ accountInfo: [{ balanceType: 'deposit', availableBalance: idr(data.deposit) }] })
		: failure(404, '08', 'Invalid Merchant'),
);

const merchant = service('08', ({ additionalInfo }, { account }, { success, failure }) => {
	const { phoneNo } = Object(additionalInfo) as Fields;
	if (!isText(phoneNo) || !/^\+?\d+$/.test(phoneNo)) return failure(404, '08', 'Invalid Merchant');
	const info = { custIdMerchant: account.merchantId, phoneNo, merchantName: 'Test Merchant' };
	return success({ additionalInfo: info });
});

function invoiceProblem(sent: Fields, { account }: NetzmeSnapState): string | undefined {
	const { custIdMerchant, amount, amountDetail, commissionPercentage, additionalInfo } = sent;
	if (custIdMerchant !== account.merchantId) return 'custIdMerchant';
	if (!(valueOf(amount) > 0)) return 'amount';
	const { basicAmount, shippingAmount } = Object(amountDetail) as Fields;
	if (Number.isNaN(valueOf(basicAmount))) return 'amountDetail.basicAmount';
	if (Number.isNaN(valueOf(shippingAmount))) return 'amountDetail.shippingAmount';
	if (!/^\d+$/.test(String(commissionPercentage))) return 'commissionPercentage';
	const { email, fullname, phoneNumber, description } = Object(additionalInfo) as Fields;
	const missing = Object.entries({ email, fullname, phoneNumber, description }).find(
		([, value]) => !isText(value),
	);
	return missing && `additionalInfo.${missing[0]}`;
}

/** Own choice: which of the fields is wrong is part of the message. */
const invoice = (code: string, hasMethod: boolean) =>
	write(code, (sent, state, { success, failure }) => {
		const problem = invoiceProblem(sent, state);
		if (problem) return failure(400, '01', `Invalid Field Format ${problem}`);
		if (hasMethod && !METHODS.includes(String(sent.payMethod))) {
			return failure(400, '01', 'Invalid Field Format payMethod');
		}
		if (hasMethod && !/^\d+$/.test(String(sent.expireInSecond))) {
			return failure(400, '01', 'Invalid Field Format expireInSecond');
		}
		const number = state.data.references.size + 1;
		const trxId = `trx-snap-${number}`;
		const additionalInfo = { id: `NETZ-INV-${number}`, trxId, status: true };
		const paymentUrl = `https://pay.example.com/${number}`;
		return success({ payMethod: sent.payMethod, paymentUrl, additionalInfo });
	});

const inquiry = (from: From) =>
	service('42', ({ custIdMerchant }, { account, data }, { success, failure }) =>
		custIdMerchant === account.merchantId
			? success({
					referenceNo: 'inquiry-1',
					...account.bank,
					amount: idr(data[from]),
					additionalInfo: { amountAllowed: data[from] > 0, minimumWithdrawalAmount: idr(0) },
				})
			: failure(404, '08', 'Invalid Merchant'),
	);

function transferProblem(
	sent: Fields,
	{ account, data }: NetzmeSnapState,
	from: From,
	{ failure }: Service,
): Answer | undefined {
	const { customerNumber, amount, additionalInfo } = sent;
	const { pin, type } = Object(additionalInfo) as Fields;
	if (customerNumber !== account.merchantId) return failure(404, '08', 'Invalid Merchant');
	if (type !== 'submit_withdraw') return failure(400, '02', 'Missing Mandatory Field type');
	const key = Buffer.from(account.clientId + account.merchantId);
	if (pin !== hmacHex(key, Buffer.from(account.pin))) {
		return failure(403, '15', 'Transaction Not Permitted. [Wrong PIN]');
	}
	if (Number.isNaN(valueOf(amount))) return failure(400, '01', 'Invalid Field Format amount');
	if (Object.entries(account.bank).some(([name, value]) => sent[name] !== value)) {
		return failure(404, '11', 'Invalid Account');
	}
	return valueOf(amount) > data[from] || data[from] === 0
		? failure(403, '14', 'Insufficient Funds')
		: undefined;
}

const transfer = (from: From) =>
	write('43', (sent, state, answers) => {
		const problem = transferProblem(sent, state, from, answers);
		if (problem) return problem;
		const { account, data } = state;
		const known = from === 'balance' ? data.withdrawals : data.depositWithdrawals;
		const amount = valueOf(sent.amount);
		data[from] -= amount;
		const bank = account.bank;
		known.set(String(sent.partnerReferenceNo), {
			withdrawalAmount: idr(amount),
			additionalInfo: {
				accountHolderName: bank.beneficiaryAccountName,
				bankAccountNumber: bank.beneficiaryAccountNumber,
				bankCode: bank.beneficiaryBankCode,
				bankName: bank.beneficiaryBankName,
				status: 'PENDING',
			},
		});
		return answers.success({ referenceNo: `netzme-${known.size}`, amount: sent.amount });
	});

/** The samples of the page show that it is asked for by the reference of the submission. */
const status = (from: From) =>
	service('00', ({ referenceNo }, { data }, { success, failure }) => {
		const known = from === 'balance' ? data.withdrawals : data.depositWithdrawals;
		const found = known.get(String(referenceNo));
		if (!found) return failure(404, '01', 'Transaction Not Found');
		return success({ referenceNo, ...found });
	});

/** The code of a service in the codes of answers. */
export const SERVICES: Record<string, string> = {
	'/api/v1.0/payment/balance-inquiry': '11',
	'/api/v1.0/deposit/balance-inquiry': '11',
	'/api/v1.0/registration-account-inquiry': '08',
	'/api-qris/v2.0/transaction/history-list': '12',
	'/api/v1.0/deposit/transaction-history-list': '12',
	'/api-invoice/v2.0/transaction-history-detail': '13',
	'/api-qris/v2.0/transaction-history-detail': '13',
	'/api/v1.0/invoice/create': '47',
	'/api/v1.0/invoice/create-transaction': '47',
	'/api/v1.0/emoney/bank-account-inquiry': '42',
	'/api/v1.0/emoney/bank-account-inquiry/deposit': '42',
	'/api/v1.0/emoney/transfer-bank': '43',
	'/api/v1.0/emoney/transfer-bank/deposit': '43',
};

export const NETZME_SNAP_ROUTES: Routes<NetzmeSnapState> = {
	'POST /api/v1.0/payment/balance-inquiry': balance,
	'POST /api/v1.0/deposit/balance-inquiry': deposit,
	'POST /api/v1.0/registration-account-inquiry': merchant,
	'POST /api-qris/v2.0/transaction/history-list': transactions,
	'POST /api/v1.0/deposit/transaction-history-list': transactions,
	'POST /api-invoice/v2.0/transaction-history-detail': invoiceDetail,
	'POST /api-qris/v2.0/transaction-history-detail': qrisDetail,
	'POST /api/v1.0/invoice/create': invoice('47', false),
	'POST /api/v1.0/invoice/create-transaction': invoice('47', true),
	'POST /api/v1.0/emoney/bank-account-inquiry': inquiry('balance'),
	'POST /api/v1.0/emoney/bank-account-inquiry/deposit': inquiry('deposit'),
	'POST /api/v1.0/emoney/transfer-bank': transfer('balance'),
	'POST /api/v1.0/emoney/transfer-bank/deposit': transfer('deposit'),
	'POST /api/v1.0/debit/status': status('balance'),
	'POST /api/v1.0/debit/status-deposit': status('deposit'),
	'GET /api/v1.0/payment/fixed-va': ({ query }) =>
		query.get('custId') === USER
			? coded(200, '00', '00', 'Successful', 'ok', { virtualAccountNo: '8888000000004711' })
			: coded(404, '00', '11', 'Invalid Account', 'invalid'),
	'POST /api/v1.0/account/registration-account-inquiry': service(
		'08',
		({ additionalInfo }, _state, { success, failure }) =>
			isObject(additionalInfo) && additionalInfo.custId === USER
				? success({
						referenceNo: 'r-1',
						additionalInfo: { userStatus: 'premium', status: 'approved' },
					})
				: failure(404, '11', 'Invalid Account'),
	),
};
