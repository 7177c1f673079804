import type { IDataObject, ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { LocalOperation } from '../../../shared/provider';
import { draftOf } from '../../draft';
import { FIXED_PROPERTIES, REQUEST_PROPERTIES } from './properties';

/** Shows what would be signed and sent; sends nothing. */
export const preview: LocalOperation = {
	value: 'preview',
	name: 'Preview',
	action: 'Preview a signature',
	description: 'Show what is signed and how the request would leave, without sending it',
	properties: [...REQUEST_PROPERTIES, ...FIXED_PROPERTIES],
	result: async (parameters, account) => {
		const draft = { ...draftOf(parameters), showsToken: true };
		// Only here: the form does not need it.
		const dryRun = await import('../../../../credentials/partner/dry-run/preview');
		const credentials = account as ICredentialDataDecryptedObject;
		return [{ ...dryRun.preview(credentials, draft) } as unknown as IDataObject];
	},
};
