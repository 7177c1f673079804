import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { CompiledToken } from '../recipe/compile-token';
import { isRefusedIn } from '../recipe/token-grant';
import { compiled } from './compiled';
import { settingsOf } from './settings';

/** What of an answer tells whether the token was refused; the body is parsed JSON, or text. */
export interface Said {
	status: number;
	body: unknown;
}

const UNAUTHORIZED = 401;

/**
 * Whether an answer says that the partner refused the token: by its status, or by a value in its body,
 * whatever the status.
 *
 * @param credentials of the request; its form has been read before, so it is right
 */
export function isTokenRefusedBy(
	credentials: ICredentialDataDecryptedObject,
	answer: Said,
): boolean {
	const { token } = compiled(settingsOf(credentials));
	return token !== undefined && isTokenRefused(token, answer);
}

/** The same by the token part of a recipe. */
export function isTokenRefused(
	{ refused = {} }: Pick<CompiledToken, 'refused'>,
	{ status, body }: Said,
): boolean {
	const { statuses = [UNAUTHORIZED] } = refused;
	return statuses.includes(status) || isRefusedIn(body, refused);
}
