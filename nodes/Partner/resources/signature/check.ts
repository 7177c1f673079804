import type { IDataObject, ICredentialDataDecryptedObject } from 'n8n-workflow';
import { optionalId, requiredText } from '../../../shared/fields/text';
import type { LocalOperation } from '../../../shared/provider';
import { draftOf } from '../../draft';
import { FIXED_PROPERTIES, REQUEST_PROPERTIES } from './properties';

/** Compares the recipe with an example that the partner publishes; sends nothing. */
export const check: LocalOperation = {
	value: 'check',
	name: 'Check Against an Example',
	action: 'Check a signature against an example',
	description:
		'Compare the signature with one that the partner prints, and say what to change, without sending anything',
	properties: [
		{
			displayName: 'Expected Signature',
			name: 'signature',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 5d41402abc4b2a76b9719d911017c592',
			description: "Signature in the partner's example",
		},
		...REQUEST_PROPERTIES,
		...FIXED_PROPERTIES,
		{
			displayName: 'Step',
			name: 'step',
			type: 'string',
			default: '',
			description:
				'Step of the recipe whose result is compared. Leave empty for the last one that hashes or signs.',
		},
	],
	result: async (parameters, account) => {
		const signature = requiredText(parameters, 'signature', 'Expected Signature');
		const step = optionalId(parameters, 'step', 'Step');
		const draft = draftOf(parameters);
		// Only here: the form does not need it.
		const dryRun = await import('../../../../credentials/partner/dry-run/check');
		const credentials = account as ICredentialDataDecryptedObject;
		return [{ ...dryRun.check(credentials, draft, signature, step) } as unknown as IDataObject];
	},
};
