import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { secretsOf } from '../../credentials/auth/redact';
import { ATTEMPTS_AT_MOST, tokens } from '../../credentials/token/hooks';
import { NoTokenError } from '../../credentials/token/no-token-error';
import type { RequestContext } from './context';
import type { NodeCredential } from './credential';
import { causeOf } from './network-error';
import type { Answer, Provider, RequestDescription } from './provider';
import { readAnswer } from './read-answer';

/** An answer, and what to add to an error about it. */
export interface Reception {
	answer: Answer;
	/** Provider's clock minus this machine's, in milliseconds, where the credential knows it. */
	clockOffset: number;
	/** Whether some of its characters could not be read; U+FFFD stands in their place. */
	isGarbled: boolean;
}

/**
 * Sends one request with the node's credential. Where the provider refuses the token, the
 * credential is read again (another process may have renewed it) and the request is sent again: a
 * refused request was not carried out, so this is safe for writes too.
 *
 * @param timeout milliseconds
 * @returns the answer whatever its status, secrets redacted in text
 * @throws what n8n's helper throws where there is no answer
 */
export async function send(
	context: RequestContext,
	provider: Provider,
	credential: NodeCredential,
	description: RequestDescription,
	timeout: number,
): Promise<Reception> {
	for (let attempt = 1; ; attempt += 1) {
		const sent = await sendOnce(context, provider, credential, description, timeout);
		const isLast = attempt === ATTEMPTS_AT_MOST;
		if (sent) {
			const { credentials } = sent;
			const isRefused =
				provider.isTokenRefused?.(sent.answer, credentials) ?? sent.answer.status === 401;
			const isWorthAnother = await tokens.report({ credentials, isRefused, attempt });
			if (isLast || !isWorthAnother) return sent;
		}
		if (!sent && isLast) throw new NoTokenError(provider.name);
		credential.data = await credential.read();
	}
}

/** One request; undefined where no token was at hand at the last moment, and nothing was sent. */
async function sendOnce(
	context: RequestContext,
	provider: Provider,
	credential: NodeCredential,
	description: RequestDescription,
	timeout: number,
): Promise<(Reception & { credentials: ICredentialDataDecryptedObject }) | undefined> {
	// The hooks tell requests apart by this object.
	const credentials = { ...credential.data };
	const { read: reload, isOfItem: isKeptInMemory } = credential;
	tokens.announce({ credentials, reload, isKeptInMemory });
	const type = provider.credentialType;
	const sending: Promise<IN8nHttpFullResponse> = context.helpers.httpRequestWithAuthentication.call(
		context,
		type,
		requestOptions(description, timeout),
		{
			credentialsDecrypted: { id: '', name: type, type, data: credentials },
			// `send` decides itself what a 401 means.
			preAuthenticationRetryStatusCode: [],
		},
	);
	const response = await sending.catch((error: unknown) => {
		if (causeOf(error) instanceof NoTokenError) return undefined;
		throw error;
	});
	if (!response) return undefined;
	const secrets = [...secretsOf(credentials), ...(description.secrets ?? [])];
	const { answer, isGarbled } = readAnswer(response, secrets);
	return { answer, isGarbled, clockOffset: tokens.clockOffsetOf(credentials), credentials };
}

function requestOptions(
	{ method, path, origin = '', query, headers, body }: RequestDescription,
	timeout: number,
): IHttpRequestOptions {
	const options: IHttpRequestOptions = {
		method,
		url: origin + path,
		qs: query,
		headers,
		timeout,
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	// n8n deletes a body that is undefined, which makes an object slow.
	if (body === undefined) return options;
	options.headers = { ...contentType(body), ...headers };
	// n8n drops an object that is empty.
	options.body = typeof body === 'object' ? JSON.stringify(body) : body;
	return options;
}

function contentType(body: NonNullable<RequestDescription['body']>): Record<string, string> {
	return typeof body === 'string' ? {} : { 'Content-Type': 'application/json' };
}
