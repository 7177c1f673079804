import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { AccessToken } from './access-token';
import { SCHEDULE } from './schedule';
import type { TokenScheme } from './scheme';

/** `unknown` where the provider does not say: it does not answer, or with an error of its own. */
export type Verdict = 'alive' | 'dead' | 'unknown';

/** Asks the provider with a token, by a call without effect, whether it lives; `unknown` where there is no such call. */
export async function probe(
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
	scheme: TokenScheme,
	token: AccessToken,
): Promise<Verdict> {
	if (!scheme.probe) return 'unknown';
	try {
		const { statusCode, body } = (await helpers.httpRequest({
			...scheme.probe(credentials, token),
			timeout: SCHEDULE.probeTimeoutInMs,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as IN8nHttpFullResponse;
		if (statusCode === 401 || scheme.isRefusal?.(body, statusCode)) return 'dead';
		return statusCode === 429 || statusCode >= 500 ? 'unknown' : 'alive';
	} catch {
		return 'unknown';
	}
}
