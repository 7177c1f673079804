import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestMethods,
	INodeProperties,
} from 'n8n-workflow';
import { TOKEN_PROPERTIES } from './token/access-token';
import { tokens } from './token/hooks';
import { authenticate, tokenSchemeOf } from './netzme/authenticate';
import { SNAP_FAMILIES } from './netzme/families';
import { SNAP_PROPERTIES } from './netzme/snap-form';

/** Of the connection test, which has another request for the families that follow SNAP BI. */
const IS_SNAP = `${JSON.stringify(SNAP_FAMILIES)}.includes($credentials.apiFamily)`;
const forSnap = (snap: string, otherwise: string) => `={{ ${IS_SNAP} ? ${snap} : ${otherwise} }}`;

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
				{ name: 'Toko Netzme SNAP BI', value: 'tokoNetzmeSnap' },
				{ name: 'Netzme Wallet SNAP BI', value: 'netzmeWalletSnap' },
			],
			default: 'tokoNetzme',
			description:
				'Which of the APIs your client ID is for. The newer ones follow SNAP BI and take a private key.',
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
			description: 'Signs every request and, but for SNAP BI, gets the access token',
		},
		...SNAP_PROPERTIES,
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
			displayOptions: { hide: { apiFamily: SNAP_FAMILIES } },
		},
		{
			displayName: 'Invoice Client Name',
			name: 'invoiceClientName',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			hint: 'The name that Netzme gave you together with the invoice token. Leave empty to use the Client ID.',
			displayOptions: { hide: { apiFamily: SNAP_FAMILIES } },
		},
		{
			displayName: 'Pay Base URL',
			name: 'payBaseUrl',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			placeholder: 'e.g. https://pay.example.com',
			displayOptions: {
				show: { environment: ['production', 'custom'] },
				hide: { apiFamily: SNAP_FAMILIES },
			},
			hint: 'Scheme and host for invoices; the invoice token goes nowhere else. In production leave empty to use https://pay.netzme.com.',
		},
		...TOKEN_PROPERTIES,
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const scheme = tokenSchemeOf(credentials);
		return await tokens.keep({ helpers: this.helpers, credentials, scheme });
	}

	authenticate = authenticate;

	test: ICredentialTestRequest = {
		request: {
			method: forSnap('"POST"', '"GET"') as IHttpRequestMethods,
			url: forSnap(
				'"/api/v1.0/payment/balance-inquiry"',
				'"/api/aggregator/merchant/qr/balance/detail"',
			),
			qs: forSnap('{}', '{ userId: $credentials.merchantId }') as unknown as IDataObject,
			body: forSnap(
				'{ partnerReferenceNo: $now.toFormat("yyyyMMddHHmmssSSS"), accountNo: $credentials.merchantId }',
				'undefined',
			),
			// SNAP has its failures under HTTP statuses, that of an unknown merchant, too.
			ignoreHttpStatusErrors: forSnap(
				'{ ignore: true, except: [401, 403] }',
				'false',
			) as unknown as boolean,
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
