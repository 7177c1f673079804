import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { numberOf } from '../auth/json';
import type { AccessToken } from './access-token';
import type { Quota } from './quota';

/** What differs from provider to provider about a short-lived token. */
export interface TokenScheme {
	/** The provider's name in messages. */
	provider: string;
	/**
	 * Everything a token depends on: base URL, ids, secrets.
	 * @throws UserError where a field is missing
	 */
	inputs(credentials: ICredentialDataDecryptedObject): string[];
	/** @throws UserError where a field is missing, or there is no other way than {@link refresh} */
	tokenRequest(credentials: ICredentialDataDecryptedObject): TokenRequest;
	refresh?: Refresh;
	/**
	 * A call without effect that the provider answers with 401 if, and only if, it refuses the token.
	 * Left out where none is known: then nobody can be asked whether a token lives.
	 */
	probe?(credentials: ICredentialDataDecryptedObject, token: AccessToken): IHttpRequestOptions;
	/** Whether the probe's response says that the token is refused, though its status is not 401. */
	isRefusal?(body: IN8nHttpFullResponse['body'], status: number): boolean;
	/** Whether a new token ends the life of the one before; then nobody mints while another might. */
	oneLiveToken?: boolean;
	/** Where set, a token request beyond it fails before anything is sent. */
	quota?: Quota;
}

/** How a token is renewed with the refresh token that came with the one before. */
export interface Refresh {
	request(
		credentials: ICredentialDataDecryptedObject,
		refreshToken: string,
		token: AccessToken | undefined,
	): TokenRequest;
	/** The first one, where the user has filled one in. */
	initial?(credentials: ICredentialDataDecryptedObject): string | undefined;
	/**
	 * Whether the provider takes a refresh token once only. Then no access token is used before n8n has
	 * stored it together with the refresh token that came with it: what is lost could not be got again.
	 */
	isForOneUse?: boolean;
	/** Whether there is no other way to a token. */
	isOnlyWay?: boolean;
}

/** How a provider is asked for a token. */
export interface TokenRequest {
	options: IHttpRequestOptions;
	/** Whether the response need not be JSON: the token is in a header, or is all of the body. */
	isAnyText?: boolean;
	/**
	 * Finds the token in the response; undefined where there is none.
	 *
	 * @param json of the body; empty where {@link isAnyText} is set and it is no JSON object
	 */
	readGrant(json: IDataObject, response: TokenResponse): TokenGrant | undefined;
	/** Whether a refusal says that there have been too many tokens. */
	isLimitReached?(response: IDataObject): boolean;
	/** Redacted wherever the provider repeats them. */
	secrets: string[];
	/** The fields to check when the provider refuses, as the form calls them. */
	fields: string;
}

/** All of a response to a token request. */
export interface TokenResponse {
	/** By names in lower case. */
	headers: IDataObject;
	text: string;
}

/** What a provider grants: a token with its life, or with the moment of its end by the provider's clock. */
export type TokenGrant = { value: string; refreshToken?: string } & (
	| { lifeInMs: number; endsAtInMs?: undefined }
	| { endsAtInMs: number; lifeInMs?: undefined }
);

/** Seconds, as number or text, in milliseconds; NaN where there are none. */
export const secondsInMs = (value: unknown): number => numberOf(value) * 1000;
