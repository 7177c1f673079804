import { isText, reply } from './call';
import type { Routes } from './call';
import { isObject } from './digest';
import { envelope, failure, MERCHANT, rupiah, success, written } from './netzmeAnswers';
import type { Fields, NetzmeState } from './netzmeAnswers';
import type { Answer } from './types';

const TEXTS = ['transactionId', 'sku', 'productName', 'bankName'];
const METHODS = ['BANK_TRANSFER', 'EWALLET', 'RETAIL_OUTLET', 'QRIS', 'DIRECT_DEBIT'];
const AMOUNTS = ['paidAmount', 'mdrFeeAmount'];

/** `IDR 200000.00`, or `IDR 10000`; NaN for anything else. */
function amountOf(value: unknown): number {
	const digits = /^IDR (\d+(\.\d{1,2})?)$/.exec(String(value))?.[1];
	return Number(digits ?? NaN);
}

function problemOf(body: Fields): string | undefined {
	const missing = TEXTS.find((name) => !isText(body[name]));
	if (missing) return `${missing} is required`;
	if (body.paymentStatus !== 'paid') return 'paymentStatus must be paid';
	if (!METHODS.includes(String(body.paymentMethod))) return 'paymentMethod is not valid';
	const amount = AMOUNTS.find((name) => Number.isNaN(amountOf(body[name])));
	if (amount) return `${amount} is not valid`;
	const { additionals } = body;
	if (additionals !== undefined && !isObject(additionals)) return 'additionals is not valid';
	return undefined;
}

function deduct(body: Fields, requestId: string, { account, data }: NetzmeState): Answer {
	if (body.merchantId !== account.merchantId) return failure('404', 'Merchant not found');
	const problem = problemOf(body);
	if (problem) return failure('400', problem);
	if (data.deductions.has(requestId)) return failure('409', 'Duplicate requestId');
	const fee = amountOf(body.mdrFeeAmount);
	// Own choice: the fee is what is deducted.
	if (fee > data.deposit) return failure('402', 'Insufficient deposit');
	data.deposit -= fee;
	const { transactionId, merchantId, sku, productName } = body;
	const trx = { requestId, transactionId, merchantId, sku, productName };
	const amounts = { paidAmount: rupiah(amountOf(body.paidAmount)), mdrFeeAmount: rupiah(fee) };
	data.deductions.set(requestId, { ...trx, ...amounts, trxStatus: 'settled' });
	// The answer has an ID and a type of its own.
	const own = `netzme-${data.deductions.size}`;
	const json = { ...envelope(100, 'success', { transactionId }, 'payment_notif'), requestId: own };
	return reply(200, json);
}

const KEYS: Record<string, string> = { requestId: 'requestId', partnerId: 'transactionId' };

export const SPLIT_FEE_ROUTES: Routes<NetzmeState> = {
	[`GET ${MERCHANT}/institution/balance/*`]: (_call, { account, data }, [merchantId]) =>
		merchantId === account.merchantId
			? success({ merchantId, totalBalance: rupiah(data.deposit) }, 100)
			: failure('404', 'Merchant not found'),
	[`POST ${MERCHANT}/payment/notif`]: (call, state) =>
		written(call, 'payment_notification_to_split_fee', (body, id) => deduct(body, id, state)),
	'GET /public/api/v1/payment/notif/trx': (call, { data }) => {
		const key = KEYS[call.query.get('type') ?? ''];
		const id = call.query.get('request_id');
		if (!key) return failure('400', 'type is not valid');
		const found = [...data.deductions.values()].find((each) => each[key] === id);
		return found ? success(found, 100) : failure('404', 'Transaction not found');
	},
};
