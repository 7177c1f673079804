import { generateKeyPairSync, sign } from 'node:crypto';

const SEQUENCE = 0x30;
const SET = 0x31;
const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const ONE = Buffer.from('020101', 'hex');

/** One value in DER (X.690): its tag, its length, its content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from(head), content]);
}

const time = (year: number) => der(0x18, Buffer.from(`${year}0101000000Z`));

/** A key and a certificate that nobody but itself vouches for (X.509, version 1), as a server takes them. */
export function selfSigned(name: string): { key: string; cert: string } {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
	const algorithm = der(SEQUENCE, ECDSA_WITH_SHA256);
	const commonName = der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from(name)));
	const owner = der(SEQUENCE, der(SET, commonName));
	const validity = der(SEQUENCE, time(2020), time(2120));
	const spki = publicKey.export({ type: 'spki', format: 'der' });
	const content = der(SEQUENCE, ONE, algorithm, owner, validity, owner, spki);
	const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey));
	const base64 = der(SEQUENCE, content, algorithm, signature).toString('base64');
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
	};
}
