import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { TOKEN_PROPERTIES } from './token/access-token';
import { tokens } from './token/hooks';
import { authenticate, TOKEN_SCHEME } from './netzme/authenticate';

export class NetzmeApi implements ICredentialType {
	name = 'netzmeApi';

	displayName = 'Netzme API';

	icon = { light: 'file:../icons/netzme.svg', dark: 'file:../icons/netzme.dark.svg' } as const;

	documentationUrl =
		'https://github.com/partner-apis/n8n-nodes-partner-apis/blob/main/docs/netzme.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Staging', value: 'staging' },
				{ name: 'Production', value: 'production' },
				{ name: 'Custom URL', value: 'custom' },
			],
			default: 'staging',
		},
		{
			displayName: 'API Family',
			name: 'apiFamily',
			type: 'options',
			options: [
				{ name: 'Toko Netzme (Merchants)', value: 'tokoNetzme' },
				{ name: 'Netzme Wallet', value: 'netzmeWallet' },
			],
			default: 'tokoNetzme',
			description: 'Which of the two APIs your client ID is for',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			placeholder: 'e.g. https://tokoapi.example.com',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			description: 'Gets the access token and signs every request',
		},
		{
			displayName: 'Merchant ID',
			name: 'merchantId',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			placeholder: 'e.g. M_pXAFWzCg',
			hint: 'Optional: used where a node leaves it empty. The connection test does not check it.',
		},
		{
			displayName: 'PIN',
			name: 'pinSecret',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			hint: 'The six digits that confirm a withdrawal. Leave empty if you do not withdraw.',
		},
		{
			displayName: 'Invoice Token',
			name: 'invoiceToken',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			hint: 'Another token than the access token, from Netzme. Leave empty if you create no invoices.',
		},
		{
			displayName: 'Invoice Client Name',
			name: 'invoiceClientName',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			hint: 'The name that Netzme gave you together with the invoice token. Leave empty to use the Client ID.',
		},
		{
			displayName: 'Pay Base URL',
			name: 'payBaseUrl',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			placeholder: 'e.g. https://pay.example.com',
			displayOptions: { show: { environment: ['production', 'custom'] } },
			hint: 'Scheme and host for invoices; the invoice token goes nowhere else. In production leave empty to use https://pay.netzme.com.',
		},
		...TOKEN_PROPERTIES,
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return await tokens.keep({ helpers: this.helpers, credentials, scheme: TOKEN_SCHEME });
	}

	authenticate = authenticate;

	test: ICredentialTestRequest = {
		request: {
			url: '/api/aggregator/merchant/qr/balance/detail',
			qs: { userId: '={{$credentials.merchantId}}' },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Netzme refused the signed request. Check Client ID, Client Secret and API Family.',
				},
			},
		],
	};
}
