import { UserError } from 'n8n-workflow';
import { parseAddress } from '../auth/destination';
import { TOKEN_URL } from './labels';

/**
 * Where tokens are asked for, as the user has entered it: a path at the Base URL, or a whole address.
 * A recipe gives a path only: one from the web must not be able to have the secrets sent elsewhere.
 *
 * @param origin of the Base URL
 * @returns undefined where nothing is entered
 * @throws UserError naming the field where it is neither, or not https
 */
export function tokenAddress(entered: string, origin: string): URL | undefined {
	if (entered === '') return undefined;
	if (/^https?:\/\//i.test(entered)) return parseAddress(entered, TOKEN_URL.label);
	if (/^\/(?![/\\])/.test(entered)) return parseAddress(origin + entered, TOKEN_URL.label);
	throw new UserError(
		`${TOKEN_URL.label} must be a path with one slash in front, or begin with https://`,
		{
			description: 'Enter e.g. /oauth/token, or https://auth.example.com/oauth/token.',
		},
	);
}
