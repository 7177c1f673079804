import { UserError } from 'n8n-workflow';

/** Thrown before anything is sent; it makes n8n call `preAuthentication` as after a 401. */
export class NoTokenError extends UserError {
	readonly response = { status: 401 };

	constructor(provider: string) {
		super(`No valid access token for ${provider} at hand`, {
			description: 'Run the node again. If this goes on, test the credential.',
		});
	}
}
