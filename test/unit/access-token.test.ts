import fc from 'fast-check';
import {
	fingerprintOf,
	fromStoredToken,
	SEND_AGAIN,
	STORE_NOTHING,
	TOKEN_PROPERTIES,
	toStoredToken,
	type AccessToken,
} from '../../credentials/token/access-token';

const TOKEN: AccessToken = {
	value: 'abc',
	issuedAt: 1_700_000_000_000,
	expiresAt: 1_700_000_600_000,
	owner: 'this process',
	clockOffset: -1500,
	mints: [1_699_999_999_000, 1_700_000_000_000],
};
const FINGERPRINT = fingerprintOf(['Su', 'https://api.example.com', 'id', 'secret']);

describe('a stored token', () => {
	it('is read back as it was', () => {
		expect(fromStoredToken(toStoredToken(TOKEN, FINGERPRINT), FINGERPRINT)).toEqual(TOKEN);
	});

	it('is read back whatever characters it has', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
				const stored = toStoredToken({ ...TOKEN, value }, FINGERPRINT);
				expect(fromStoredToken(stored, FINGERPRINT)?.value).toBe(value);
			}),
		);
	});

	it('is not used with other inputs', () => {
		const other = fingerprintOf(['Su', 'https://api.example.com', 'id', 'new secret']);
		expect(fromStoredToken(toStoredToken(TOKEN, FINGERPRINT), other)).toBeUndefined();
	});

	const { accessTokenState: state } = toStoredToken(TOKEN, FINGERPRINT);
	it.each([
		['nothing stored', {}],
		['no token', { accessToken: '', accessTokenState: state }],
		['no state', { accessToken: 'abc' }],
		['an empty state', { accessToken: 'abc', accessTokenState: '' }],
		['a state that is not JSON', { accessToken: 'abc', accessTokenState: '{"issuedAt":' }],
		['a state that is no object', { accessToken: 'abc', accessTokenState: 'null' }],
		['a state without fingerprint', { accessToken: 'abc', accessTokenState: '{"issuedAt":1}' }],
		[
			'a state without expiry',
			{ accessToken: 'abc', accessTokenState: state.replace('expiresAt', 'x') },
		],
		[
			'a state without time of issue',
			{ accessToken: 'abc', accessTokenState: state.replace('issuedAt', 'x') },
		],
	])('is none where there is %s', (_what, credentials) => {
		expect(fromStoredToken(credentials, FINGERPRINT)).toBeUndefined();
	});

	it('keeps every property that the form declares, so that n8n stores it', () => {
		const declared = TOKEN_PROPERTIES.map(({ name }) => name).sort();
		expect(Object.keys(toStoredToken(TOKEN, FINGERPRINT)).sort()).toEqual(declared);
	});

	it('has its expiry where n8n will look for it', () => {
		expect(toStoredToken(TOKEN, FINGERPRINT).n8n_expires_at).toBe('1700000600000');
	});

	it('has its value in the masked property only', () => {
		const { accessToken, ...others } = toStoredToken(TOKEN, FINGERPRINT);
		expect(accessToken).toBe('abc');
		expect(JSON.stringify(others)).not.toContain('abc"');
	});
});

describe('the expirable property', () => {
	const [expirable] = TOKEN_PROPERTIES.filter(({ typeOptions }) => typeOptions?.expirable);

	it('is there, hidden, so that n8n calls preAuthentication at all', () => {
		expect(expirable).toMatchObject({ type: 'hidden', default: '' });
	});

	it('stays empty, so that n8n calls it before every request', () => {
		expect(toStoredToken(TOKEN, FINGERPRINT)[expirable.name]).toBe('');
		expect(SEND_AGAIN).toEqual({ [expirable.name]: '' });
		expect(STORE_NOTHING).toEqual({});
	});
});

describe('a fingerprint', () => {
	it('differs when any input differs', () => {
		const inputs = ['Su', 'https://api.example.com', 'id', 'secret'];
		const others = inputs.map((changed) =>
			fingerprintOf(inputs.map((input) => (input === changed ? `${input}x` : input))),
		);
		expect(new Set([FINGERPRINT, ...others]).size).toBe(inputs.length + 1);
	});

	it('tells inputs apart that read the same when joined', () => {
		expect(fingerprintOf(['ab', 'c'])).not.toBe(fingerprintOf(['a', 'bc']));
		expect(fingerprintOf(['a,b'])).not.toBe(fingerprintOf(['a', 'b']));
		expect(fingerprintOf(['a","b'])).not.toBe(fingerprintOf(['a', 'b']));
	});

	it('does not show its inputs', () => expect(FINGERPRINT).toMatch(/^[0-9a-f]{64}$/));
});
