import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { privateKey, type KeyNeed } from '../../credentials/recipe/key';
import { refusalOf } from './refusal';

const RSA: KeyNeed = { type: 'rsa' };
const EC: KeyNeed = { type: 'ec' };
const P256: KeyNeed = { type: 'ec', curve: 'prime256v1' };
const ED25519: KeyNeed = { type: 'ed25519' };

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const ed25519 = generateKeyPairSync('ed25519');

const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1' | 'spki') =>
	key.export({ format: 'pem', type: type as 'pkcs8' }).toString();
const der = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1' | 'spki') =>
	key.export({ format: 'der', type: type as 'pkcs8' });
const seed = Buffer.from(String(ed25519.privateKey.export({ format: 'jwk' }).d), 'base64url');
const pkcs8 = pem(rsa.privateKey, 'pkcs8');
const pkcs1 = pem(rsa.privateKey, 'pkcs1');

const ACCEPTED: Array<[string, string, KeyNeed, KeyObject]> = [
	['PKCS#8', pkcs8, RSA, rsa.privateKey],
	['PKCS#1', pkcs1, RSA, rsa.privateKey],
	['SEC1', pem(ec.privateKey, 'sec1'), P256, ec.privateKey],
	['Ed25519', pem(ed25519.privateKey, 'pkcs8'), ED25519, ed25519.privateKey],
	['Windows line ends', pkcs8.replaceAll('\n', '\r\n'), RSA, rsa.privateKey],
	['old Macintosh line ends', pkcs8.replaceAll('\n', '\r'), RSA, rsa.privateKey],
	['spaces for line ends', pkcs8.replaceAll('\n', ' '), RSA, rsa.privateKey],
	['no line ends', pkcs8.replaceAll('\n', ''), RSA, rsa.privateKey],
	['\\n for line ends', pkcs8.replaceAll('\n', '\\n'), RSA, rsa.privateKey],
	['\\r\\n for line ends', pkcs1.replaceAll('\n', '\\r\\n'), RSA, rsa.privateKey],
	['indented lines', pkcs8.replaceAll('\n', '\n\t  '), RSA, rsa.privateKey],
	['text around it', `the key:\n${pkcs8}\nkeep it`, RSA, rsa.privateKey],
	['its public key in front', pem(rsa.publicKey, 'spki') + pkcs8, RSA, rsa.privateKey],
	['Base64 of PKCS#8', der(rsa.privateKey, 'pkcs8').toString('base64'), RSA, rsa.privateKey],
	['Base64 of PKCS#1', der(rsa.privateKey, 'pkcs1').toString('base64'), RSA, rsa.privateKey],
	['Base64 of SEC1', der(ec.privateKey, 'sec1').toString('base64'), EC, ec.privateKey],
	['Base64 of the PEM', Buffer.from(pkcs8).toString('base64'), RSA, rsa.privateKey],
	['JWK', JSON.stringify(ec.privateKey.export({ format: 'jwk' })), P256, ec.privateKey],
	['a seed in Base64', seed.toString('base64'), ED25519, ed25519.privateKey],
	['a seed in base64url', seed.toString('base64url'), ED25519, ed25519.privateKey],
	['a seed in hex', seed.toString('hex'), ED25519, ed25519.privateKey],
	[
		'seed and public key, as libsodium has them',
		Buffer.concat([seed, Buffer.alloc(32, 1)]).toString('base64'),
		ED25519,
		ed25519.privateKey,
	],
];

describe('a private key is read', () => {
	it.each(ACCEPTED)('as %s', (_what, text, need, expected) => {
		expect(privateKey(text, need, 'Private Key').equals(expected)).toBe(true);
	});
});

const encrypted = (type: 'pkcs8' | 'pkcs1') =>
	rsa.privateKey
		.export({ format: 'pem', type: type as 'pkcs8', cipher: 'aes-128-cbc', passphrase: 'x' })
		.toString();
const isNone = 'Private Key is no private key';
const isPublic = 'Private Key is a public key';
const isEncrypted = 'Private Key is an encrypted private key';
const isOther = 'Private Key is a key of another kind than the algorithm takes';

const REFUSED: Array<[string, string, KeyNeed, string, string]> = [
	['nothing', ' \n', RSA, 'Private Key is empty', 'Fill in'],
	['a word', 'secret-of-mine', RSA, isNone, 'whole PEM text'],
	['Base64 of anything', 'c2VjcmV0IG9mIG1pbmU=', RSA, isNone, 'or the same in Base64'],
	['a key that is cut off', pkcs8.slice(0, 400), RSA, isNone, 'It is cut off'],
	['a key that lost a line', pkcs8.replace(/\n[^\n]{64}\n/, '\n'), RSA, isNone, 'whole PEM text'],
	['a public key', pem(rsa.publicKey, 'spki'), RSA, isPublic, 'goes to the partner'],
	['a public key of PKCS#1', pem(rsa.publicKey, 'pkcs1'), RSA, isPublic, 'takes the private key'],
	['a public key in Base64', der(rsa.publicKey, 'spki').toString('base64'), RSA, isPublic, 'first'],
	[
		'a certificate',
		'-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----',
		RSA,
		isPublic,
		'',
	],
	['a public JWK', JSON.stringify(ec.publicKey.export({ format: 'jwk' })), P256, isPublic, ''],
	['a shared secret as JWK', '{"kty":"oct","k":"c2VjcmV0"}', RSA, isNone, ''],
	['JSON that is no JWK', '{"type":"service_account"}', RSA, isNone, ''],
	['broken JSON', '{"kty":', RSA, isNone, ''],
	['an encrypted key', encrypted('pkcs8'), RSA, isEncrypted, 'openssl pkey'],
	['an encrypted key of PKCS#1', encrypted('pkcs1'), RSA, isEncrypted, 'openssl pkey'],
	[
		'a key of OpenSSH',
		'-----BEGIN OPENSSH PRIVATE KEY-----\nMA==\n-----END OPENSSH PRIVATE KEY-----',
		RSA,
		isNone,
		'ssh-keygen',
	],
	[
		'an EC key for RSA',
		pem(ec.privateKey, 'pkcs8'),
		RSA,
		isOther,
		'It is P-256; the algorithm takes an RSA key',
	],
	['an RSA key for Ed25519', pkcs8, ED25519, isOther, 'It is an RSA key'],
	[
		'P-384 for ES256',
		pem(p384.privateKey, 'pkcs8'),
		P256,
		isOther,
		'It is P-384; the algorithm takes P-256',
	],
	['a seed for RSA', seed.toString('base64'), RSA, isNone, 'whole PEM text'],
];

describe('a private key is refused', () => {
	it.each(REFUSED)('for %s', (_what, text, need, message, hint) => {
		const refusal = refusalOf(() => privateKey(text, need, 'Private Key'));
		expect(refusal.message).toBe(message);
		expect(refusal.description).toContain(hint);
		expect(refusal.description).not.toContain('secret-of-mine');
	});
});

it('a key that was read is not read again, whatever it is asked for', () => {
	const first = privateKey(pkcs8, RSA, 'a');
	expect(privateKey(pkcs8, RSA, 'b')).toBe(first);
	expect(refusalOf(() => privateKey(pkcs8, P256, 'c')).message).toMatch(/^c is a key of another/);
});
