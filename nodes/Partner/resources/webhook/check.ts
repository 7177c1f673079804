import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { LocalOperation } from '../../../shared/provider';
import { RECEIVED_PROPERTIES, receivedIn } from './received';

/** Compares the recipe with an example of a webhook that the partner publishes; sends nothing. */
export const checkExample: LocalOperation = {
	value: 'checkExample',
	name: 'Check Against an Example',
	action: 'Check the signature of a webhook against an example',
	description:
		'Verify an example that the partner prints, and say what to change, without sending anything',
	properties: RECEIVED_PROPERTIES,
	result: async (parameters, account) => {
		const { received, nowInMs } = receivedIn(parameters);
		// Only here: the form does not need it.
		const { checkWebhook } = await import('../../../../credentials/partner/webhook/dry-run/check');
		const credentials = account as ICredentialDataDecryptedObject;
		return [{ ...checkWebhook(credentials, received, nowInMs) } as unknown as IDataObject];
	},
};
