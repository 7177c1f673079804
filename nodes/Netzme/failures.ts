import type { IDataObject } from 'n8n-workflow';

/** What the answer about a deduction calls itself; the request's own type, should Netzme repeat it. */
const SPLIT_FEE_TYPES = ['payment_notif', 'payment_notification_to_split_fee'];

/**
 * The codes of failures, by number: the same number means something else in another API. Split fee
 * and "Forgot Pin", as integrations in use know them.
 */
const SPLIT_FEE_CODES: Record<string, string> = {
	301: 'transaction_already_exist',
	302: 'invalid_merchant',
	303: 'not_enough_balance',
};
const FORGOT_PIN_CODES: Record<string, string> = {
	201: 'not_allow_retry',
	202: 'existing_pin_not_found',
	203: 'generic_error',
};

const MERCHANT_DETAIL = /merchant_?detail/i;
const PIN_EXISTS = /pin already exists? with (a )?different value/i;

/** What they mean, and what to do. */
const EXPLANATIONS: Record<string, string> = {
	transaction_already_exist:
		'this transaction was reported before. Look it up with Split Fee: Get Status',
	invalid_merchant: 'Netzme does not know this merchant here. Check Merchant ID',
	not_enough_balance:
		'the deposit does not cover the fee. Top it up; Deposit: Get Balance tells what is left',
	existing_pin_not_found: 'the merchant has no PIN yet. Set one with PIN: Create',
	generic_error: 'Netzme names no reason. Try again later, or ask Netzme',
};

const NAMES = [...Object.keys(EXPLANATIONS), 'not_allow_retry'];

/**
 * The words of a failure, with what they mean where that is known.
 *
 * @param words those of the answer
 */
export function explained(words: string, answer: IDataObject): string {
	const explanation = explanationOf(words, answer);
	if (explanation === undefined) return words;
	return words === '' ? explanation : `${words}: ${explanation}`;
}

/** Whether an answer is about a deduction; its status comes without a type, but with `trxStatus`. */
export function isAboutSplitFee({ type, body }: IDataObject): boolean {
	if (SPLIT_FEE_TYPES.includes(String(type))) return true;
	return typeof body === 'object' && body !== null && 'trxStatus' in body;
}

function explanationOf(words: string, answer: IDataObject): string | undefined {
	if (PIN_EXISTS.test(words)) {
		return 'the merchant has another PIN already. Enter that one in the credential, or have a new one made with PIN: Forgot';
	}
	const status = String(answer.status);
	if (status === '404' && MERCHANT_DETAIL.test(String(answer.type))) {
		return 'the merchant is not active, or not known';
	}
	const name = words
		.trim()
		.toLowerCase()
		.replace(/[\s-]+/g, '_');
	const known = NAMES.includes(name) ? name : codeOf(status, answer);
	return known === 'not_allow_retry' ? waitFor(answer) : EXPLANATIONS[known ?? ''];
}

function codeOf(status: string, answer: IDataObject): string | undefined {
	if (isAboutSplitFee(answer)) return SPLIT_FEE_CODES[status];
	return answer.type === 'forgot_pin' ? FORGOT_PIN_CODES[status] : undefined;
}

function waitFor({ body }: IDataObject): string {
	const { timeLeftInMillis: left } = (body ?? {}) as IDataObject;
	const isTime = typeof left === 'number' && left > 0;
	const when = isTime ? `in ${Math.ceil(left / 1000)} seconds` : 'later';
	return `a PIN was sent a short time ago. Try again ${when}`;
}
