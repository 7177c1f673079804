import { createSign, generateKeyPairSync } from 'node:crypto';
import { enc, HmacSHA256 } from 'crypto-js';
import { FORM_TYPE, HOOK, idsIn, JSON_TYPE, READ, SECRET } from './webhook-sent';

describe('a repeat stays one', () => {
	const byId = { text: '{body}', id: '{param:id}' };

	it('with another ID in the query', () => {
		const sent = { recipe: byId, text: '{"a":1}', body: '{"a":1}' };
		expect(idsIn({ ...sent, url: `${HOOK}?id=2` })).toEqual(idsIn(sent));
	});

	it('with another type of the body', () => {
		for (const body of ['{"id":"1"}', 'id=1&b=2']) {
			const ids = ['text/plain', JSON_TYPE, FORM_TYPE].map((type) =>
				idsIn({ recipe: byId, text: body, body, headers: { 'content-type': type } }),
			);
			expect(ids).toEqual([['id 1'], ['id 1'], ['id 1']]);
		}
	});

	it('with other white space, where that is not signed', () => {
		const recipe = { text: '{body|minify}' };
		const text = '{"a":1}';
		expect(idsIn({ recipe, text, body: '{ "a": 1 }' })).toEqual(
			idsIn({ recipe, text, body: text }),
		);
	});

	it('with the second of two signatures only', () => {
		const recipe = {
			text: '{body}',
			read: [{ ...READ[0], looksLike: 'v1={signature}', separator: ',' }],
		};
		const [one, other] = ['first key', 'second key'].map((key) =>
			HmacSHA256('{}', key).toString(enc.Hex),
		);
		const sent = { recipe, text: '', body: '{}', secrets: ['first key', 'second key'] };
		expect(idsIn({ ...sent, signature: `v1=${other}` })).toEqual(
			idsIn({ ...sent, signature: `v1=${one},v1=${other}` }),
		);
	});

	it('with the other ECDSA signature that everybody can make of one', () => {
		const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
		const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
		const one = createSign('sha256')
			.update('{}')
			.sign({ key: privateKey, dsaEncoding: 'ieee-p1363' });
		const half = order - BigInt(`0x${one.toString('hex', 32)}`);
		const other = one.toString('hex', 0, 32) + half.toString(16).padStart(64, '0');
		const secrets = [publicKey.export({ type: 'spki', format: 'pem' }).toString()];
		const recipe = { alg: 'ecdsa-p1363-sha256', output: 'hex', text: '{body}' };
		const sent = { recipe, text: '', body: '{}', secrets };
		expect(idsIn({ ...sent, signature: other })).toEqual(
			idsIn({ ...sent, signature: one.toString('hex') }),
		);
	});

	it('and what is new has another ID, where the signature does not cover it', () => {
		const recipe = { alg: 'text', text: '{secret}' };
		const sent = { recipe, text: '', signature: SECRET };
		expect(idsIn({ ...sent, body: '{"a":1}' })).not.toEqual(idsIn({ ...sent, body: '{"a":2}' }));
	});

	it('a name in another case is another name', () => {
		const sent = { recipe: { text: '{param:Id}', id: '{param:id}' }, text: '1' };
		expect(idsIn({ ...sent, body: '{"Id":1,"id":2}' })).toHaveLength(2);
	});
});
