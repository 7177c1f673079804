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
	tokenRequest(credentials: ICredentialDataDecryptedObject): TokenRequest;
	/** A call without effect that the provider answers with 401 if, and only if, it refuses the token. */
	probe(credentials: ICredentialDataDecryptedObject, token: AccessToken): IHttpRequestOptions;
	/** Whether the body of the probe's response says that the token is refused, whatever the status. */
	isRefusal?(body: IN8nHttpFullResponse['body']): boolean;
	/** Whether a new token ends the life of the one before; then nobody mints while another might. */
	oneLiveToken?: boolean;
	/** Where set, a token request beyond it fails before anything is sent. */
	quota?: Quota;
}

/** How a provider is asked for a token. */
export interface TokenRequest {
	options: IHttpRequestOptions;
	/** Finds the token in the JSON of the response; undefined where there is none. */
	readGrant(response: IDataObject): TokenGrant | undefined;
	/** Whether a refusal says that there have been too many tokens. */
	isLimitReached?(response: IDataObject): boolean;
	/** Redacted wherever the provider repeats them. */
	secrets: string[];
	/** The fields to check when the provider refuses, as the form calls them. */
	fields: string;
}

/** What a provider grants: a token with its life, or with the moment of its end by the provider's clock. */
export type TokenGrant = { value: string } & (
	| { lifeInMs: number; endsAtInMs?: undefined }
	| { endsAtInMs: number; lifeInMs?: undefined }
);

/** Seconds, as number or text, in milliseconds; NaN where there are none. */
export const secondsInMs = (value: unknown): number => numberOf(value) * 1000;
