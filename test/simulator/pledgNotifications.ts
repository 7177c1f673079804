import { enc, HmacSHA256, SHA256 } from 'crypto-js';

const SIGNED = ['created_at', 'error', 'id', 'reference', 'sandbox', 'status'];

/** "Back mode", "Signature of the result": the secret stands between the pairs. */
export function backNotification(
	fields: Record<string, unknown>,
	secret: string,
): Record<string, unknown> {
	const pairs = SIGNED.map((name) => `${name}=${String(fields[name] ?? '')}`);
	const digest = SHA256(enc.Utf8.parse(pairs.join(secret))).toString(enc.Hex);
	return { ...fields, signature: digest.toUpperCase() };
}

/** "Transfer mode", "Notification": the notification is a JWT, and the body holds nothing else. */
export function tokenNotification(
	payload: unknown,
	secret: string,
	header: unknown = { alg: 'HS256', typ: 'JWT' },
): { signature: string } {
	const part = (value: unknown) => enc.Base64url.stringify(enc.Utf8.parse(JSON.stringify(value)));
	const input = `${part(header)}.${part(payload)}`;
	const digest = HmacSHA256(input, enc.Utf8.parse(secret));
	return { signature: `${input}.${enc.Base64url.stringify(digest)}` };
}
