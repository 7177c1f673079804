import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { optionalField, requiredField, type CredentialField } from '../auth/credential-fields';
import { withExactBytes } from '../auth/outgoing-request';
import { askForToken } from '../recipe/ask-for-token';
import type { CompiledRecipe } from '../recipe/compile';
import {
	REFRESH_TOKEN,
	type CompiledToken,
	type CompiledTokenRequest,
} from '../recipe/compile-token';
import { newNonce } from '../recipe/nonce';
import { signRequest } from '../recipe/sign-request';
import { grantIn, isOutsideOfJson, isRefusedIn } from '../recipe/token-grant';
import { STORE_NOTHING, type AccessToken } from '../token/access-token';
import { tokens } from '../token/hooks';
import type { Quota } from '../token/quota';
import type { TokenRequest, TokenScheme } from '../token/scheme';
import { compiled } from './compiled';
import { withLabels } from './labelled';
import { TEST_PATH } from './labels';
import { settingsOf, type Settings } from './settings';
import { tokenAddress } from './token-address';
import { isTokenRefused } from './token-refusal';

const ONE_MINUTE_IN_MS = 60_000;
/** Of a limit so many stay in reserve, as processes may ask at the same moment: one in ten. */
const RESERVE = 0.1;

/**
 * The `preAuthentication` hook: sees to it that a token is at hand where the recipe asks for one.
 *
 * @returns what n8n is to store with the credential
 * @throws UserError naming the field that is wrong, or where no token can be had
 */
export async function preAuthenticate(
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const scheme = partnerTokenScheme(credentials);
	return scheme ? await tokens.keep({ helpers, credentials, scheme }) : STORE_NOTHING;
}

/**
 * How the token of a credential is had, as its form says; undefined where it needs none.
 *
 * @throws UserError naming the field that is wrong
 */
export function partnerTokenScheme(
	credentials: ICredentialDataDecryptedObject,
): TokenScheme | undefined {
	return tokenSchemeOf(credentials, settingsOf(credentials));
}

/** The same for a form that has been read. */
export function tokenSchemeOf(
	credentials: ICredentialDataDecryptedObject,
	settings: Settings,
): TokenScheme | undefined {
	const recipe = compiled(settings);
	const { token } = recipe;
	if (!token) return undefined;
	const { origin } = settings;
	const address = tokenAddress(settings.tokenUrl, origin);
	const testPath = optionalField(credentials, TEST_PATH);
	const asker: Asker = { settings, token, origin, address };
	const { request, refresh } = token;
	return {
		provider: settings.partner ?? (address ?? new URL(origin)).hostname,
		// A call to try the token with is part of what this scheme is made from.
		inputs: () => [
			...[origin, settings.tokenUrl, testPath, settings.id],
			...Object.entries(settings.values).flat(),
		],
		oneLiveToken: token.oneLiveToken === true || refresh?.isForOneUse === true,
		quota: quotaOf(token),
		tokenRequest: () => {
			if (request) return tokenRequest(asker, request, settings.values);
			// Refreshing is the only way, and there is nothing to refresh with.
			return requiredField({}, refreshTokenField(settings)) as never;
		},
		...(refresh && {
			refresh: {
				isForOneUse: refresh.isForOneUse,
				isOnlyWay: request === undefined,
				initial: () => settings.values[REFRESH_TOKEN],
				request: (_, refreshToken, before) => {
					const values = { ...settings.values, [REFRESH_TOKEN]: refreshToken };
					return tokenRequest(asker, refresh, values, before);
				},
			},
		}),
		...(testPath !== '' && {
			probe: (_, { value, clockOffset }) =>
				probeRequest(recipe, testPath, asker, { value, clockOffset }),
			isRefusal: (body, status) => isTokenRefused(token, { status, body }),
		}),
	};
}

/** What requests for a token are made from. */
interface Asker {
	settings: Settings;
	token: CompiledToken;
	origin: string;
	/** What the user, or the preset, has in place of the path of the recipe. */
	address: URL | undefined;
}

function tokenRequest(
	{ settings, token, origin, address }: Asker,
	request: CompiledTokenRequest,
	values: Record<string, string>,
	before?: AccessToken,
): TokenRequest {
	const { labels, hidden } = settings;
	// A refresh may have a path of its own, on the host where tokens are asked for.
	const own = address?.origin ?? origin;
	const { method, url, headers, ...rest } = withLabels(labels, () =>
		askForToken(request, own, request.hasOwnPath ? undefined : address, {
			values,
			token: before?.value,
			nowInMs: Date.now() + (before?.clockOffset ?? 0),
			nonce: newNonce(request.parts.nonce),
		}),
	);
	const options = { method: method as IHttpRequestOptions['method'], url: url.href };
	const { answer = {}, refused, refresh } = token;
	return {
		options: withExactBytes(options, { method, url, ...rest }, headers),
		isAnyText: isOutsideOfJson(answer),
		readGrant: (json, { headers: received, text }) =>
			isRefusedIn(json, refused)
				? undefined
				: grantIn({ json, headers: received, text }, answer, refresh !== undefined),
		secrets: [...hidden, values[REFRESH_TOKEN] ?? '', headers.Authorization ?? ''],
		fields: fieldsOf(settings, request),
	};
}

/** The GET of the connection test, with the token. */
function probeRequest(
	recipe: CompiledRecipe,
	url: string,
	{ settings, origin }: Asker,
	{ value, clockOffset }: Pick<AccessToken, 'value' | 'clockOffset'>,
): IHttpRequestOptions {
	return withLabels(settings.labels, () =>
		signRequest(recipe, { url, method: 'GET' }, origin, {
			values: settings.values,
			token: value,
			nowInMs: Date.now() + clockOffset,
			nonce: newNonce(recipe.nonce),
		}),
	);
}

function quotaOf({ quota }: CompiledToken): Quota | undefined {
	if (!quota) return undefined;
	const reserve = Math.floor(quota.tokens * RESERVE);
	return { tokens: quota.tokens - reserve, windowInMs: quota.minutes * ONE_MINUTE_IN_MS };
}

/** What to check where the partner gives no token. */
function fieldsOf(settings: Settings, { values }: CompiledTokenRequest): string {
	const address = settings.tokenUrl === '' ? 'Base URL' : 'Token URL';
	const others = values.filter((name) => name !== REFRESH_TOKEN);
	const labels = others.map((name) => settings.valueLabels[name] ?? name);
	const all = labels.length === 0 ? address : `${labels.join(', ')} and ${address}`;
	const isRefresh = values.includes(REFRESH_TOKEN);
	return isRefresh ? `${refreshTokenField(settings).label}, which may be used up, ${all}` : all;
}

function refreshTokenField({ valueLabels }: Settings): CredentialField {
	return { name: REFRESH_TOKEN, label: valueLabels[REFRESH_TOKEN] ?? 'Refresh Token' };
}
