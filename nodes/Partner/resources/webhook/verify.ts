import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { LocalOperation } from '../../../shared/provider';
import { RECEIVED_PROPERTIES, receivedIn } from './received';

/** Verifies a notification that came another way than through the trigger; sends nothing. */
export const verify: LocalOperation = {
	value: 'verify',
	name: 'Verify',
	action: 'Verify the signature of a webhook',
	description: 'Tell whether a notification is from the partner, without sending anything',
	properties: RECEIVED_PROPERTIES,
	result: async (parameters, account) => {
		const { received, nowInMs = Date.now() } = receivedIn(parameters);
		// Only here: the form does not need it.
		const { webhookCredential } = await import('../../../../credentials/partner/webhook/settings');
		const { verifyWebhook } = await import('../../../../credentials/partner/webhook/verify');
		const { webhook, keys } = webhookCredential(account as ICredentialDataDecryptedObject);
		const verification = verifyWebhook(webhook, received, keys, nowInMs);
		if (!verification.isVerified) return [{ verified: false, reason: verification.reason }];
		const { covers } = verification;
		return [{ verified: true, ...(covers !== 'all' && { signedFields: covers }) }];
	},
};
