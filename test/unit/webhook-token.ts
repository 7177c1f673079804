import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { compileWebhook } from '../../credentials/partner/webhook/compile';
import { readWebhook } from '../../credentials/partner/webhook/read-webhook';
import { secretsOf } from '../../credentials/partner/webhook/secrets';
import { verifyWebhook } from '../../credentials/partner/webhook/verify';

export const NOW_IN_S = 1_800_000_000;
export const SECRET = 'a shared secret of thirty-two bytes';
export const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const OTHER_RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const EC = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
export const OTHER_EC = generateKeyPairSync('ec', { namedCurve: 'secp384r1' });
export const ED = generateKeyPairSync('ed25519');
export const pemOf = (key: typeof RSA.publicKey) =>
	key.export({ type: 'spki', format: 'pem' }).toString();
export const jwkOf = (key: typeof RSA.publicKey) => key.export({ format: 'jwk' });

export const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
export const CLAIMS = { id: 7, exp: NOW_IN_S + 60, nbf: NOW_IN_S - 60 };

/** A compact JWT. */
export function token(
	header: object,
	signer: (text: string) => Buffer,
	claims: object = CLAIMS,
): string {
	const text = `${part(header)}.${part(claims)}`;
	return `${text}.${signer(text).toString('base64url')}`;
}
export const hs = (secret: string | Buffer) => (text: string) =>
	createHmac('sha256', secret).update(text).digest();
export const rs =
	(key = RSA.privateKey) =>
	(text: string) =>
		sign('sha256', Buffer.from(text), key);
export const es = (text: string) =>
	sign('sha256', Buffer.from(text), { key: EC.privateKey, dsaEncoding: 'ieee-p1363' });
export const ed = (text: string) => sign(null, Buffer.from(text), ED.privateKey);

/** What becomes of a notification with a token; the credential is checked in front of it where it is asked for. */
export function verdict(
	sent: string,
	secret: string,
	algs = ['RS256'],
	others: object = {},
	isChecked = false,
) {
	const recipe = {
		read: [{ in: 'header', name: 'Authorization', looksLike: 'Bearer {signature}' }],
		alg: 'jwt',
		jwt: { algs },
		id: '{claim:id}',
		...others,
	};
	const webhook = compileWebhook(readWebhook(recipe), { secret: 'secret' });
	const keys = { values: {}, secrets: secretsOf(secret, 'Secret') };
	if (isChecked) webhook.assertSecrets(keys.secrets);
	const received = {
		method: 'POST',
		url: 'https://hooks.example.com/',
		headers: { authorization: `Bearer ${sent}` },
		body: Buffer.from('{"a":1}'),
	};
	return verifyWebhook(webhook, received, keys, NOW_IN_S * 1000);
}
