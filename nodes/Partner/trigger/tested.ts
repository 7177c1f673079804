import {
	UserError,
	type ICredentialDataDecryptedObject,
	type INodeCredentialTestResult,
} from 'n8n-workflow';
import { webhookCredential } from '../../../credentials/partner/webhook/settings';

/**
 * Checks the form of the credential; nothing is sent. Whether the secret is the right one, only a
 * notification of the partner can tell.
 */
export function tested(credentials: ICredentialDataDecryptedObject): INodeCredentialTestResult {
	try {
		webhookCredential(credentials);
		return { status: 'OK', message: 'The fields fit together' };
	} catch (error) {
		const isExpected = error instanceof UserError;
		const message = isExpected ? error.message : 'The credential could not be read';
		return {
			status: 'Error',
			message: `${message}. ${isExpected ? error.description : ''}`.trim(),
		};
	}
}
