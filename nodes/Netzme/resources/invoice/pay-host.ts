import { UserError, type IDataObject } from 'n8n-workflow';
import { payOrigin } from '../../../../credentials/netzme/pay-host';
import { isLeftEmpty, optionalId, requiredId } from '../../../shared/fields/text';
import type { RequestDescription } from '../../../shared/provider';

/**
 * Where invoices are created, and the User-Agent that says for whom.
 *
 * @throws UserError naming the field of the credential that is missing or does not fit
 */
export function payHost(
	account: IDataObject,
	merchant: string,
): Pick<RequestDescription, 'origin' | 'headers'> {
	requiredId(account, 'invoiceToken', 'Invoice Token');
	// In place of an expression that gives nothing the default would be taken in silence.
	if (account.environment === 'production') isLeftEmpty(account, 'payBaseUrl', 'Pay Base URL');
	const origin = payOrigin({
		environment: account.environment as string,
		payBaseUrl: account.payBaseUrl as string,
	});
	if (origin === undefined) {
		throw new UserError('Pay Base URL is empty', {
			description:
				'With Custom URL as environment the pay host has to be named, too. Open the credential and fill in Pay Base URL. Nothing was sent.',
		});
	}
	return { origin, headers: { 'User-Agent': `${clientName(account)};${merchant}` } };
}

function clientName(account: IDataObject): string {
	const given = optionalId(account, 'invoiceClientName', 'Invoice Client Name');
	const name = given || requiredId(account, 'clientId', 'Client ID');
	if (/^[\x20-\x3a\x3c-\x7e]+$/.test(name)) return name;
	throw new UserError('Invoice Client Name contains a character that it cannot have', {
		description:
			'Open the credential and fill in Invoice Client Name with letters, digits and punctuation, without a semicolon.',
	});
}
