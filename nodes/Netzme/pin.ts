import type { IDataObject } from 'n8n-workflow';
import { hashedPin } from '../../credentials/netzme/pin';
import { optionalText, requiredId } from '../shared/fields/text';

/**
 * The PIN of the credential as it travels: hashed for a merchant. Whoever sends it names it among
 * the `secrets` of the request.
 *
 * @throws UserError where it is not six digits, or the credential has no client ID
 */
export function pinOf(account: IDataObject, merchant: string): string {
	return hashedPin(
		requiredId(account, 'clientId', 'Client ID'),
		merchant,
		optionalText(account, 'pinSecret', 'PIN'),
	);
}
