import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { PARTNER_PROPERTIES } from './partner/form/properties';

export class PartnerApi implements ICredentialType {
	name = 'partnerApi';

	displayName = 'Partner API';

	icon = { light: 'file:../icons/partner.svg', dark: 'file:../icons/partner.dark.svg' } as const;

	documentationUrl =
		'https://github.com/partner-apis/n8n-nodes-partner-apis/blob/main/docs/partner-api.md';

	properties: INodeProperties[] = PARTNER_PROPERTIES;

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { preAuthenticate } = await import('./partner/token-scheme');
		return await preAuthenticate(this.helpers, credentials);
	}

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const partner = await import('./partner/authenticate');
		return await partner.authenticate(credentials, options);
	};

	/** An address that leads nowhere is what `authenticate` knows as: check, and send nothing. */
	test: ICredentialTestRequest = {
		request: { url: '={{ $credentials.testPath || "data:," }}' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'The partner refused the signed request. Check the values, or look at what is signed with Signature: Preview in the Partner API node.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The partner refused the signed request. Check the values, or look at what is signed with Signature: Preview in the Partner API node.',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'The partner does not know Test Path. Check it.' },
			},
		],
	};
}
