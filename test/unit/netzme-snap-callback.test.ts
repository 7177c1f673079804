import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callbackRefusal } from '../../credentials/netzme/snap-callback';

interface Example {
	inputs: Record<string, string>;
	expected: Record<string, string>;
}
const { publicKey, examples } = JSON.parse(
	readFileSync(join(__dirname, '../vectors/snap-bi.json'), 'utf8'),
) as { publicKey: string; examples: Example[] };
const [, , { inputs, expected }] = examples;

const sent = {
	method: inputs.method,
	paths: ['/webhook/another', inputs.path],
	headers: { 'x-timestamp': inputs.timestamp, 'x-signature': expected.signature },
	body: inputs.body,
};
const key = createPublicKey(publicKey);

describe('the published notification', () => {
	it.each<[string, string]>([
		['PEM', publicKey],
		['PEM in one line', publicKey.replaceAll('\n', '\\n')],
		['PEM, lines lost', publicKey.replaceAll('\n', ' ')],
		['PKCS#1', key.export({ format: 'pem', type: 'pkcs1' }).toString()],
		['Base64 without PEM', key.export({ format: 'der', type: 'spki' }).toString('base64')],
	])('is verified with the public key as %s', (_what, callbackPublicKey) => {
		expect(callbackRefusal({ callbackPublicKey }, sent)).toBeUndefined();
	});

	it('is verified whatever its white space', () => {
		const body = JSON.stringify(JSON.parse(inputs.body), null, '\t');
		expect(callbackRefusal({ callbackPublicKey: publicKey }, { ...sent, body })).toBeUndefined();
	});

	it('is refused with another body', () => {
		const body = inputs.body.replace('102800.00', '102801.00');
		expect(callbackRefusal({ callbackPublicKey: publicKey }, { ...sent, body })).toBe(
			'its signature is not that of Netzme',
		);
	});

	it.each(['abc', publicKey.slice(0, 60), '{}'])('%j is no public key', (callbackPublicKey) => {
		expect(() => callbackRefusal({ callbackPublicKey }, sent)).toThrow(
			'Callback Public Key is no public key',
		);
	});
});
