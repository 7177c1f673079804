import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { equalInConstantTime } from '../auth/constant-time';
import { optionalField } from '../auth/credential-fields';

const USER = { name: 'pushUser', label: 'Push User' };
const PASSWORD = { name: 'pushPassword', label: 'Push Password' };

/** What Su sends along with a push: the user's own invention, handed to Su. */
export interface PushAccount {
	user: string;
	password: string;
}

/** The passwords as they were typed, white space included, where {@link PushAccount} has them without. */
const typedPasswords = new WeakMap<PushAccount, string>();

/**
 * The account that pushes of reservations must carry.
 *
 * @returns undefined where one of the two fields is empty, or no push can carry the user name: Basic
 * authentication would cut it at a colon (RFC 7617, section 2)
 * @throws UserError naming the field that holds a control character
 */
export function pushAccount(credentials: ICredentialDataDecryptedObject): PushAccount | undefined {
	const user = optionalField(credentials, USER);
	const password = optionalField(credentials, PASSWORD);
	if (user === '' || password === '' || user.includes(':')) return undefined;
	const account = { user, password };
	typedPasswords.set(account, String(credentials[PASSWORD.name]));
	return account;
}

/**
 * Whether the value of an `Authorization` header is HTTP Basic authentication (RFC 7617) with this
 * account. A blank at the end of the password may belong to it, or have been pasted along: it is
 * accepted exactly as typed, and without white space at its ends.
 *
 * @param authorization undefined where the request has none
 */
export function isPushFrom(account: PushAccount, authorization: unknown): boolean {
	const { user, password } = account;
	const given = /^basic +([a-z\d+/]+=*)\s*$/i.exec(String(authorization ?? ''))?.[1] ?? '';
	const text = Buffer.from(given, 'base64').toString('utf8');
	const asTyped = equalInConstantTime(text, `${user}:${typedPasswords.get(account) ?? password}`);
	const asTrimmed = equalInConstantTime(text, `${user}:${password}`);
	return asTyped || asTrimmed;
}
