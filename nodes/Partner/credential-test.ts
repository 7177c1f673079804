import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

/** The connection test of Partner Webhook API: checks the fields, as there is nothing to connect to. */
export async function partnerWebhookApiTest(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { tested } = await import('./trigger/tested');
	return tested(data ?? {});
}
