import {
	algo,
	enc,
	HmacMD5,
	HmacSHA1,
	HmacSHA256,
	HmacSHA384,
	HmacSHA512,
	MD5,
	SHA1,
	SHA256,
	SHA384,
	SHA512,
} from 'crypto-js';
import { constants, generateKeyPairSync, verify } from 'node:crypto';
import type { Output } from '../../credentials/recipe/recipe';
import { oneStep, signed } from './recipe-helpers';
import { words } from './reference';

const TEXT = 'Zürich ☃ {x}';
const SECRET = 'a-secret-of-mine';
const DIGESTS = { md5: MD5, sha1: SHA1, sha256: SHA256, sha384: SHA384, sha512: SHA512 };
const HMACS = {
	md5: HmacMD5,
	sha1: HmacSHA1,
	sha256: HmacSHA256,
	sha384: HmacSHA384,
	sha512: HmacSHA512,
};

const result = (step: object, values?: Record<string, string>) =>
	signed(oneStep({ text: TEXT.replace('{', '\\{'), ...step }), {}, values && { values }).headers[
		'X-Signature'
	];

it('crypto-js, which all is compared with, is what it says', () => {
	expect(algo.SHA256.create().finalize('').toString()).toMatch(/^e3b0c442/);
});

describe.each(Object.keys(DIGESTS) as Array<keyof typeof DIGESTS>)('%s', (name) => {
	it('hashes', () => {
		expect(result({ alg: `hash-${name}` })).toBe(DIGESTS[name](TEXT).toString());
	});

	it('signs with a key', () => {
		expect(result({ alg: `hmac-${name}` })).toBe(HMACS[name](TEXT, SECRET).toString());
	});
});

describe('an output', () => {
	const mac = HmacSHA256(TEXT, SECRET);
	const hex = mac.toString();
	const written: Record<Output, string> = {
		hex,
		HEX: hex.toUpperCase(),
		base64: mac.toString(enc.Base64),
		base64url: mac.toString(enc.Base64url),
		base64hex: enc.Base64.stringify(enc.Utf8.parse(hex)),
		raw: hex,
	};

	it.each(Object.entries(written))('is written as %s', (output, expected) => {
		expect(result({ output })).toBe(expected);
	});

	it('of a text is that of its bytes', () => {
		expect(result({ alg: 'text', key: undefined, output: 'base64' })).toBe(
			enc.Base64.stringify(enc.Utf8.parse(TEXT)),
		);
	});
});

describe('a key', () => {
	const bytes = Buffer.from([0, 255, 128, 7, 62, 63]);
	const expected = HmacSHA256(TEXT, words(bytes)).toString();

	it.each([
		['base64', bytes.toString('base64')],
		['base64', bytes.toString('base64url')],
		['base64', ` ${bytes.toString('base64').slice(0, 4)}\n${bytes.toString('base64').slice(4)} `],
		['base64url', bytes.toString('base64url')],
		['hex', bytes.toString('hex')],
		['hex', bytes.toString('hex').toUpperCase()],
	])('is read from %s: %j', (keyEncoding, secret) => {
		expect(result({ keyEncoding }, { secret })).toBe(expected);
	});

	it('may be the raw result of another step', () => {
		const steps = [
			{ name: 'derived', alg: 'hmac-sha256', key: '{secret}', text: 'a', output: 'raw' as const },
			{ name: 'signature', alg: 'hmac-sha256', key: '{derived|raw}', text: 'b' },
		];
		const derived = HmacSHA256('a', SECRET);
		expect(signed({ ...oneStep({}), steps }).headers['X-Signature']).toBe(
			HmacSHA256('b', derived).toString(),
		);
	});
});

/** Node verifies with the public key; what was signed is not asked of our code. */
describe('a signature with a private key', () => {
	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const ec = { '256': 'P-256', '384': 'P-384', '512': 'P-521' };
	const curves = Object.entries(ec).map(
		([bits, namedCurve]) => [bits, generateKeyPairSync('ec', { namedCurve })] as const,
	);
	const ed = generateKeyPairSync('ed25519');
	const signature = (alg: string, { privateKey }: typeof ed) => {
		const secret = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
		return Buffer.from(result({ alg, output: 'base64' }, { secret }), 'base64');
	};
	const padding = constants.RSA_PKCS1_PSS_PADDING;

	it.each(['sha1', 'sha256', 'sha384', 'sha512'])('rsa-%s', (hash) => {
		const made = signature(`rsa-${hash}`, rsa);
		expect(verify(hash, Buffer.from(TEXT), rsa.publicKey, made)).toBe(true);
	});

	it.each([
		['sha256', 32],
		['sha384', 48],
		['sha512', 64],
	] as const)('rsa-pss-%s, with a salt of %d bytes', (hash, saltLength) => {
		const made = signature(`rsa-pss-${hash}`, rsa);
		const key = { key: rsa.publicKey, padding, saltLength };
		expect(verify(hash, Buffer.from(TEXT), key, made)).toBe(true);
	});

	it.each(['ieee-p1363', 'der'] as const)('ecdsa, %s', (dsaEncoding) => {
		for (const [bits, pair] of curves) {
			const made = signature(`ecdsa-${dsaEncoding.replace('ieee-', '')}-sha${bits}`, pair);
			const key = { key: pair.publicKey, dsaEncoding };
			expect(verify(`sha${bits}`, Buffer.from(TEXT), key, made)).toBe(true);
		}
	});

	it('ed25519', () => {
		expect(verify(null, Buffer.from(TEXT), ed.publicKey, signature('ed25519', ed))).toBe(true);
	});

	const jwt = (alg: string, { privateKey }: typeof ed) => {
		const secret = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
		const [header, payload, made] = result({ alg: `jwt-${alg}` }, { secret }).split('.');
		expect(Buffer.from(header, 'base64url').toString()).toBe(`{"alg":"${alg}","typ":"JWT"}`);
		expect(Buffer.from(payload, 'base64url').toString()).toBe(TEXT);
		return { input: Buffer.from(`${header}.${payload}`), made: Buffer.from(made, 'base64url') };
	};

	it.each(['256', '384', '512'])('jwt-RS%s and jwt-PS', (bits) => {
		const plain = jwt(`RS${bits}`, rsa);
		expect(verify(`sha${bits}`, plain.input, rsa.publicKey, plain.made)).toBe(true);
		const pss = jwt(`PS${bits}`, rsa);
		const key = { key: rsa.publicKey, padding, saltLength: Number(bits) / 8 };
		expect(verify(`sha${bits}`, pss.input, key, pss.made)).toBe(true);
	});

	it.each(curves)('jwt-ES%s', (bits, pair) => {
		const { input, made } = jwt(`ES${bits}`, pair);
		const key = { key: pair.publicKey, dsaEncoding: 'ieee-p1363' as const };
		expect(verify(`sha${bits}`, input, key, made)).toBe(true);
	});

	it('jwt-EdDSA', () => {
		const { input, made } = jwt('EdDSA', ed);
		expect(verify(null, input, ed.publicKey, made)).toBe(true);
	});
});

it.each([
	['256', HmacSHA256],
	['384', HmacSHA384],
	['512', HmacSHA512],
] as const)('jwt-HS%s', (bits, hmac) => {
	const [header, payload, made] = result({ alg: `jwt-HS${bits}` }).split('.');
	expect(made).toBe(hmac(`${header}.${payload}`, SECRET).toString(enc.Base64url));
});
