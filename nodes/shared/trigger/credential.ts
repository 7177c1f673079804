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
	// Stays false, too, where n8n does not ask for an evaluation like this.
	let isStatic = false;
	const take = (stored: Data): Data => {
		isStatic = !hasExpression(stored);
		return stored;
	};
	const data = await additionalData.credentialsHelper
		.getDecrypted(additionalData, reference, type, mode, undefined, false, valuesFor(node, take))
		.catch(() => undefined);
	return isStatic ? data : undefined;
}

/**
 * With these n8n takes the evaluation of the workflow given here, in place of making a workflow and an
 * isolate for it. A webhook has no run, so the rest is empty.
 */
function valuesFor(
	node: INode,
	getParameterValue: (stored: Data) => Data,
): ICredentialsExpressionResolveValues {
	return {
		workflow: { expression: { getParameterValue } } as unknown as Workflow,
		node,
		itemIndex: 0,
		runIndex: 0,
		runExecutionData: null,
		connectionInputData: [],
	};
}

function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasExpression);
}
