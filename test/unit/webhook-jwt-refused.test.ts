import {
	RSA,
	OTHER_RSA,
	EC,
	ED,
	pemOf,
	jwkOf,
	part,
	CLAIMS,
	token,
	hs,
	rs,
	verdict,
} from './webhook-token';

describe('a JWT is refused', () => {
	const good = token({ alg: 'RS256' }, rs());
	const [header, claims, signature] = good.split('.');
	const pem = pemOf(RSA.publicKey);
	it.each([
		['without a signature', `${header}.${claims}.`],
		['with alg none', `${part({ alg: 'none' })}.${claims}.`],
		[
			'with alg none, and the signature of another',
			`${part({ alg: 'none' })}.${claims}.${signature}`,
		],
		['with alg None', `${part({ alg: 'None' })}.${claims}.${signature}`],
		['without alg', `${part({})}.${claims}.${signature}`],
		['of another algorithm', token({ alg: 'RS512' }, rs())],
		['signed with the public key as the secret', token({ alg: 'HS256' }, hs(pem))],
		['signed with the public key, trimmed', token({ alg: 'HS256' }, hs(pem.trim()))],
		['of another key', token({ alg: 'RS256' }, rs(OTHER_RSA.privateKey))],
		[
			'with a key of its own in it',
			token({ alg: 'RS256', jwk: jwkOf(OTHER_RSA.publicKey) }, rs(OTHER_RSA.privateKey)),
		],
		['with an extension that must be understood', token({ alg: 'RS256', crit: ['exp'] }, rs())],
		['with other claims', `${header}.${part({ ...CLAIMS, id: 8 })}.${signature}`],
		['with a part more', `${good}.a`],
		['with claims that are a list', token({ alg: 'RS256' }, rs(), [])],
		['with an exp that is text', token({ alg: 'RS256' }, rs(), { exp: '9999999999' })],
		['that is no JWT', 'abc'],
	])('%s', (_, sent) => {
		expect(verdict(sent, pem)).toMatchObject({ isVerified: false });
	});

	it('where HS256 is chosen and the secret is a public key: everybody knows it', () => {
		const forged = token({ alg: 'HS256' }, hs(pem));
		expect(verdict(forged, pem, ['HS256'])).toMatchObject({ isVerified: false });
		const jwk = JSON.stringify(jwkOf(RSA.publicKey));
		expect(verdict(token({ alg: 'HS256' }, hs(jwk)), jwk, ['HS256'])).toMatchObject({
			isVerified: false,
		});
	});

	it.each([
		['SubjectPublicKeyInfo', RSA.publicKey.export({ type: 'spki', format: 'der' })],
		['PKCS#1', RSA.publicKey.export({ type: 'pkcs1', format: 'der' })],
		['PEM', Buffer.from(pem)],
	])('where the secret is a public key in Base64: %s', (_, bytes) => {
		const text = bytes.toString('base64');
		for (const [key, keyEncoding] of [
			[text, 'text'],
			[bytes, 'base64'],
		] as const) {
			const forged = token({ alg: 'HS256' }, hs(key));
			const attack = (isChecked: boolean) =>
				verdict(forged, text, ['HS256'], { keyEncoding }, isChecked);
			expect(attack(false)).toMatchObject({ isVerified: false });
			expect(() => attack(true)).toThrow('key is a public key');
		}
	});

	it('by a key for another algorithm, or for encryption', () => {
		const sent = token({ alg: 'RS256' }, rs());
		for (const own of [{ alg: 'RS512' }, { use: 'enc' }]) {
			const jwk = JSON.stringify({ ...jwkOf(RSA.publicKey), ...own });
			expect(verdict(sent, jwk)).toMatchObject({ isVerified: false });
		}
	});

	it('and a set without a key of the kind is said before anything starts', () => {
		const set = JSON.stringify({ keys: [jwkOf(EC.publicKey), jwkOf(ED.publicKey)] });
		expect(() => verdict('', set, ['RS256'], {}, true)).toThrow('key is a key of another kind');
		const own = JSON.stringify(RSA.privateKey.export({ format: 'jwk' }));
		expect(() => verdict('', own, ['RS256'], {}, true)).toThrow('key is a private key');
	});

	it('of a key that the JWK set calls otherwise', () => {
		const set = JSON.stringify({ keys: [{ ...jwkOf(RSA.publicKey), kid: 'a' }] });
		const sent = token({ alg: 'RS256', kid: 'b' }, rs());
		expect(verdict(sent, set)).toMatchObject({ isVerified: false });
	});
});
