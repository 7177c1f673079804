import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { methodOf, type RequestOptions } from './outgoing-request';

/** A request on its way: what to know of it, should n8n report that it failed. */
export interface Attempt {
	/** The token it carries; undefined where it needs none, or none was at hand. */
	token?: string;
	/** False where no token was at hand, so that nothing was sent. */
	sent: boolean;
	method: string;
	/** Through the older helper (HTTP Request node): n8n reports any failure, not only a 401. */
	anyFailure: boolean;
}

/** By the credential object that n8n hands to both hooks of a request; held weakly. */
const attempts = new WeakMap<object, Attempt>();

export function rememberAttempt(
	credentials: ICredentialDataDecryptedObject,
	options: RequestOptions,
	{ token, sent }: Pick<Attempt, 'token' | 'sent'>,
): void {
	const anyFailure = options.uri !== undefined;
	attempts.set(credentials, { token, sent, method: methodOf(options), anyFailure });
}

/** The request last authenticated with this credential object. */
export function lastAttempt(credentials: object): Attempt | undefined {
	return attempts.get(credentials);
}

export function forgetAttempt(credentials: object): void {
	attempts.delete(credentials);
}

/** For a request of a token credential that is authenticated in another way, or not at all. */
export function sentWithoutToken(
	credentials: ICredentialDataDecryptedObject,
	options: RequestOptions,
): void {
	rememberAttempt(credentials, options, { sent: true });
}
