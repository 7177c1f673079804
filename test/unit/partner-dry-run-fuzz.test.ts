import fc from 'fast-check';
import { UserError } from 'n8n-workflow';
import { check } from '../../credentials/partner/dry-run/check';
import { preview } from '../../credentials/partner/dry-run/preview';
import { pemOf, recipe, request, revealed, SECRET } from './recipe-grammar';
import { NOW } from './recipe-helpers';

const CASES = 200;
const SIGNATURE = 'c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71';
const PASSWORD = 'pa55PhraseThatTravels~pa55Phrase';
const TOKEN = 'tok3nThatTravels~tok3nThatTravels';

it(`${CASES} recipes are previewed and checked, or refused with a place, and show no secret`, () => {
	const outcomes = { shown: 0, refused: 0 };
	fc.assert(
		fc.property(recipe, request, fc.boolean(), ({ add, ...given }, { qs, ...sent }, isRsa) => {
			const pem = pemOf(isRsa ? 'oci-get' : 'ebay-ed25519');
			const carried = ['{pass|base64}', '{token}', '{pass|hex}.{token|base64url}'];
			const more = carried.map((value, at) => ({ in: 'header', name: `X-C${at}`, value }));
			const credentials = {
				scheme: 'json',
				baseUrl: 'https://api.example.com',
				recipe: JSON.stringify({ ...given, add: [...add, ...more] }),
				id: 'the-id',
				secret: SECRET,
				privateKey: pem,
				values: { entry: [{ name: 'pass', value: PASSWORD, mayBeSent: true }] } as never,
			};
			const draft = {
				options: { ...sent, qs, url: '/a/b' } as never,
				typed: { path: '/a/b', body: '{ "a": 1 }' },
				nowInMs: NOW,
				token: TOKEN,
			};
			for (const look of [
				() => preview(credentials, draft),
				() => check(credentials, draft, SIGNATURE),
			]) {
				const told = said(look);
				outcomes[told.isRefused ? 'refused' : 'shown'] += 1;
				expect(revealed(told.text, pem)).toEqual([]);
				for (const secret of [PASSWORD, TOKEN]) {
					const bytes = Buffer.from(secret);
					const ways = [secret, bytes.toString('hex'), bytes.toString('base64').slice(0, -4)];
					expect(ways.filter((way) => told.text.includes(way))).toEqual([]);
				}
			}
		}),
		{ numRuns: CASES },
	);
	expect(outcomes.shown).toBeGreaterThan(CASES / 10);
	expect(outcomes.refused).toBeGreaterThan(CASES / 10);
}, 120_000);

/** What a user sees. */
function said(look: () => object): { text: string; isRefused: boolean } {
	try {
		return { text: JSON.stringify(look()), isRefused: false };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		expect(error.message).toMatch(/^(steps|add|params|time|Recipe|The recipe)\b/);
		expect(error.description).toContain('Nothing was sent.');
		return { text: `${error.message} ${error.description}`, isRefused: true };
	}
}
