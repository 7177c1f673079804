import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { rememberSecrets } from '../auth/redact';
import { newNonce } from '../recipe/nonce';
import { signRequest } from '../recipe/sign-request';
import { tokens } from '../token/hooks';
import { compiled } from './compiled';
import { withLabels } from './labelled';
import { settingsOf } from './settings';
import { tokenSchemeOf } from './token-scheme';

/** The address of a connection test that sends nothing: n8n's helper finds the answer in it. */
const NOWHERE = 'data:,';
/** Has all that a recipe may ask for. */
const SAMPLE: IHttpRequestOptions = { url: '/', method: 'POST', body: '{}', json: true };

/**
 * The `authenticate` hook: signs the request as the form of the credential says, with the access token
 * where there is one.
 *
 * @throws UserError naming the field that is wrong, or where the body cannot be signed or the request
 * leads to another host
 */
export async function authenticate(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	if (options.url === NOWHERE) return await dryRun(credentials);
	const settings = settingsOf(credentials);
	const recipe = compiled(settings);
	const scheme = tokenSchemeOf(credentials, settings);
	const token = scheme && (await tokens.take({ credentials, options, scheme }));
	rememberSecrets(credentials, [], ...settings.hidden, ...(token ? [token.value] : []));
	return withLabels(settings.labels, () =>
		signRequest(recipe, options, settings.origin, {
			values: settings.values,
			token: token?.value,
			nowInMs: Date.now() + (token?.clockOffset ?? 0),
			nonce: newNonce(recipe.nonce),
		}),
	);
}

/** Checks the form by signing an example, which is thrown away. */
async function dryRun(credentials: ICredentialDataDecryptedObject): Promise<IHttpRequestOptions> {
	await authenticate(credentials, SAMPLE);
	return { url: NOWHERE };
}
