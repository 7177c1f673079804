import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { choiceField, headerField, requiredField, switchField } from '../auth/credential-fields';
import { ENVIRONMENT, environmentOrigin } from '../auth/destination';
import { targetUrl, withHeaders } from '../auth/outgoing-request';
import { rememberSecrets } from '../auth/redact';
import { tokens } from '../token/hooks';
import { secondsInMs, type TokenGrant, type TokenScheme } from '../token/scheme';
import { TokenRequestError } from '../token/token-answer';
import { errorCode } from './error-code';

const DOMAIN = { name: 'domain', label: 'Domain' };
const CLIENT_SECRET = { name: 'clientSecret', label: 'Client Secret' };
const CUSTOM_ENVIRONMENT = { name: 'customEnvironment', label: 'Client Secret Is For' };
const SEND_APP_ID = { name: 'sendAppId', label: 'Send App ID' };
const SECRETS_ARE_FOR = ['sandbox', 'production'];
const ENVIRONMENTS = [...SECRETS_ARE_FOR, 'custom'];
const ORIGINS = {
	sandbox: 'https://connect-sandbox.su-api.com',
	production: 'https://connect.su-api.com',
};
const SIXTY_MINUTES_IN_MS = 3_600_000;
const AUTHORIZATION_REQUIRED = '497';
const LIMIT_REACHED = '548';

/**
 * The `authenticate` hook: attaches the token.
 *
 * @throws UserError where a field is empty or the request leads to another host
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const url = targetUrl(options, origin(credentials));
	const token = await tokens.take({ credentials, options, scheme: TOKEN_SCHEME });
	const Authorization = `Bearer ${token.value}`;
	rememberSecrets(credentials, [CLIENT_SECRET], Authorization);
	return withHeaders(options, url, {
		Authorization,
		...(switchField(credentials, SEND_APP_ID) && { 'app-id': encodedDomain(credentials) }),
	});
}

/** Su, "Token Based Authentication": 60 minutes, 30 tokens in 60 minutes; three stay in reserve. */
export const TOKEN_SCHEME: TokenScheme = {
	provider: 'Su',
	quota: { tokens: 27, windowInMs: SIXTY_MINUTES_IN_MS },
	inputs: (credentials) => [
		origin(credentials),
		tokenEnvironment(credentials),
		requiredField(credentials, DOMAIN),
		requiredField(credentials, CLIENT_SECRET),
	],
	tokenRequest: (credentials) => {
		const clientSecret = headerField(credentials, CLIENT_SECRET);
		return {
			options: {
				url: `${origin(credentials)}/SUAPI/jservice/auth/generate-access-token`,
				headers: { 'client-id': encodedDomain(credentials), 'client-secret': clientSecret },
			},
			secrets: [clientSecret],
			fields: 'Domain, Client Secret and Environment',
			isLimitReached: (answer) => errorCode(answer) === LIMIT_REACHED,
			readGrant: (answer) => readGrant(answer, tokenEnvironment(credentials)),
		};
	},
	probe: (credentials, token) => ({
		url: `${origin(credentials)}/SUAPI/jservice/pmsproperty`,
		headers: { Authorization: `Bearer ${token.value}` },
	}),
	isRefusal: (body) => errorCode(body) === AUTHORIZATION_REQUIRED,
};

/** The documents write the fields in lower case in the samples and capitalised in the prose. */
function readGrant(answer: IDataObject, environment: string): TokenGrant | undefined {
	const data = (answer.data ?? answer.Data) as IDataObject | undefined;
	const token = data?.token;
	if (typeof token !== 'string' || token === '') return undefined;
	const [expected, other] =
		environment === 'production' ? ['live_', 'sandbox_'] : ['sandbox_', 'live_'];
	if (token.startsWith(other)) {
		throw new TokenRequestError(
			`Su sent a token that begins with ${other}, but this credential is for the ${environment} environment. Choose the environment that the Client Secret belongs to`,
			`Its tokens begin with ${expected}. The token was not used.`,
			{ refused: true },
		);
	}
	return { value: token, lifeInMs: secondsInMs(data?.expire_in) };
}

function tokenEnvironment(credentials: ICredentialDataDecryptedObject): string {
	const environment = choiceField(credentials, ENVIRONMENT, ENVIRONMENTS);
	if (environment !== 'custom') return environment;
	return choiceField(credentials, CUSTOM_ENVIRONMENT, SECRETS_ARE_FOR);
}

function origin(credentials: ICredentialDataDecryptedObject): string {
	return environmentOrigin(credentials, ORIGINS, ENVIRONMENTS);
}

function encodedDomain(credentials: ICredentialDataDecryptedObject): string {
	return Buffer.from(requiredField(credentials, DOMAIN), 'utf8').toString('base64');
}
