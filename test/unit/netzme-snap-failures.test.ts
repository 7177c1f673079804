import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTokenRefused, snapFailure } from '../../nodes/Netzme/snap/failures';
import { netzme } from '../../nodes/Netzme/provider';

const PAGE = readFileSync(join(__dirname, '../../docs/snap-bi.md'), 'utf8');
/** Of the table of errors: those of any service. */
const CODES = [...PAGE.matchAll(/^\| `(\d{3})xx(\d\d)`/gm)].map(([, status, kind]) => [
	status,
	kind,
]);

describe('the codes of SNAP BI', () => {
	it('on the page are known', () => expect(CODES.length).toBeGreaterThan(10));

	it.each(CODES)('%sxx%s is explained, whatever the service', (status, kind) => {
		for (const service of ['00', '11', '43']) {
			const responseCode = status + service + kind;
			expect(snapFailure({ responseCode, responseMessage: 'Words' })).toEqual({
				message: expect.stringMatching(/^Words: [a-zA-Z].{20}/) as string,
				code: responseCode,
			});
		}
	});

	it.each<[unknown]>([['2001100'], ['2024300'], [2001100]])('%j is a success', (responseCode) => {
		const answer = { status: 200, headers: {}, body: { responseCode } };
		expect(netzme.failure(answer)).toBeUndefined();
	});

	it.each(['5004300', '5044300'])('%s leaves in doubt', (responseCode) => {
		expect(snapFailure({ responseCode, responseMessage: '' })?.message).toBe(
			'Netzme does not say whether it was carried out. Look it up before you send it again',
		);
	});

	it.each<[string, number, unknown, boolean]>([
		['the token of a call', 401, { responseCode: '4011101' }, true],
		['a token, by the code of the token service', 401, { responseCode: '4017300' }, true],
		['a signature', 401, { responseCode: '4014300' }, false],
		['something without a code', 401, '', true],
		['the older API', 401, { status: '401' }, true],
		['something else', 403, { responseCode: '4031101' }, false],
	])('refuse a token or not: %s', (_what, status, body, expected) => {
		expect(isTokenRefused({ status, headers: {}, body })).toBe(expected);
	});
});
