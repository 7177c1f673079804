import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { AccessToken } from './access-token';
import type { MintBudget } from './mint-budget';
import type { TokenRequest } from './token-request';

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
	/** Whether the body of the probe's answer says that the token is refused, whatever the status. */
	isRefusal?(body: IN8nHttpFullResponse['body']): boolean;
	/** Whether a new token ends the life of the one before; then nobody mints while another might. */
	oneLiveToken?: boolean;
	/** Where set, minting beyond it fails before anything is sent. */
	budget?: MintBudget;
}
