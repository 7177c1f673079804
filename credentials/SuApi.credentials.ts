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
import { authenticate, TOKEN_SCHEME } from './su/authenticate';

export class SuApi implements ICredentialType {
	name = 'suApi';

	displayName = 'Su API';

	icon = { light: 'file:../icons/su.svg', dark: 'file:../icons/su.dark.svg' } as const;

	documentationUrl = 'https://github.com/partner-apis/n8n-nodes-partner-apis/blob/main/docs/su.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Sandbox', value: 'sandbox' },
				{ name: 'Production', value: 'production' },
				{ name: 'Custom URL', value: 'custom' },
			],
			default: 'sandbox',
			description: 'The client secret differs between sandbox and production',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			placeholder: 'e.g. https://connect.example.com',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Client Secret Is For',
			name: 'customEnvironment',
			type: 'options',
			options: [
				{ name: 'Sandbox', value: 'sandbox' },
				{ name: 'Production', value: 'production' },
			],
			default: 'sandbox',
			displayOptions: { show: { environment: ['custom'] } },
			description: 'Which environment the custom URL belongs to',
		},
		{
			displayName: 'Domain',
			name: 'domain',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			placeholder: 'e.g. hotel-pms.suissu.com',
			hint: 'As registered with Su, in plain text: it is encoded for you',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			required: true,
			hint: "Generate it in Su's extranet; sandbox and production have one each",
		},
		{
			displayName: 'Send App ID',
			name: 'sendAppId',
			type: 'boolean',
			default: false,
			description:
				'Whether to send the encoded domain as app-id too, as some older endpoints ask for. Leave it off unless you need it.',
		},
		{
			displayName: 'Push User',
			name: 'pushUser',
			type: 'string',
			typeOptions: { ignoreCredentialExpressionResolveError: true },
			default: '',
			hint: 'For the Su Trigger only: a name of your own invention, without a colon, that you give to Su',
		},
		{
			displayName: 'Push Password',
			name: 'pushPassword',
			type: 'string',
			typeOptions: { password: true, ignoreCredentialExpressionResolveError: true },
			default: '',
			hint: 'For the Su Trigger only: a long random password that you give to Su together with Push User',
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
		request: { url: '/SUAPI/jservice/pmsproperty' },
		rules: [
			{
				type: 'responseSuccessBody',
				properties: { key: 'Status', value: 'Fail', message: 'Su refused to list the properties.' },
			},
		],
	};
}
