import { isText, jsonBody, reply } from './call';
import type { Handler } from './call';
import type { Answer, State } from './types';

export interface NetzmeSnapAccount {
	clientId: string;
	clientSecret: string;
	channelId: string;
	/** PEM, of the partner. */
	publicKey: string;
	merchantId: string;
	pin: string;
	callbackToken: string;
	/** Where withdrawals go. */
	bank: {
		beneficiaryAccountName: string;
		beneficiaryAccountNumber: string;
		beneficiaryBankName: string;
		beneficiaryBankCode: string;
	};
}

export interface NetzmeSnapData {
	/** Both in rupiah. */
	balance: number;
	deposit: number;
	/** Each is taken once. */
	externalIds: Set<string>;
	/** Of writes; each is taken once. */
	references: Set<string>;
	/** By invoice transaction ID. */
	invoices: Map<string, Fields>;
	/** Payments by QRIS, by RRN. */
	acquired: Map<string, Fields>;
	/** By the `partnerReferenceNo` with which they were submitted. */
	withdrawals: Map<string, Fields>;
	depositWithdrawals: Map<string, Fields>;
}

export type NetzmeSnapState = State<NetzmeSnapAccount, NetzmeSnapData>;
export type Fields = Record<string, unknown>;

export const idr = (amount: number) => ({ value: amount.toFixed(2), currency: 'IDR' });

/** HTTP status, code of the service, code of the case: seven digits (SNAP BI, "Response code"). */
export function coded(
	status: number,
	service: string,
	kind: string,
	responseMessage: string,
	outcome: string,
	fields: Fields = {},
): Answer {
	const responseCode = `${status}${service}${kind}`;
	return reply(status, { responseCode, responseMessage, ...fields }, outcome);
}

/** What a service is told by, and how it answers. */
export interface Service {
	success(fields: Fields): Answer;
	failure(status: number, kind: string, words: string): Answer;
}

type Work = (sent: Fields, state: NetzmeSnapState, service: Service) => Answer;

/** A service by POST: each has a reference of its own in the body, or in its `additionalInfo`. */
export function service(code: string, work: Work): Handler<NetzmeSnapState> {
	return (call, state) => {
		const sent = jsonBody(call);
		const failure: Service['failure'] = (status, kind, words) =>
			coded(status, code, kind, words, 'invalid');
		const reference = sent?.partnerReferenceNo ?? Object(sent?.additionalInfo).partnerReferenceNo;
		if (!sent || !isText(reference)) {
			return failure(400, '02', 'Missing Mandatory Field partnerReferenceNo');
		}
		const success: Service['success'] = (fields) =>
			coded(200, code, '00', 'Successful', 'ok', { partnerReferenceNo: reference, ...fields });
		return work(sent, state, { success, failure });
	};
}

/** The same for what moves money or makes something: its reference is taken once. */
export function write(code: string, work: Work): Handler<NetzmeSnapState> {
	return service(code, (sent, state, answers) => {
		const reference = String(sent.partnerReferenceNo);
		if (state.data.references.has(reference)) {
			return answers.failure(409, '01', 'Duplicate partnerReferenceNo');
		}
		const answer = work(sent, state, answers);
		if (answer.outcome === 'ok') state.data.references.add(reference);
		return answer;
	});
}
