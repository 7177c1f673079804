import { isText, isWhole, jsonBody, reply } from './call';
import { isObject } from './digest';
import { rupiah } from './netzmeAnswers';
import type { Fields, NetzmeState } from './netzmeAnswers';
import type { Answer, Call } from './types';

const ONE_HOUR_IN_SECONDS = 3600;
const TEXTS = ['email', 'notes', 'phone_number', 'description', 'fullname'];
const METHODS =
	'BANK_TRANSFER NETZME BCA QRIS RETAIL_OUTLET OVO NETZME_SEAMLESS DANA CREDIT_CARD'.split(' ');
/** Headers of the other host, which have no business here. */
const FOREIGN = ['signature', 'request-time', 'client-id'];

const refusal = (code: number, message: string, outcome: string): Answer =>
	reply(code, { result: null, status: false, message, code }, outcome);

/** Own choice: what is optional may be left out, but must be right where it is there. */
function problemOf(sent: Fields): string | undefined {
	const missing = TEXTS.find((name) => !isText(sent[name]));
	if (missing) return `${missing} is required`;
	if (typeof sent.image_url !== 'string') return 'image_url is required';
	if (!isWhole(sent.amount, 1)) return 'amount is not valid';
	if (!isObject(sent.amount_detail)) return 'amount_detail is required';
	const commission = sent.commission_percentage ?? 0;
	if (!(typeof commission === 'number' && commission >= 0 && commission <= 100)) {
		return 'commission_percentage is not valid';
	}
	if (!/^[\p{L} ]+$/u.test(String(sent.fullname))) return 'fullname must be alphabetic';
	if (!METHODS.includes(String(sent.payment_method))) return 'payment_method is not valid';
	if (!['single', 'multiple'].includes(String(sent.type))) return 'type is not valid';
	if (!['on_buyer', 'on_seller'].includes(String(sent.fee_type))) return 'fee_type is not valid';
	if (sent.expire_in_second !== undefined && !isWhole(sent.expire_in_second, 1)) {
		return 'expire_in_second is not valid';
	}
	if (!/^[A-Z](?!00)\d\d$/.test(String(sent.terminal_id ?? 'A01'))) {
		return 'terminal_id is not valid';
	}
	if (sent.isSplitFee !== undefined && !(sent.isSplitFee === true && Array.isArray(sent.splitFees)))
		return 'splitFees is not valid';
	return undefined;
}

/** The pay host: a static token and the merchant in the User-Agent, no signature. */
export function createInvoice(call: Call, { account, data, now }: NetzmeState): Answer {
	const { authorization, 'user-agent': agent = '' } = call.headers;
	const isKnown = /^[^;]+;([^;]+)$/.exec(agent)?.[1] === account.merchantId;
	if (authorization !== `custom ${account.invoiceToken}` || !isKnown) {
		return refusal(401, 'Unauthorized', 'bad-credentials');
	}
	// Own choice: a signature that went astray is refused.
	if (FOREIGN.some((name) => name in call.headers)) {
		return refusal(400, 'This host takes no signature', 'bad-header');
	}
	const sent = jsonBody(call)?.request;
	if (!isObject(sent)) return refusal(400, 'request is required', 'invalid');
	if (sent.merchant !== account.merchantId) return refusal(404, 'Merchant not found', 'invalid');
	const problem = problemOf(sent);
	if (problem) return refusal(400, problem, 'invalid');
	const result = invoice(sent, data.invoices.size + 1, now());
	data.invoices.set(result.trxId, transactionOf(result, sent));
	return reply(200, { result, status: true, message: null, statistic: [], code: 200 });
}

function invoice(sent: Fields, number: number, now: number) {
	const id = `invoice_${number}`;
	const seconds = Number(sent.expire_in_second ?? ONE_HOUR_IN_SECONDS);
	return {
		id,
		trxId: `trx_${id}`,
		paymentMethod: sent.payment_method,
		expiredTs: new Date(now + seconds * 1000).toISOString(),
		paymentUrl: `https://pay.netzme.example/${id}`,
		virtualAccountData: [],
		qrImage: '',
		terminalId: sent.terminal_id ?? 'A01',
	};
}

/** Own choice: the fields are those of the SNAP variant of the same operation. */
function transactionOf(result: ReturnType<typeof invoice>, sent: Fields): Fields {
	const amount = rupiah(Number(sent.amount));
	return {
		invoiceId: result.id,
		invoiceStatus: 'INIT',
		status: 'INIT',
		amount,
		amountLong: sent.amount,
		totalAmount: amount,
		feeAmount: rupiah(0),
		feeType: sent.fee_type,
		payMethod: sent.payment_method,
		paymentUrl: result.paymentUrl,
		expiredTs: result.expiredTs,
		fullName: sent.fullname,
		email: sent.email,
		phoneNo: sent.phone_number,
		desc: sent.description,
	};
}
