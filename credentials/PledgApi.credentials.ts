import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { STORE_NOTHING, TOKEN_PROPERTIES } from './token/access-token';
import { tokens } from './token/hooks';
import { authenticate, authenticationOf, TOKEN_SCHEME } from './pledg/authenticate';

export class PledgApi implements ICredentialType {
	name = 'pledgApi';

	displayName = 'Pledg API';

	icon = { light: 'file:../icons/pledg.svg', dark: 'file:../icons/pledg.dark.svg' } as const;

	documentationUrl =
		'https://github.com/partner-apis/n8n-nodes-partner-apis/blob/main/docs/pledg.md';

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
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			placeholder: 'e.g. https://back.example.com',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{
					name: 'Access Token',
					value: 'accessToken',
					description: 'What Pledg asks new integrations to use',
				},
				{
					name: 'Dashboard Login',
					value: 'dashboardLogin',
					description: 'E-mail and password of the merchant dashboard',
				},
				{
					name: 'Signature',
					value: 'signature',
					description: 'The JSON body is signed with the merchant secret key and sent as a JWT',
				},
			],
			default: 'accessToken',
			description: 'Purchase links are always signed, whatever is chosen here',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['accessToken'] } },
			description: 'Handed out by Pledg, together with the API secret',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['accessToken'] } },
		},
		{
			displayName: 'Dashboard Email',
			name: 'dashboardEmail',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['dashboardLogin'] } },
			placeholder: 'name@email.com',
		},
		{
			displayName: 'Dashboard Password',
			name: 'dashboardPassword',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['dashboardLogin'] } },
		},
		{
			displayName: 'Merchant Secret Key',
			name: 'merchantSecretKey',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['signature'] } },
			hint: 'It is not the API secret',
		},
		{
			displayName: 'Merchant UID',
			name: 'merchantUid',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			placeholder: 'e.g. mer_...',
			hint: 'Optional with Access Token: used where a node leaves it empty. If filled in, the connection test asks for a payment schedule.',
		},
		{
			displayName:
				'The connection test checks that the fields are filled in and that Pledg knows the merchant. Pledg has no call without side effects that would prove this login or key.',
			name: 'testNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { authentication: ['dashboardLogin', 'signature'] } },
		},
		{
			displayName: 'Merchant Secret Key (for Links and Notifications)',
			name: 'merchantSecretKey',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			displayOptions: { show: { authentication: ['accessToken', 'dashboardLogin'] } },
			hint: 'It is not the API secret. Needed for purchase links, payment page links and notifications.',
		},
		{
			displayName: 'API Key (for the Token Endpoint)',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			displayOptions: { show: { authentication: ['dashboardLogin', 'signature'] } },
		},
		{
			displayName: 'API Secret (for the Token Endpoint)',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			displayOptions: { show: { authentication: ['dashboardLogin', 'signature'] } },
		},
		{
			displayName: 'Signature Lifetime (Seconds)',
			name: 'signatureLifetime',
			type: 'number',
			default: 3600,
			typeOptions: { minValue: 1 },
			description:
				'How long a signature is valid after it was made. A link to the payment page can be opened for that long, unless the node sets Link Lifetime.',
		},
		...TOKEN_PROPERTIES,
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		if (authenticationOf(credentials) !== 'accessToken') return STORE_NOTHING;
		return await tokens.keep({ helpers: this.helpers, credentials, scheme: TOKEN_SCHEME });
	}

	authenticate = authenticate;

	test: ICredentialTestRequest = {
		request: {
			url: '={{ $credentials.authentication === "accessToken" && !$credentials.merchantUid ? "/api/token" : "/api/" + ($credentials.authentication === "accessToken" ? "" : "users/me/") + "merchants/" + $credentials.merchantUid + "/simulate_payment_schedule" }}',
			method: 'POST',
			headers: {
				'Content-Type':
					'={{ $credentials.merchantUid ? "application/json" : "application/x-www-form-urlencoded" }}',
			},
			body: '={{ $credentials.merchantUid ? JSON.stringify({ amount_cents: 20000, created: new Date().toISOString().slice(0, 10) }) : "grant_type=client_credentials" }}',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'Pledg refused these secrets. Check API Key, API Secret and Environment.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'Pledg does not know this merchant. Check Merchant UID.',
				},
			},
		],
	};
}
