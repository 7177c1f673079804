import { isText, isWhole, jsonBody, reply } from './call';
import { isObject } from './digest';
import { rupiah } from './netzmeAnswers';
import type { Fields, NetzmeState } from './netzmeAnswers';
import type { Answer, Call } from './types';

const ONE_HOUR_IN_SECONDS = 3600;
const TEXTS = ['email', 'notes', 'phone_number', 'description', 'fullname'];
const METHODS =
	'BANK_TRANSFER NETZME BCA QRIS RETAIL_OUTLET OVO NETZME_SEAMLESS DANA CREDIT_CARD INDOMARET DKI VA_BCA VA_CIMB VA_BRI VA_BNI VA_MANDIRI VA_PERMATA VA_BCA_PZ'.split(
		' ',
	);
const PATHS = ['createTransaction', 'create', 'create/validated'];
/** Headers of the other host, which have no business here. */
const FOREIGN = ['signature', 'request-time', 'client-id'];

const refusal = (code: number, message: string, outcome: string): Answer =>
	reply(code, { result: null, status: false, message, code }, outcome);

/** Items as a public test tool of Netzme's sends them. */
const isItem = (item: unknown): boolean =>
	isObject(item) &&
	isText(item.name) &&
	isText(item.item_id) &&
	isWhole(item.qty, 1) &&
	isWhole(item.amount, 1);

const areItems = (items: unknown): boolean =>
	Array.isArray(items) && items.length > 0 && items.every(isItem);

/** One method, except at `create`, where the buyer chooses among several. */
function methodProblem(sent: Fields, path: string): string | undefined {
	const { payment_method: one, payment_methods: several } = sent;
	if (path === 'create') {
		const isRight =
			one === undefined &&
			Array.isArray(several) &&
			several.length > 0 &&
			several.every((each) => METHODS.includes(String(each)));
		return isRight ? undefined : 'payment_methods is not valid';
	}
	if (several !== undefined || !METHODS.includes(String(one))) return 'payment_method is not valid';
	if (one !== 'CREDIT_CARD' || path !== 'createTransaction') return undefined;
	return isText(sent.address) && areItems(sent.item_details)
		? undefined
		: 'address and item_details are required';
}

/** Own choice: what is optional may be left out, but must be right where it is there. */
function problemOf(sent: Fields, path: string): string | undefined {
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
	const method = methodProblem(sent, path);
	if (method) return method;
	if (sent.item_details !== undefined && !areItems(sent.item_details)) {
		return 'item_details is not valid';
	}
	// A validated invoice comes without a type.
	const type = sent.type ?? (path === 'create/validated' ? 'single' : undefined);
	if (!['single', 'multiple'].includes(String(type))) return 'type is not valid';
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

/** Whether a request is for the pay host, whose paths are these. */
export function isForPayHost({ method, path }: Call): boolean {
	return method === 'POST' && PATHS.includes(path.replace('/api/v1/invoice/', ''));
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
	const problem = problemOf(sent, call.path.replace('/api/v1/invoice/', ''));
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
