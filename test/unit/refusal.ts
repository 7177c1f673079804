import { UserError } from 'n8n-workflow';

/** What a user reads when an action is refused; fails where it is not refused, or with another kind of error. */
export function refusalOf(action: () => unknown): { message: string; description: string } {
	try {
		action();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return { message: error.message, description: error.description ?? '' };
	}
	throw new Error('Nothing was refused');
}
