import type { IDataObject } from 'n8n-workflow';
import { netzme } from '../../nodes/Netzme/provider';

const failureOf = (body: IDataObject) => netzme.failure({ status: 200, headers: {}, body });
const messageOf = (body: IDataObject) => failureOf(body)?.message;

const REPORTED = 'this transaction was reported before. Look it up with Split Fee: Get Status';
const MERCHANT = 'Netzme does not know this merchant here. Check Merchant ID';
const NO_DEPOSIT =
	'the deposit does not cover the fee. Top it up; Deposit: Get Balance tells what is left';
const NO_PIN = 'the merchant has no PIN yet. Set one with PIN: Create';
const NO_REASON = 'Netzme names no reason. Try again later, or ask Netzme';
const OTHER_PIN =
	'the merchant has another PIN already. Enter that one in the credential, or have a new one made with PIN: Forgot';

describe('a failure of Netzme is explained', () => {
	it.each<[IDataObject, string]>([
		[
			{ status: 301, statusMessage: 'transaction_already_exist' },
			`transaction_already_exist: ${REPORTED}`,
		],
		[
			{ status: '301', statusMessage: 'Transaction already exist' },
			`Transaction already exist: ${REPORTED}`,
		],
		[{ status: '302', type: 'payment_notif', statusMessage: 'no' }, `no: ${MERCHANT}`],
		[{ status: 303, type: 'payment_notification_to_split_fee' }, NO_DEPOSIT],
		[{ status: 301, body: { trxStatus: 'x' }, statusMessage: 'no' }, `no: ${REPORTED}`],
		[
			{ status: 201, type: 'forgot_pin', statusMessage: 'no', body: { timeLeftInMillis: 90_001 } },
			'no: a PIN was sent a short time ago. Try again in 91 seconds',
		],
		[
			{ status: 201, statusMessage: 'not_allow_retry', body: null },
			'not_allow_retry: a PIN was sent a short time ago. Try again later',
		],
		[{ status: '202', type: 'forgot_pin', statusMessage: 'no' }, `no: ${NO_PIN}`],
		[{ status: 203, statusMessage: 'generic_error' }, `generic_error: ${NO_REASON}`],
		[
			{ status: 400, statusMessage: 'PIN already exist with different value' },
			`PIN already exist with different value: ${OTHER_PIN}`,
		],
		[
			{ status: 404, type: 'merchant_detail', statusMessage: 'no' },
			'no: the merchant is not active, or not known',
		],
	])('%j', (body, message) => {
		expect(failureOf(body)).toEqual({ message, code: String(body.status) });
	});
});

describe('a failure of Netzme keeps its words alone', () => {
	it.each<IDataObject>([
		{ status: 301, statusMessage: 'no' },
		{ status: 201, type: 'create_pin', statusMessage: 'no' },
		{ status: 301, type: 'forgot_pin', statusMessage: 'no' },
		{ status: 404, type: 'withdraw_inquiry', statusMessage: 'no' },
		{ status: 999, type: 'payment_notif', statusMessage: 'no' },
		{ status: 'constructor', statusMessage: 'no' },
	])('where %j means something else', (body) => {
		expect(messageOf(body)).toBe('no');
	});

	it.each(['constructor', 'toString', '__proto__'])('also where they are %s', (statusMessage) => {
		expect(messageOf({ status: 1, statusMessage })).toBe(statusMessage);
	});
});
