import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { redact, secretsOf } from '../../credentials/auth/redact';
import { clockOffsetOf, tokenWasRefused } from '../../credentials/auth/token-session';
import type { Answer, Provider, RequestDescription } from './provider';

/** The credential of a node, as n8n read it; read again after a refused token. */
export interface NodeCredential {
	data: ICredentialDataDecryptedObject;
	read(): Promise<ICredentialDataDecryptedObject>;
}

/** An answer, and what to add to an error about it. */
export interface Reception {
	answer: Answer;
	/** Provider's clock minus this machine's, in milliseconds, where the credential knows it. */
	clockOffset: number;
}

/** Reads a node's credential once for all its items. */
export async function readCredential(
	context: IExecuteFunctions,
	provider: Provider,
): Promise<NodeCredential> {
	const read = async () =>
		await context.getCredentials<ICredentialDataDecryptedObject>(provider.credentialType);
	return { data: await read(), read };
}

/**
 * Sends one request with the node's credential. Where the provider refuses the token, the
 * credential is read again (another process may have renewed it) and the request is sent once more:
 * a refused request was not carried out, so this is safe for writes too.
 *
 * @param timeout milliseconds
 * @returns the answer whatever its status, secrets blackened in text
 * @throws what n8n's helper throws where there is no answer
 */
export async function send(
	context: IExecuteFunctions,
	provider: Provider,
	credential: NodeCredential,
	description: RequestDescription,
	timeout: number,
): Promise<Reception> {
	const first = await sendOnce(context, provider, credential.data, description, timeout);
	if (!isTokenRefused(provider, first.answer) || !tokenWasRefused(first.credentials)) return first;
	credential.data = await credential.read();
	return await sendOnce(context, provider, credential.data, description, timeout);
}

async function sendOnce(
	context: IExecuteFunctions,
	provider: Provider,
	data: ICredentialDataDecryptedObject,
	description: RequestDescription,
	timeout: number,
): Promise<Reception & { credentials: ICredentialDataDecryptedObject }> {
	// The hooks tell requests apart by this object.
	const credentials = { ...data };
	const response = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		provider.credentialType,
		requestOptions(description, timeout),
		{
			credentialsDecrypted: {
				id: '',
				name: provider.credentialType,
				type: provider.credentialType,
				data: credentials,
			},
			// This function decides itself what a 401 means.
			preAuthenticationRetryStatusCode: [],
		},
	)) as IN8nHttpFullResponse;
	return {
		answer: toAnswer(response, secretsOf(credentials)),
		clockOffset: clockOffsetOf(credentials),
		credentials,
	};
}

function requestOptions(
	{ method, path, query, headers, body }: RequestDescription,
	timeout: number,
): IHttpRequestOptions {
	return {
		method,
		url: path,
		qs: query,
		headers: body === undefined ? headers : { ...contentType(body), ...headers },
		body,
		timeout,
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
}

function contentType(body: NonNullable<RequestDescription['body']>): Record<string, string> {
	return typeof body === 'string' ? {} : { 'Content-Type': 'application/json' };
}

function toAnswer({ statusCode, headers, body }: IN8nHttpFullResponse, secrets: string[]): Answer {
	const bytes = Buffer.from(body as unknown as ArrayBuffer);
	const type = String(headers['content-type'] ?? '');
	if (/^(image|audio|video)\/|application\/(pdf|zip|octet-stream)/i.test(type)) {
		return { status: statusCode, headers, body: bytes };
	}
	const text = redact(bytes.toString('utf8'), secrets);
	return { status: statusCode, headers, body: parse(text) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function isTokenRefused(provider: Provider, answer: Answer): boolean {
	return provider.isTokenRefused?.(answer) ?? answer.status === 401;
}
