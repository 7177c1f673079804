import { equalInConstantTime } from '../../credentials/auth/constant-time';

describe('comparing in constant time', () => {
	it.each([
		['', ''],
		['abc', 'abc'],
		['é☃', 'é☃'],
	])('%j is %j', (a, b) => expect(equalInConstantTime(a, b)).toBe(true));

	it.each([
		['abc', 'abd'],
		['abc', 'ABC'],
		['abc', 'abcd'],
		['abc', ''],
		// The same in Latin-1, where a comparison of bytes would take one for the other.
		['A', '\u0141'],
		['é', 'e\u0301'],
	])('%j is not %j', (a, b) => {
		expect(equalInConstantTime(a, b)).toBe(false);
		expect(equalInConstantTime(b, a)).toBe(false);
	});
});
