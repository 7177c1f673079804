import { createPublicKey, type KeyObject } from 'node:crypto';
import { UserError } from 'n8n-workflow';

const BLOCK = /-----BEGIN (PUBLIC KEY|RSA PUBLIC KEY|CERTIFICATE)-----([^-]+)-----END \1-----/;

/**
 * A public RSA key as it is handed out: PEM, lines ended in any way or all in one, a certificate, or
 * the same in Base64 without the lines of PEM.
 *
 * @param label named in errors
 * @throws UserError where it is anything else
 */
export function publicKey(text: string, label: string): KeyObject {
	const [, name = '', content = text] = BLOCK.exec(text) ?? [];
	const bytes = Buffer.from(content.replace(/\\[nr]|\s/g, ''), 'base64');
	const key =
		name === 'CERTIFICATE' ? fromPem(bytes) : (fromDer(bytes, 'spki') ?? fromDer(bytes, 'pkcs1'));
	if (key?.asymmetricKeyType === 'rsa') return key;
	throw new UserError(`${label} is no public RSA key`, {
		description: `Open the credential and enter ${label} from -----BEGIN PUBLIC KEY----- to -----END PUBLIC KEY-----, or the same in Base64.`,
	});
}

function fromPem(certificate: Buffer): KeyObject | undefined {
	const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
	const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
	return withoutThrowing(() => createPublicKey(pem));
}

function fromDer(key: Buffer, type: 'spki' | 'pkcs1'): KeyObject | undefined {
	return withoutThrowing(() => createPublicKey({ key, format: 'der', type }));
}

function withoutThrowing(make: () => KeyObject): KeyObject | undefined {
	try {
		return make();
	} catch {
		return undefined;
	}
}
