import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { equalInConstantTime } from '../auth/constant-time';
import { verifyJwt, type JwtRefusal } from '../auth/jwt';

/** What the signature of a back mode notification covers, in alphabetical order. */
const COVERED = ['created_at', 'error', 'id', 'reference', 'sandbox', 'status'];
const NEVER_COVERED = ['metadata', 'additional_data'];

/** In a JWT they say when it was signed and how long it is valid, nothing of the purchase. */
export const TIMES_OF_SIGNING = ['iat', 'exp', 'nbf'];

/** States of a purchase that did not come about, besides those that end in `_KO`. */
const FAILED_STATES = ['BI_CANCELLED', 'MERCHANT_TIMEOUT'];
const REFUSED_BY_ACCEPTANCE = ['REJECTED', 'ABANDONED'];

/**
 * What a notification is about: a payment by virtual card, one by transfer, a purchase that failed,
 * or the end of a split payment.
 */
export type NotificationKind = 'back' | 'transfer' | 'error' | 'endOfSplit' | 'other';

/** Why a notification is not accepted. */
export type NotificationRefusal = JwtRefusal | 'unsigned' | 'noSecret';

export interface Notification {
	kind: NotificationKind;
	/** Whether its signature proves that Pledg, or somebody with the secret, has sent it. */
	verified: boolean;
	/** What the signature covers; in back mode every value is text, as it was signed. */
	notification: IDataObject;
	/** What came along that no signature covers: `metadata`, `additional_data` and the like. */
	unauthenticated: IDataObject;
}

/**
 * Checks a notification that Pledg sent to `paymentNotificationUrl` or `errorNotificationUrl`. There
 * is no protection against one that is sent again: look at `id` or `transfer_order_item_uid`.
 *
 * @param secret the merchant's Secret Key
 * @param body the parsed JSON
 * @param nowInMs epoch milliseconds, for the `exp` of a JWT
 * @returns the notification, or why it must not be trusted
 * @see Pledg, "Back mode", "Standard notification"; "Transfer mode", "Notification"
 */
export function verifyNotification(
	secret: string,
	body: IDataObject,
	nowInMs: number,
): Notification | { refusal: NotificationRefusal } {
	if (secret === '') return { refusal: 'noSecret' };
	if (isUnsigned(body)) return { refusal: 'unsigned' };
	const { signature, ...fields } = body;
	if (typeof signature !== 'string') return { refusal: 'malformed' };
	return Object.keys(fields).length === 0
		? verifyToken(secret, signature, nowInMs)
		: verifyBackMode(secret, signature, fields);
}

/** Whether nothing in it could prove who sent it. */
export function isUnsigned({ signature }: IDataObject): boolean {
	return signature === undefined || signature === null || signature === '';
}

/** A notification of a merchant without Secret Key: anybody could have sent it. */
export function unsignedNotification(body: IDataObject): Notification {
	const notification = pick(body, (name) => !['signature', ...NEVER_COVERED].includes(name));
	const unauthenticated = pick(body, (name) => NEVER_COVERED.includes(name));
	return { kind: kindOf(notification), verified: false, notification, unauthenticated };
}

/** Transfer mode and error notifications: the whole body is a JWT. */
function verifyToken(
	secret: string,
	token: string,
	nowInMs: number,
): Notification | { refusal: NotificationRefusal } {
	const check = verifyJwt(token, secret, nowInMs);
	if ('refusal' in check) return check;
	const { claims } = check;
	// A link for a customer is signed with the same key, but its fields stand in `data`.
	if (typeof claims.data === 'object' && claims.data !== null) return { refusal: 'malformed' };
	return { kind: kindOf(claims), verified: true, notification: claims, unauthenticated: {} };
}

/** Back mode: six fields as `key=value`, joined with the secret, SHA-256 in upper-case hex. */
function verifyBackMode(
	secret: string,
	signature: string,
	fields: IDataObject,
): Notification | { refusal: NotificationRefusal } {
	const notification: Record<string, string> = {};
	for (const name of COVERED) {
		const text = signedText(fields[name]);
		if (text === undefined) return { refusal: 'malformed' };
		notification[name] = text;
	}
	const pairs = COVERED.map((name) => `${name}=${notification[name]}`);
	const expected = createHash('sha256').update(pairs.join(secret), 'utf8').digest('hex');
	if (!equalInConstantTime(expected.toUpperCase(), signature)) return { refusal: 'signature' };
	const unauthenticated = pick(fields, (name) => !COVERED.includes(name));
	return { kind: 'back', verified: true, notification, unauthenticated };
}

/**
 * A value the way it is signed; undefined where it cannot have been. All halves of surrogate pairs
 * have the same bytes, so that a text with one could be exchanged for another.
 */
function signedText(value: unknown): string | undefined {
	if (value === null) return '';
	if (typeof value === 'boolean' || typeof value === 'number') return String(value);
	return typeof value === 'string' && !/\p{Cs}/u.test(value) ? value : undefined;
}

function pick(fields: IDataObject, isWanted: (name: string) => boolean): IDataObject {
	return Object.fromEntries(Object.entries(fields).filter(([name]) => isWanted(name)));
}

function kindOf(notification: IDataObject): NotificationKind {
	if ('transfer_order_item_uid' in notification) return 'transfer';
	if ('purchase_state' in notification) return 'error';
	if (COVERED.every((name) => name in notification)) return 'back';
	if (isFailure(notification)) return 'error';
	return isEndOfSplit(notification) ? 'endOfSplit' : 'other';
}

/**
 * The newer error notifications, by any of the fields that the vendor's own plugin reads in them.
 * `state` may also be one of a purchase that is well.
 */
function isFailure(notification: IDataObject): boolean {
	const { acceptance_state, acceptance_rejection_type: rejection } = notification;
	return (
		hasFailedState(notification) ||
		REFUSED_BY_ACCEPTANCE.includes(String(acceptance_state)) ||
		(typeof rejection === 'string' && rejection !== '')
	);
}

/** Whether `state` alone says that the purchase has failed. */
export function hasFailedState({ state }: IDataObject): boolean {
	return typeof state === 'string' && (state.endsWith('_KO') || FAILED_STATES.includes(state));
}

/** Just `{"reference", "uid"}`. */
function isEndOfSplit(notification: IDataObject): boolean {
	const names = Object.keys(notification).filter((name) => !TIMES_OF_SIGNING.includes(name));
	return names.sort().join() === 'reference,uid';
}
