import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { optionalField } from '../auth/credential-fields';
import { ENVIRONMENT, parseBaseUrl } from '../auth/destination';

const PAY_BASE_URL = { name: 'payBaseUrl', label: 'Pay Base URL' };
/** Netzme, "Create Invoice Transaction". The host of production is not published. */
const STAGING = 'https://pay-stg.netzme.com';

/**
 * The origin of the host that creates invoices, which takes the invoice token and nothing else.
 *
 * @param credentials reads `environment` and `payBaseUrl`
 * @returns scheme, host and port; undefined where none is known and none is filled in
 * @throws UserError as `parseBaseUrl`, naming Pay Base URL
 */
export function payOrigin(credentials: ICredentialDataDecryptedObject): string | undefined {
	if (optionalField(credentials, ENVIRONMENT) === 'staging') return STAGING;
	const value = optionalField(credentials, PAY_BASE_URL);
	return value === '' ? undefined : parseBaseUrl(value, PAY_BASE_URL.label);
}
