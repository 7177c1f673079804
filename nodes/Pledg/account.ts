import { UserError, type ICredentialDataDecryptedObject, type IDataObject } from 'n8n-workflow';
import { requiredField } from '../../credentials/auth/credential-fields';
import { MERCHANT_SECRET } from '../../credentials/pledg/authenticate';
import { isLeftEmpty, requiredId, requiredPathStep } from '../shared/fields/text';
import type { Parameters } from '../shared/provider';

const MERCHANT_UID = ['merchantUid', 'Merchant UID'] as const;

/** The merchant of an operation: the one filled in, or else the credential's. */
export function merchantUid(parameters: Parameters, account: IDataObject): string {
	return requiredId(merchant(parameters, account), ...MERCHANT_UID);
}

/** As {@link merchantUid}, as a step of a path. */
export function merchantStep(parameters: Parameters, account: IDataObject): string {
	return requiredPathStep(merchant(parameters, account), ...MERCHANT_UID);
}

function merchant(parameters: Parameters, account: IDataObject): Parameters {
	const { merchantUid: own } = isLeftEmpty(parameters, ...MERCHANT_UID) ? account : parameters;
	return { merchantUid: own };
}

/**
 * The key that signs links and notifications, whatever authentication is chosen.
 *
 * @throws UserError where it is not filled in
 */
export function merchantSecret({ merchantSecretKey }: IDataObject): string {
	return requiredField({ merchantSecretKey } as ICredentialDataDecryptedObject, MERCHANT_SECRET);
}

/**
 * Refuses an authentication that Pledg does not take for an endpoint, before anything is sent.
 *
 * @throws UserError with what to choose instead
 */
export function assertAuthentication(
	{ authentication = 'accessToken' }: IDataObject,
	accepted: string[],
	message: string,
	wayOut: string,
): void {
	if (accepted.includes(String(authentication))) return;
	throw new UserError(message, { description: `${wayOut} Nothing was sent.` });
}
