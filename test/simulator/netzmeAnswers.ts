import { isText, jsonBody, reply } from './call';
import { isObject } from './digest';
import type { Answer, Call, State } from './types';

export interface NetzmeAccount {
	clientId: string;
	clientSecret: string;
	merchantId: string;
	pin: string;
	/** The static token of the pay host. */
	invoiceToken: string;
	/** Where withdrawals go. */
	bank: {
		accountHolderName: string;
		bankAccountNumber: string;
		bankName: string;
		bankCode: string;
	};
}

export interface NetzmeData {
	/** Both in rupiah. */
	balance: number;
	deposit: number;
	/** Hash of the PIN, where it is another one than the account's. */
	pin?: string;
	/** Epoch milliseconds. */
	pinResetAt?: number;
	/** Written requests by `requestId`. */
	withdrawals: Map<string, Fields>;
	depositWithdrawals: Map<string, Fields>;
	deductions: Map<string, Fields>;
	/** By `trxId`. */
	invoices: Map<string, Fields>;
	/** Payments by QRIS, by RRN. */
	acquired: Map<string, Fields>;
	/** Transactions that are in the list besides the generated ones. */
	listed: Fields[];
}

export type NetzmeState = State<NetzmeAccount, NetzmeData>;
export type Fields = Record<string, unknown>;

export const MERCHANT = '/api/aggregator/merchant';

export const rupiah = (amount: number): string => `IDR ${amount.toFixed(2)}`;

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
export const failure = (status: string, message: string): Answer =>
	reply(200, envelope(status, message, null), 'invalid');

/** Answers in the envelope of the request: its own requestId and type, unless `work` sets others. */
export function written(
	call: Call,
	type: string,
	work: (body: Fields, id: string) => Answer,
): Answer {
	const sent = jsonBody(call);
	const isRight = isText(sent?.requestId) && sent.type === type && isObject(sent.body);
	const answer =
		isRight && isObject(sent.body) && isText(sent.requestId)
			? work(sent.body, sent.requestId)
			: failure('400', `requestId, type "${type}" and body are required`);
	const json: Fields = Object(answer.json);
	return {
		...answer,
		json: {
			...json,
			requestId: json.requestId ?? sent?.requestId ?? null,
			type: json.type || type,
		},
	};
}
