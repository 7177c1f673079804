import { isText, isWhole, jsonBody, reply } from './call';
import { hmacHex, isObject } from './digest';
import type { Routes } from './call';
import type { Answer, Call, State } from './types';

export interface NetzmeAccount {
	clientId: string;
	clientSecret: string;
	merchantId: string;
	pin: string;
	/** The static token of the invoice host. */
	invoiceToken: string;
}

export interface NetzmeData {
	balance: number;
	/** Written requests by `requestId`. */
	withdrawals: Map<string, Fields>;
	deductions: Map<string, Fields>;
	invoices: number;
}

export type NetzmeState = State<NetzmeAccount, NetzmeData>;
type Fields = Record<string, unknown>;

const ONE_HOUR_IN_MS = 60 * 60 * 1000;
const TRANSACTION_IDS = ['inv_1', '000000000001'];

const rupiah = (amount: number): string => `IDR ${amount.toFixed(2)}`;

export const envelope = (
	status: string | number,
	statusMessage: string,
	body: unknown,
	type = '',
) => ({
	requestId: null,
	type,
	status,
	statusMessage,
	body,
});
export const success = (body: unknown, status: string | number = '100'): Answer =>
	reply(200, envelope(status, 'success', body));
// Own choice: the codes of business failures are not documented; these follow HTTP's numbers.
const failure = (status: string, message: string): Answer =>
	reply(200, envelope(status, message, null), 'invalid');

/** Answers in the envelope of the request: its own requestId and type. */
function written(call: Call, type: string, work: (body: Fields, id: string) => Answer): Answer {
	const sent = jsonBody(call);
	const isRight = isText(sent?.requestId) && sent.type === type && isObject(sent.body);
	const answer =
		isRight && isObject(sent.body) && isText(sent.requestId)
			? work(sent.body, sent.requestId)
			: failure('400', `requestId, type "${type}" and body are required`);
	return { ...answer, json: { ...Object(answer.json), requestId: sent?.requestId ?? null, type } };
}

/** Own choice: amounts are accepted as a number, as digits or as "IDR 1000.00". */
function amountOf(value: unknown): number {
	return typeof value === 'number' ? value : Number(String(value).replace(/^IDR /, '') || NaN);
}

const WITHDRAW_TEXTS = ['accountHolderName', 'bankAccountNumber', 'bankName', 'bankCode', 'pin'];

function withdraw(body: Fields, id: string, { account, data }: NetzmeState): Answer {
	const missing = WITHDRAW_TEXTS.find((name) => !isText(body[name]));
	const amount = amountOf(body.withdrawalAmount);
	if (body.userId !== account.merchantId) return failure('404', 'User not found');
	if (missing) return failure('400', `${missing} is required`);
	if (!(amount > 0)) return failure('400', 'withdrawalAmount is not valid');
	const key = Buffer.from(account.clientId + account.merchantId);
	if (body.pin !== hmacHex(key, Buffer.from(account.pin))) return failure('403', 'Wrong PIN');
	if (data.withdrawals.has(id)) return failure('409', 'Duplicate requestId');
	if (amount > data.balance) return failure('402', 'Insufficient balance');
	data.balance -= amount;
	const { bankName, bankAccountNumber } = body;
	const entry = { requestId: id, amount: rupiah(amount), bankName, bankAccountNumber };
	data.withdrawals.set(id, { ...entry, status: 'SUCCESS' });
	return success(data.withdrawals.get(id));
}

function transactions(call: Call, { account, faults }: NetzmeState): Answer {
	const { userId, startdate, enddate, page } = Object.fromEntries(call.query);
	if (userId !== account.merchantId) return failure('404', 'User not found');
	if (!startdate || !enddate) return failure('400', 'startdate and enddate are required');
	// Own choice: pages count from 1; `totalPage` says how many there are.
	const at = Number(page ?? 1);
	if (!isWhole(at, 1)) return failure('400', 'page is not valid');
	const all = Array.from({ length: faults.orderCount }, (_, index) => ({
		id: `trx_${index + 1}`,
		amount: rupiah(10000 + index),
		status: 'PAID',
	}));
	const from = (at - 1) * faults.pageSize;
	const totalPage = Math.ceil(all.length / faults.pageSize);
	return success(
		{ page: at, totalPage, transactions: all.slice(from, from + faults.pageSize) },
		100,
	);
}

