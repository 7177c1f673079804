import { createHash, verify } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { equalInConstantTime } from '../auth/constant-time';
import { optionalField } from '../auth/credential-fields';
import { textOf, trimmed } from '../auth/text';
import { minified } from '../recipe/json-text';
import { publicKey } from '../recipe/public-key';

const CALLBACK_TOKEN = { name: 'callbackToken', label: 'Callback Token' };
const PUBLIC_KEY = { name: 'callbackPublicKey', label: 'Callback Public Key' };

/** A callback as it came in. */
export interface SentCallback {
	method: string;
	/** Those that Netzme may have signed: a proxy in front of n8n may have changed the one that n8n sees. */
	paths: string[];
	/** Names in lower case. */
	headers: IDataObject;
	/** As it was sent. */
	body: string;
}

/**
 * Whether a callback proves that it is from Netzme, as far as the credential can tell: by a signature
 * where it has one and Netzme's public key is known, else by the callback token.
 *
 * @returns why it does not; undefined where it does, or the credential knows neither key nor token
 * @throws UserError where a field of the credential can't be read
 * @see Netzme, "SNAP Asymmetric Signature"; "Payment Success Callback (Invoice)", `x-callback-token`
 */
export function callbackRefusal(
	credentials: ICredentialDataDecryptedObject,
	sent: SentCallback,
): string | undefined {
	const token = optionalField(credentials, CALLBACK_TOKEN);
	const key = trimmed(textOf(credentials[PUBLIC_KEY.name] ?? '', PUBLIC_KEY.label));
	if (key !== '' && headerOf(sent, 'x-signature') !== '') {
		return isSigned(sent, key) ? undefined : 'its signature is not that of Netzme';
	}
	if (token !== '') {
		const isSame = equalInConstantTime(headerOf(sent, 'x-callback-token'), token);
		return isSame ? undefined : 'its callback token is not that of the credential';
	}
	return key === '' ? undefined : 'it has no signature';
}

/** RSA-SHA256 over `METHOD:path:lower hex SHA-256 of the minified body:X-TIMESTAMP`, in Base64. */
function isSigned(sent: SentCallback, key: string): boolean {
	const digest = createHash('sha256').update(minified(sent.body)).digest('hex');
	const signature = Buffer.from(headerOf(sent, 'x-signature'), 'base64');
	const object = publicKey(key, { type: 'rsa' }, PUBLIC_KEY.label);
	return sent.paths.some((path) => {
		const text = [sent.method, path, digest, headerOf(sent, 'x-timestamp')].join(':');
		return verify('sha256', Buffer.from(text), object, signature);
	});
}

function headerOf({ headers }: SentCallback, name: string): string {
	const value = headers[name];
	return typeof value === 'string' ? value.trim() : '';
}
