import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { basicAuthorization } from './auth/basic';
import { choiceField, headerField, requiredField } from './auth/credential-fields';
import { baseUrlOrigin } from './auth/destination';
import { targetUrl, withHeaders } from './auth/outgoing-request';
import { rememberSecrets } from './auth/redact';

const LEVEL = { name: 'level', label: 'Level' };
const CLIENT_ID = { name: 'clientId', label: 'Client ID' };
const API_KEY = { name: 'apiKey', label: 'API Key' };
const PRODUCT_ID = { name: 'productId', label: 'Product ID' };
const PRODUCT_API_KEY = { name: 'productApiKey', label: 'Product API Key' };
const REFUSED = 'Guestline refused these secrets. Check the level, the IDs and the API key.';

export class GuestlineCheckoutApi implements ICredentialType {
	name = 'guestlineCheckoutApi';

	displayName = 'Guestline Checkout API';

	icon = {
		light: 'file:../icons/guestline.svg',
		dark: 'file:../icons/guestline.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/partner-apis/n8n-nodes-partner-apis/blob/main/docs/guestline.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			placeholder: 'e.g. https://checkout.example.com',
			description: 'Scheme and host that Guestline gave you; they differ by environment',
		},
		{
			displayName: 'Level',
			name: 'level',
			type: 'options',
			options: [
				{
					name: 'Client (One Property)',
					value: 'client',
					description: 'You are the client: one property with its own API key',
				},
				{
					name: 'Product (On Behalf of a Client)',
					value: 'product',
					description: 'You are a product that acts on behalf of a client',
				},
			],
			default: 'client',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			placeholder: 'e.g. LAGERMAN',
			hint: 'In production your site ID. At level Product: the client you act for',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			displayOptions: { show: { level: ['client'] } },
		},
		{
			displayName: 'Product ID',
			name: 'productId',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			displayOptions: { show: { level: ['product'] } },
		},
		{
			displayName: 'Product API Key',
			name: 'productApiKey',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			displayOptions: { show: { level: ['product'] } },
		},
	];

	authenticate = authenticate;

	// Any other answer to an empty session proves the pair; nothing read-only is documented.
	test: ICredentialTestRequest = {
		request: {
			url: '/api/checkout/sessions',
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: '{}',
			ignoreHttpStatusErrors: { ignore: true, except: [401, 403] },
		},
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: REFUSED } },
			{ type: 'responseCode', properties: { value: 403, message: REFUSED } },
		],
	};
}

async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const url = targetUrl(options, baseUrlOrigin(credentials));
	const atProductLevel = choiceField(credentials, LEVEL, ['client', 'product']) === 'product';
	const [user, key] = atProductLevel ? [PRODUCT_ID, PRODUCT_API_KEY] : [CLIENT_ID, API_KEY];
	const secret = requiredField(credentials, key);
	const Authorization = basicAuthorization(requiredField(credentials, user), secret, user.label);
	rememberSecrets(credentials, [API_KEY, PRODUCT_API_KEY], Authorization);
	// The mere presence of X-Product-Id selects product level (Guestline, "Authorization").
	if (!atProductLevel) {
		return withHeaders(options, url, { Authorization, 'X-Product-Id': undefined });
	}
	return withHeaders(options, url, {
		Authorization,
		'X-Product-Id': headerField(credentials, PRODUCT_ID),
		'X-Client-Id': headerField(credentials, CLIENT_ID),
	});
}
