import type {
	ICredentialDataDecryptedObject,
	ICredentialsExpressionResolveValues,
	ICredentialsHelper,
	INode,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import type { NodeCredential } from '../credential';
import type { Provider } from '../provider';

type Data = ICredentialDataDecryptedObject;

/** What n8n's contexts hold, though their types do not show it (n8n-core, NodeExecutionContext). */
interface Internals {
	additionalData?: IWorkflowExecuteAdditionalData & { credentialsHelper?: ICredentialsHelper };
}

/**
 * Reads the credential of a webhook's node as `getCredentials` does, each time anew, and cheaper
 * where no expression is in it: for a webhook n8n starts an isolate for each read (80 ms of
 * computing in n8n 2.41; n8n/dist/credentials-helper.js, applyDefaultsAndOverwrites), though there is
 * nothing to evaluate. With expressions in it, or where n8n does not let it be read like this,
 * `getCredentials` reads it.
 *
 * @throws what `getCredentials` throws
 */
export async function getWebhookCredentials(
	context: IWebhookFunctions,
	type: string,
): Promise<Data> {
	return (await withoutIsolate(context, type)) ?? (await context.getCredentials<Data>(type));
}

/** As {@link getWebhookCredentials}, for sending requests. */
export async function readWebhookCredential(
	context: IWebhookFunctions,
	{ credentialType }: Provider,
): Promise<NodeCredential> {
	const read = async () => await getWebhookCredentials(context, credentialType);
	const key = context.getNode().credentials?.[credentialType]?.id ?? '';
	return { key, isOfItem: false, data: await read(), read };
}

/** Defaults and overwrites of n8n included; undefined where something in it is to be evaluated. */
async function withoutIsolate(context: IWebhookFunctions, type: string): Promise<Data | undefined> {
	const { additionalData } = context as unknown as Internals;
	const node = context.getNode();
	const reference = node.credentials?.[type];
	const mode = context.getMode();
	// While a workflow is built, n8n may have more to check.
	if (!additionalData?.credentialsHelper?.getDecrypted || !reference || mode === 'manual') {
		return undefined;
	}
	return await additionalData.credentialsHelper
		.getDecrypted(additionalData, reference, type, mode, undefined, false, valuesFor(node))
		.catch(() => undefined);
}

/**
 * With these n8n takes the evaluation of the workflow given here, in place of making a workflow and an
 * isolate for it. A webhook has no run, so the rest is empty.
 */
function valuesFor(node: INode): ICredentialsExpressionResolveValues {
	const workflow = { expression: { getParameterValue: staticOnly } } as unknown as Workflow;
	return {
		workflow,
		node,
		itemIndex: 0,
		runIndex: 0,
		runExecutionData: null,
		connectionInputData: [],
	};
}

/** In the place of n8n's evaluation. */
function staticOnly(data: Data): Data {
	if (hasExpression(data)) throw new Error('There is an expression in the credential.');
	return data;
}

function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}
