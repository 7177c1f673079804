import {
	UserError,
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { basicAuthorization } from '../auth/basic';
import { headerField, requiredField } from '../auth/credential-fields';
import { numberOf } from '../auth/json';
import {
	addressOf,
	serialise,
	targetUrl,
	withExactBytes,
	withHeaders,
} from '../auth/outgoing-request';
import { rememberSecrets } from '../auth/redact';
import { tokens } from '../token/hooks';
import type { TokenScheme } from '../token/scheme';
import { familyOf, familyOrigin } from './families';
import { payOrigin } from './pay-host';
import { signedHeaders } from './signature';
import { authenticateSnap, SNAP_TOKEN_SCHEME } from './snap';

const CLIENT_ID = { name: 'clientId', label: 'Client ID' };
const CLIENT_SECRET = { name: 'clientSecret', label: 'Client Secret' };
const INVOICE_TOKEN = { name: 'invoiceToken', label: 'Invoice Token' };
const SECRETS = [CLIENT_SECRET, INVOICE_TOKEN];
const BALANCE = '/api/aggregator/merchant/qr/balance/detail';

/**
 * The `authenticate` hook: signs the request and attaches the token, or, for the pay host, attaches
 * the invoice token. The families that follow SNAP BI have a signature of their own.
 *
 * @throws UserError where a field is empty, the body cannot be signed, or the request leads to another host
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	if (familyOf(credentials).isSnap) return await authenticateSnap(credentials, options);
	const base = familyOrigin(credentials);
	const pay = payOrigin(credentials);
	if (pay === base) {
		throw new UserError('Pay Base URL must be another address than Base URL', {
			description: 'The two hosts take different secrets. Check both addresses in the credential.',
		});
	}
	if (pay !== undefined && addressOf(options, base)?.origin === pay) {
		return withInvoiceToken(credentials, options, pay);
	}
	const outgoing = serialise(options, base);
	const token = await tokens.take({ credentials, options, scheme: TOKEN_SCHEME });
	const clientSecret = requiredField(credentials, CLIENT_SECRET);
	rememberSecrets(credentials, SECRETS, token.value);
	const headers = signedHeaders(outgoing, token, headerField(credentials, CLIENT_ID), clientSecret);
	return withExactBytes(options, outgoing, headers);
}

/** Netzme, "Create Invoice Transaction": a static token, no access token, no signature. */
function withInvoiceToken(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
	pay: string,
): IHttpRequestOptions {
	const url = targetUrl(options, pay);
	tokens.goWithout({ credentials, options });
	const invoiceToken = headerField(credentials, INVOICE_TOKEN);
	rememberSecrets(credentials, SECRETS);
	return withHeaders(options, url, { Authorization: `custom ${invoiceToken}` });
}

/** Netzme, "get Token": Basic, a JSON body, an absolute expiry in epoch milliseconds. */
export const TOKEN_SCHEME: TokenScheme = {
	provider: 'Netzme',
	oneLiveToken: true,
	inputs: (credentials) => [
		familyOrigin(credentials),
		familyOf(credentials).path,
		requiredField(credentials, CLIENT_ID),
		requiredField(credentials, CLIENT_SECRET),
	],
	tokenRequest: (credentials) => {
		const clientSecret = requiredField(credentials, CLIENT_SECRET);
		const Authorization = basicAuthorization(
			requiredField(credentials, CLIENT_ID),
			clientSecret,
			CLIENT_ID.label,
		);
		return {
			options: {
				url: familyOrigin(credentials) + familyOf(credentials).path,
				method: 'POST',
				headers: { Authorization, 'Content-Type': 'application/json' },
				body: { grant_type: 'client_credentials' },
			},
			secrets: [clientSecret, Authorization],
			fields: 'Client ID, Client Secret, API Family and Environment',
			readGrant: ({ access_token: value, expiry_token: expiry }) =>
				typeof value === 'string' && value !== ''
					? { value, endsAtInMs: numberOf(expiry) }
					: undefined,
		};
	},
	probe: (credentials, token) => {
		const outgoing = serialise({ url: BALANCE, qs: { userId: '' } }, familyOrigin(credentials));
		const headers = signedHeaders(
			outgoing,
			token,
			headerField(credentials, CLIENT_ID),
			requiredField(credentials, CLIENT_SECRET),
		);
		return withExactBytes({}, outgoing, headers);
	},
};

/** How the API of a credential hands out tokens. */
export function tokenSchemeOf(credentials: ICredentialDataDecryptedObject): TokenScheme {
	return familyOf(credentials).isSnap ? SNAP_TOKEN_SCHEME : TOKEN_SCHEME;
}
