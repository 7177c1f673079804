import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { headerField, requiredField } from '../auth/credential-fields';
import { targetUrl, type RequestOptions } from '../auth/outgoing-request';
import { rememberSecrets } from '../auth/redact';
import { textOf, trimmed } from '../auth/text';
import { compileRecipe, type CompiledRecipe } from '../recipe/compile';
import { privateKey } from '../recipe/key';
import type { FieldKind, Recipe, TimeSettings } from '../recipe/recipe';
import { signRequest } from '../recipe/sign-request';
import type { AccessToken } from '../token/access-token';
import { tokens } from '../token/hooks';
import { secondsInMs, type TokenScheme } from '../token/scheme';
import { newExternalId, withExternalId } from './external-id';
import { familyOf, familyOrigin } from './families';

const CLIENT_ID = { name: 'clientId', label: 'Client ID' };
const CLIENT_SECRET = { name: 'clientSecret', label: 'Client Secret' };
const PRIVATE_KEY = { name: 'privateKey', label: 'Private Key' };
const CHANNEL_ID = { name: 'channelId', label: 'Channel ID' };
const CALLBACK_TOKEN = { name: 'callbackToken', label: 'Callback Token' };
const SECRETS = [CLIENT_SECRET, PRIVATE_KEY, CALLBACK_TOKEN];
const BALANCE = '/api/v1.0/payment/balance-inquiry';

/** At most 25 characters, so without milliseconds; Netzme's own zone. */
const TIME: TimeSettings = { format: 'YYYY-MM-DD[T]HH:mm:ssZZ', offset: 420 };

/** SNAP BI, access token B2B: RSA over client ID and time. */
export const TOKEN_RECIPE: Recipe = {
	time: TIME,
	steps: [
		{
			name: 'signature',
			alg: 'rsa-sha256',
			key: '{privateKey}',
			text: '{clientId}|{timestamp}',
			output: 'base64',
		},
	],
	add: [
		{ in: 'header', name: 'X-TIMESTAMP', value: '{timestamp}' },
		{ in: 'header', name: 'X-CLIENT-KEY', value: '{clientId}' },
		{ in: 'header', name: 'X-SIGNATURE', value: '{signature}' },
		{ in: 'header', name: 'Content-Type', value: 'application/json' },
	],
};

/**
 * SNAP BI, symmetric signature. Netzme writes it in lower hex; its gateway takes no other content
 * type than exactly this one, and hashes the body minified, so it is sent that way.
 */
export const SERVICE_RECIPE: Recipe = {
	time: TIME,
	steps: [
		{
			name: 'signature',
			alg: 'hmac-sha512',
			key: '{clientSecret}',
			text: '{method}:{pathAndQuery}:{token}:{body|minify|sha256}:{timestamp}',
			output: 'hex',
		},
	],
	add: [
		{ in: 'header', name: 'Authorization', value: 'Bearer {token}' },
		{ in: 'header', name: 'X-TIMESTAMP', value: '{timestamp}' },
		{ in: 'header', name: 'X-PARTNER-ID', value: '{clientId}' },
		{ in: 'header', name: 'CHANNEL-ID', value: '{channelId}' },
		{ in: 'header', name: 'X-SIGNATURE', value: '{signature}' },
		{ in: 'header', name: 'Content-Type', value: 'application/json' },
		{
			in: 'wholebody',
			value: '{body|minify}',
			when: ['POST', 'PUT', 'PATCH', 'DELETE'],
		},
	],
};

/** What the two recipes may name, and whether it may be sent. */
export const RECIPE_FIELDS: Record<string, FieldKind> = {
	clientId: 'open',
	channelId: 'open',
	clientSecret: 'secret',
	privateKey: 'secret',
};

const tokenRecipe = once(() => compileRecipe(TOKEN_RECIPE, RECIPE_FIELDS));
const serviceRecipe = once(() => compileRecipe(SERVICE_RECIPE, RECIPE_FIELDS));

/**
 * The `authenticate` hook of the families that follow SNAP BI.
 *
 * @throws UserError where a field is empty, the body cannot be signed, or the request leads to another host
 */
export async function authenticateSnap(
	credentials: ICredentialDataDecryptedObject,
	options: RequestOptions,
): Promise<IHttpRequestOptions> {
	targetUrl(options, familyOrigin(credentials));
	const token = await tokens.take({ credentials, options, scheme: SNAP_TOKEN_SCHEME });
	rememberSecrets(credentials, SECRETS, token.value);
	return signed(credentials, options, token);
}

/**
 * SNAP BI, access token B2B. Asked again, Netzme hands out the same token with what is left of its
 * life; its `expiresIn` is text.
 */
export const SNAP_TOKEN_SCHEME: TokenScheme = {
	provider: 'Netzme',
	inputs: (credentials) => [
		familyOrigin(credentials),
		familyOf(credentials).path,
		requiredField(credentials, CLIENT_ID),
		privateKeyOf(credentials),
		// A token does not depend on it, but a wrong one makes the token look refused.
		requiredField(credentials, CLIENT_SECRET),
	],
	tokenRequest: (credentials) => {
		const options = signRequest(
			tokenRecipe(),
			{
				url: familyOf(credentials).path,
				method: 'POST',
				body: { grantType: 'client_credentials', additionalInfo: {} },
			},
			familyOrigin(credentials),
			{
				values: {
					clientId: headerField(credentials, CLIENT_ID),
					privateKey: privateKeyOf(credentials),
				},
				nowInMs: Date.now(),
				nonce: '',
			},
		);
		return {
			options,
			secrets: [privateKeyOf(credentials), String(options.headers?.['X-SIGNATURE'])],
			fields: 'Client ID, Private Key, API Family and Environment',
			readGrant: ({ accessToken: value, expiresIn }) =>
				typeof value === 'string' && value !== ''
					? { value, lifeInMs: secondsInMs(expiresIn) }
					: undefined,
		};
	},
	probe: (credentials, token) => {
		const body = { partnerReferenceNo: newExternalId(), accountNo: '' };
		return signed(credentials, { url: BALANCE, method: 'POST', body }, token);
	},
};

function signed(
	credentials: ICredentialDataDecryptedObject,
	options: RequestOptions,
	token: AccessToken,
): IHttpRequestOptions {
	const values = {
		clientId: headerField(credentials, CLIENT_ID),
		channelId: headerField(credentials, CHANNEL_ID),
		clientSecret: requiredField(credentials, CLIENT_SECRET),
	};
	return signRequest(serviceRecipe(), withExternalId(options), familyOrigin(credentials), {
		values,
		token: token.value,
		nowInMs: Date.now() + token.clockOffset,
		nonce: '',
	});
}

/** PEM or Base64, as it was typed; checked here, so that an error names the field. */
function privateKeyOf(credentials: ICredentialDataDecryptedObject): string {
	const text = trimmed(textOf(credentials[PRIVATE_KEY.name], PRIVATE_KEY.label));
	privateKey(text, { type: 'rsa' }, PRIVATE_KEY.label);
	return text;
}

function once(make: () => CompiledRecipe): () => CompiledRecipe {
	let made: CompiledRecipe | undefined;
	return () => (made ??= make());
}
