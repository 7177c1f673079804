import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { optionalField } from '../auth/credential-fields';
import { ENVIRONMENT, parseBaseUrl } from '../auth/destination';

const PAY_BASE_URL = { name: 'payBaseUrl', label: 'Pay Base URL' };
/** Netzme, "Create Invoice Transaction". */
const STAGING = 'https://pay-stg.netzme.com';
/** Not in the documents; it stands beside the one of staging in a public test tool of Netzme's. */
const PRODUCTION = 'https://pay.netzme.com';

/**
 * The origin of the host that creates invoices, which takes the invoice token and nothing else.
 *
 * @param credentials reads `environment` and `payBaseUrl`
 * @returns scheme, host and port; undefined with Custom URL where none is filled in
 * @throws UserError as `parseBaseUrl`, naming Pay Base URL
 */
export function payOrigin(credentials: ICredentialDataDecryptedObject): string | undefined {
	const environment = optionalField(credentials, ENVIRONMENT);
	if (environment === 'staging') return STAGING;
	const value = optionalField(credentials, PAY_BASE_URL);
	if (value !== '') return parseBaseUrl(value, PAY_BASE_URL.label);
	return environment === 'production' ? PRODUCTION : undefined;
}
