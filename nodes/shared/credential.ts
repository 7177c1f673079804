import { createHash } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
	IExecuteFunctions,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { TOKEN_PROPERTIES } from '../../credentials/token/access-token';
import type { RequestContext } from './context';
import type { Provider } from './provider';

type Data = ICredentialDataDecryptedObject;

/** The credential of a node, as n8n evaluated it; read again after a refused token. */
export interface NodeCredential {
	/** Requests with the same key are of the same account, and share the provider's limits. */
	key: string;
	/** Whether the same stored credential may give another account for another item. */
	isOfItem: boolean;
	data: Data;
	read(): Promise<Data>;
}

/** The credential for an input item. */
export type CredentialOf = (itemIndex: number) => Promise<NodeCredential>;

/** Values that are the same for all items: external secrets, variables and the environment of n8n. */
const SAME_FOR_ALL = /^=\s*\{\{\s*\$(secrets|vars|env)(\.\w+|\[(["'])[\w .-]+\3\])+\s*\}\}\s*$/;

/** What n8n's contexts hold, though their types do not show it (n8n-core, NodeExecutionContext). */
interface Internals {
	additionalData?: IWorkflowExecuteAdditionalData & { credentialsHelper?: ICredentialsHelper };
}

/**
 * Reads a node's credential: once for all items where they all have the same, else for each item,
 * with the expressions in it evaluated for that item, as n8n's HTTP Request node does.
 *
 * Evaluating for two items and comparing would prove nothing (A, B, A). So the credential is looked
 * at as it is stored, with its expressions; where n8n does not show it, each item reads its own.
 */
export function credentialReader(context: IExecuteFunctions, provider: Provider): CredentialOf {
	const type = provider.credentialType;
	let varies: Promise<boolean> | undefined;
	let shared: Promise<NodeCredential> | undefined;
	return async (itemIndex) => {
		varies ??= dependsOnItem(context, type);
		if (await varies) return await credentialOfItem(context, type, itemIndex);
		shared ??= readCredential(context, provider);
		return await shared;
	};
}

/** The credential where there is no item, as in triggers. */
export async function readCredential(
	context: RequestContext,
	{ credentialType }: Provider,
): Promise<NodeCredential> {
	const read = async () => await context.getCredentials<Data>(credentialType);
	return { key: idOf(context, credentialType), isOfItem: false, data: await read(), read };
}

async function credentialOfItem(
	context: IExecuteFunctions,
	type: string,
	itemIndex: number,
): Promise<NodeCredential> {
	const read = async () => await context.getCredentials<Data>(type, itemIndex);
	const data = await read();
	return { key: `${idOf(context, type)}:${accountOf(data)}`, isOfItem: true, data, read };
}

function idOf(context: RequestContext, type: string): string {
	return context.getNode().credentials?.[type]?.id ?? '';
}

/** Tells one account from another; the token is not part of it, as it changes. */
function accountOf(data: Data): string {
	const fields = Object.entries(data).filter(
		([name]) => !TOKEN_PROPERTIES.some((property) => property.name === name),
	);
	return createHash('sha256').update(JSON.stringify(fields.sort())).digest('base64url');
}

async function dependsOnItem(context: IExecuteFunctions, type: string): Promise<boolean> {
	const stored = await storedCredential(context, type);
	return stored === undefined || Object.values(stored).some(isExpressionOfItem);
}

function isExpressionOfItem(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=') && !SAME_FOR_ALL.test(value);
	return typeof value === 'object' && value !== null && JSON.stringify(value).includes('"=');
}

/** As it is stored, expressions as such; undefined where n8n does not show it. */
async function storedCredential(
	context: IExecuteFunctions,
	type: string,
): Promise<Data | undefined> {
	const { additionalData } = context as unknown as Internals;
	const reference = context.getNode().credentials?.[type];
	if (!additionalData?.credentialsHelper?.getDecrypted || !reference) return undefined;
	const raw = true;
	return await additionalData.credentialsHelper
		.getDecrypted(additionalData, reference, type, context.getMode(), undefined, raw)
		.catch(() => undefined);
}
