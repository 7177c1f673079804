import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { basicAuthorization } from '../auth/basic';
import { choiceField, requiredField, type CredentialField } from '../auth/credential-fields';
import { environmentOrigin } from '../auth/destination';
import { targetUrl, withHeaders } from '../auth/outgoing-request';
import { rememberSecrets } from '../auth/redact';
import { tokens } from '../token/hooks';
import { secondsInMs, type TokenScheme } from '../token/scheme';
import { signatureLifeInSeconds, withSignature } from './signature';

const AUTHENTICATION = { name: 'authentication', label: 'Authentication' };
const API_KEY = { name: 'apiKey', label: 'API Key' };
const API_SECRET = { name: 'apiSecret', label: 'API Secret' };
const EMAIL = { name: 'dashboardEmail', label: 'Dashboard Email' };
const PASSWORD = { name: 'dashboardPassword', label: 'Dashboard Password' };
/** Signs links and notifications; operations read it too. */
export const MERCHANT_SECRET = { name: 'merchantSecretKey', label: 'Merchant Secret Key' };
const MERCHANT_UID = { name: 'merchantUid', label: 'Merchant UID' };
const SECRETS = [API_KEY, API_SECRET, PASSWORD, MERCHANT_SECRET];
const ORIGINS = {
	staging: 'https://staging.back.ecard.pledg.co',
	production: 'https://back.ecard.pledg.co',
};
const TOKEN_PATH = '/api/token';
const PUBLIC_PATH = /^\/api\/users\/me\/(merchants|companies)\//;

/**
 * The `authenticate` hook: attaches what the endpoint and the chosen method ask for.
 *
 * @throws UserError where a field that is needed is empty, or the request leads to another host
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const url = targetUrl(options, origin(credentials));
	const chosen = authenticationOf(credentials);
	const method = methodFor(url.pathname, chosen);
	if (method !== 'accessToken') tokens.goWithout({ credentials, options });
	if (method === 'none') {
		assertFilledIn(credentials, chosen, url.pathname);
		return withHeaders(options, url, {});
	}
	if (method === 'signature') {
		const secret = requiredField(credentials, MERCHANT_SECRET);
		rememberSecrets(credentials, SECRETS);
		const life = signatureLifeInSeconds(credentials.signatureLifetime);
		return withSignature(options, origin(credentials), secret, life);
	}
	if (method === 'accessToken') {
		const { value } = await tokens.take({ credentials, options, scheme: TOKEN_SCHEME });
		const Authorization = `Bearer ${value}`;
		rememberSecrets(credentials, SECRETS, Authorization);
		return withHeaders(options, url, { Authorization });
	}
	const [user, password] = method === 'apiKey' ? [API_KEY, API_SECRET] : [EMAIL, PASSWORD];
	const Authorization = basic(credentials, user, password);
	rememberSecrets(credentials, SECRETS, Authorization);
	return withHeaders(options, url, { Authorization });
}

/**
 * The authentication chosen in the credential.
 *
 * @throws UserError where an expression gives none of the choices
 */
export function authenticationOf(
	credentials: ICredentialDataDecryptedObject,
): 'accessToken' | 'dashboardLogin' | 'signature' {
	return choiceField(credentials, AUTHENTICATION, ['accessToken', 'dashboardLogin', 'signature']);
}

/** The public schedule stands in for a test of the login and of the signature: nothing else is without side effects. */
function assertFilledIn(
	credentials: ICredentialDataDecryptedObject,
	chosen: string,
	path: string,
): void {
	if (path.includes('/merchants//')) requiredField(credentials, MERCHANT_UID);
	if (chosen === 'signature') requiredField(credentials, MERCHANT_SECRET);
	if (chosen === 'dashboardLogin') basic(credentials, EMAIL, PASSWORD);
}

type Method = 'none' | 'apiKey' | 'signature' | 'accessToken' | 'dashboardLogin';

/** Pledg, "Authentication": these endpoints know only one way, all others the chosen one. */
function methodFor(path: string, chosen: string): Method {
	if (path.replace(/\/+$/, '') === TOKEN_PATH) return 'apiKey';
	if (PUBLIC_PATH.test(path)) return 'none';
	if (path.startsWith('/api/purchase_link') || chosen === 'signature') return 'signature';
	return chosen === 'dashboardLogin' ? 'dashboardLogin' : 'accessToken';
}

/** Pledg, "Access Token": Basic with key and secret, a form body, ten minutes. */
export const TOKEN_SCHEME: TokenScheme = {
	provider: 'Pledg',
	inputs: (credentials) => [
		origin(credentials),
		requiredField(credentials, API_KEY),
		requiredField(credentials, API_SECRET),
	],
	tokenRequest: (credentials) => {
		const Authorization = basic(credentials, API_KEY, API_SECRET);
		return {
			options: {
				url: origin(credentials) + TOKEN_PATH,
				method: 'POST',
				headers: { Authorization, 'Content-Type': 'application/x-www-form-urlencoded' },
				body: 'grant_type=client_credentials',
			},
			secrets: [
				requiredField(credentials, API_KEY),
				requiredField(credentials, API_SECRET),
				Authorization,
			],
			fields: 'API Key, API Secret and Environment',
			readGrant: ({ access_token: value, expires_in: seconds }) =>
				typeof value === 'string' && value !== ''
					? { value, lifeInMs: secondsInMs(seconds) }
					: undefined,
		};
	},
	// No read-only call is documented. Where the token is good, this one fails for its merchant.
	probe: (credentials, token) => ({
		url: `${origin(credentials)}/api/merchants/mer_probe/simulate_payment_schedule`,
		method: 'POST',
		headers: { Authorization: `Bearer ${token.value}` },
		body: { amount_cents: 20000, created: new Date().toISOString().slice(0, 10) },
	}),
};

function basic(
	credentials: ICredentialDataDecryptedObject,
	user: CredentialField,
	password: CredentialField,
): string {
	return basicAuthorization(
		requiredField(credentials, user),
		requiredField(credentials, password),
		user.label,
	);
}

function origin(credentials: ICredentialDataDecryptedObject): string {
	return environmentOrigin(credentials, ORIGINS);
}