const transaction = (id: string): Answer =>
	TRANSACTION_IDS.includes(id)
		? success({ id, amount: rupiah(10000), status: 'PAID' }, 100)
		: failure('404', 'Transaction not found');

const balanceOf = (id: string | null, { account, data }: NetzmeState): Answer =>
	id === account.merchantId
		? success({ userId: id, balance: rupiah(data.balance) })
		: failure('404', 'User not found');

const MERCHANT = '/api/aggregator/merchant';

export const NETZME_ROUTES: Routes<NetzmeState> = {
	[`GET ${MERCHANT}/qr/balance/detail`]: (call, state) =>
		balanceOf(call.query.get('userId'), state),
	[`GET ${MERCHANT}/qr/merchant_detail`]: (call, { account }) => {
		const phoneNo = call.query.get('phoneNo');
		// Own choice: any telephone number of digits is the merchant's.
		if (!/^\+?\d+$/.test(phoneNo ?? '')) return failure('404', 'Merchant not found');
		return success({ userId: account.merchantId, phoneNo, merchantName: 'Test Merchant' }, 100);
	},
	[`GET ${MERCHANT}/qr/transaction/list`]: transactions,
	[`GET ${MERCHANT}/invoice/transaction/*`]: (_call, _state, [id]) => transaction(id),
	[`GET ${MERCHANT}/qris/acquire/transaction/*`]: (_call, _state, [rrn]) => transaction(rrn),
	[`POST ${MERCHANT}/qr/withdraw/inquiry`]: (call, state) =>
		written(call, 'withdraw_inquiry', ({ userId }) => balanceOf(String(userId), state)),
	[`POST ${MERCHANT}/qr/withdraw`]: (call, state) =>
		written(call, 'submit_withdraw', (body, id) => withdraw(body, id, state)),
	[`GET ${MERCHANT}/withdraw/*`]: (_call, { data }, [id]) =>
		data.withdrawals.has(id)
			? success(data.withdrawals.get(id))
			: failure('404', 'Withdrawal not found'),
	[`GET ${MERCHANT}/institution/balance/*`]: (_call, state, [id]) => balanceOf(id, state),
	[`POST ${MERCHANT}/payment/notif`]: (call, { data }) =>
		written(call, 'payment_notification_to_split_fee', (body, requestId) => {
			if (data.deductions.has(requestId)) return failure('409', 'Duplicate requestId');
			data.deductions.set(requestId, { ...body, requestId });
			return success({ requestId, partnerId: body.partnerId ?? null });
		}),
	'GET /public/api/v1/payment/notif/trx': (call, { data }) => {
		const type = call.query.get('type') ?? '';
		const id = call.query.get('request_id');
		if (!['requestId', 'partnerId'].includes(type)) return failure('400', 'type is not valid');
		const found = [...data.deductions.values()].find((each) => each[type] === id);
		return found ? success(found) : failure('404', 'Transaction not found');
	},
};

/** The invoice host: a static token and the merchant in the User-Agent, no signature. */
export function createInvoice(call: Call, { account, data, now }: NetzmeState): Answer {
	const { authorization, 'user-agent': agent = '' } = call.headers;
	const isKnown = /^[^;]+;([^;]+)$/.exec(agent)?.[1] === account.merchantId;
	if (authorization !== `custom ${account.invoiceToken}` || !isKnown) {
		const json = { result: null, status: false, message: 'Unauthorized', code: 401 };
		return reply(401, json, 'bad-credentials');
	}
	if (!isObject(jsonBody(call)?.request)) {
		return reply(
			400,
			{ result: null, status: false, message: 'request is required', code: 400 },
			'invalid',
		);
	}
	data.invoices += 1;
	const id = `invoice_${data.invoices}`;
	const expiredTs = new Date(now() + ONE_HOUR_IN_MS).toISOString();
	const paymentUrl = `https://pay.netzme.example/${id}`;
	const result = { id, trxId: `trx_${id}`, paymentMethod: 'QRIS', expiredTs, paymentUrl };
	return reply(200, { result, status: true, message: null, code: 200 });
}
