import { UserError } from 'n8n-workflow';
import { hmacSha256Hex } from '../auth/hmac';

/**
 * A PIN as it travels: HMAC-SHA256 of the six digits, with client ID and merchant
 * ID, joined, as key (Netzme, "Create Pin", Sample Code Hash Pin).
 *
 * @param pin in clear, six digits
 * @returns lower-case hex, 64 characters
 * @throws UserError where the PIN is not six digits; it does not repeat them
 */
export function hashedPin(clientId: string, merchantId: string, pin: string): string {
	if (!/^[0-9]{6}$/.test(pin)) {
		throw new UserError('PIN must be six digits', {
			description: 'Open the credential and fill in PIN. Nothing was sent.',
		});
	}
	return hmacSha256Hex(clientId + merchantId, pin);
}
