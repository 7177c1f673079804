import { UserError } from 'n8n-workflow';

/**
 * The value of an `Authorization` header for HTTP Basic authentication.
 *
 * User name and password are encoded as UTF-8, in one line whatever their length.
 *
 * @param user must not contain a colon; `label` names it in the error
 * @throws UserError where the user name contains a colon (RFC 7617, section 2: it would be cut there)
 */
export function basicAuthorization(user: string, password: string, label = 'User name'): string {
	if (user.includes(':')) {
		throw new UserError(`${label} must not contain a colon`, {
			description: `Basic authentication cannot carry it. Check ${label} in the credential.`,
		});
	}
	return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}
