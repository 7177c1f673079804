import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { basicAuthorization } from './auth/basic';
import { requiredField } from './auth/credential-fields';
import { baseUrlOrigin } from './auth/destination';
import { targetUrl, withHeaders } from './auth/outgoing-request';
import { rememberSecrets } from './auth/redact';

const API_KEY = { name: 'apiKey', label: 'API Key' };
const API_SECRET = { name: 'apiSecret', label: 'API Secret' };

export class SasomApi implements ICredentialType {
	name = 'sasomApi';

	displayName = 'SASOM API';

	icon = { light: 'file:../icons/sasom.svg', dark: 'file:../icons/sasom.dark.svg' } as const;

	documentationUrl =
		'https://github.com/partner-apis/n8n-nodes-partner-apis/blob/main/docs/sasom.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: 'https://partners.sasomapi.com',
			required: true,
			description: 'Scheme and host of the SASOM Partners API',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			description: 'Handed out by SASOM support, together with the API secret',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
		},
	];

	authenticate = authenticate;

	test: ICredentialTestRequest = {
		request: { url: '/partner/processing/orders' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'SASOM refused these secrets. Check API Key and API Secret.',
				},
			},
		],
	};
}

async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const Authorization = basicAuthorization(
		requiredField(credentials, API_KEY),
		requiredField(credentials, API_SECRET),
		API_KEY.label,
	);
	rememberSecrets(credentials, [API_KEY, API_SECRET], Authorization);
	return withHeaders(options, targetUrl(options, baseUrlOrigin(credentials)), { Authorization });
}
