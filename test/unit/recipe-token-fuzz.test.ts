import fc from 'fast-check';
import { UserError } from 'n8n-workflow';
import { askForToken } from '../../credentials/recipe/ask-for-token';
import { compileRecipe } from '../../credentials/recipe/compile';
import { TOKEN_ADDITION_PLACES } from '../../credentials/recipe/recipe';
import { EXPIRY_UNITS, TOKEN_BODIES, type TokenSettings } from '../../credentials/recipe/token';
import { grantIn, isRefusedIn } from '../../credentials/recipe/token-grant';

/** Token parts out of the grammar, some of them spoiled, and answers of any kind. */
const CASES = 1_000;
const MAX_MS = 50;
const ORIGIN = 'https://api.example.com';
const SECRET = 'S3cretOfMine~S3cretOfMine';
const FIELDS = { id: 'open', secret: 'secret' } as const;
const VALUES = { id: 'the-id', secret: SECRET, refreshToken: `${SECRET}-refresh` };

const junk = fc.string({
	unit: fc.constantFrom(...'{}|:?/\\@."\n\t -%&=#ü😀', 'a', 'secret', '//', '__proto__'),
	maxLength: 12,
});
const rarely = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<unknown>) =>
	fc.oneof(
		{ weight: 30, arbitrary: right as fc.Arbitrary<unknown> },
		{ weight: 1, arbitrary: wrong },
	);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const template = rarely(
	fc.constantFrom('{id}', '{secret}', '{one}', '{secret|sha256}', '{timestamp}', '{nonce}', 'x'),
	junk,
);
const step = fc.record({
	name: rarely(fc.constant('one'), junk),
	alg: rarely(fc.constantFrom('hmac-sha256', 'hash-sha1', 'text', 'jwt-HS256'), junk),
	key: fc.constant('{secret}'),
	text: template,
});
const entry = fc
	.tuple(
		rarely(fc.constantFrom(...TOKEN_ADDITION_PLACES), junk),
		rarely(fc.constantFrom('a', 'X-A'), junk),
		template,
	)
	.map(([place, name, value]) => ({ in: place, name, value }));

/** @param value that each request has to send */
const requestWith = (value: string) =>
	fc.record({
		method: maybe(rarely(fc.constantFrom('POST', 'put'), fc.oneof(fc.constant('GET'), junk))),
		path: maybe(rarely(fc.constantFrom('/token', '/{id}/token?a=1', '/{id|url}'), junk)),
		body: maybe(fc.constantFrom(...TOKEN_BODIES)),
		steps: step.map((one) => [one]),
		add: fc
			.array(entry, { maxLength: 2 })
			.map((entries) => [{ in: 'query', name: 'q', value: `{one|hex}${value}` }, ...entries]),
	});
const path = rarely(fc.constantFrom('access_token', 'data.token', 'header:x-token', 'body'), junk);
const token = fc.record({
	request: maybe(requestWith('{id}')),
	refresh: maybe(requestWith('{refreshToken}')),
	answer: maybe(
		fc.record({
			token: maybe(path),
			expires: maybe(rarely(fc.constantFrom('expires_in', 'data.until'), junk)),
			unit: maybe(fc.constantFrom(...EXPIRY_UNITS)),
			life: maybe(rarely(fc.integer({ min: 1, max: 9_999 }), fc.double())),
		}),
	),
	refused: maybe(fc.record({ path: junk, values: fc.array(junk, { maxLength: 2 }) })),
});
const end = fc.oneof(fc.integer(), fc.double(), junk, fc.date().map(String), fc.constant('3600'));
const answer = fc.oneof(
	fc.record({ access_token: junk, expires_in: end, data: fc.record({ token: junk, until: end }) }),
	fc.dictionary(fc.constantFrom('access_token', 'data', '__proto__', 'a'), fc.jsonValue()),
);

let asked = 0;

it(`${CASES} token parts throw nothing but errors with a place, reveal nothing, and go nowhere else`, () => {
	fc.assert(
		fc.property(token, answer, junk, (part, said, text) => {
			const attempt = () => run(part as TokenSettings, said, text);
			expect(fastest(() => refusalIn(attempt))).toBeLessThan(MAX_MS);
			const told = refusalIn(attempt);
			expect(told).not.toContain(SECRET);
			expect(told).toMatch(/^$|^(token|Recipe)\b/);
		}),
		{ numRuns: CASES },
	);
	expect(asked).toBeGreaterThan(CASES / 10);
}, 60_000);

/** Of several attempts: the machine may be busy with something else. */
function fastest(action: () => unknown): number {
	let best = Infinity;
	for (let attempts = 0; attempts < 5 && best >= MAX_MS; attempts += 1) {
		const startedAt = performance.now();
		action();
		best = Math.min(best, performance.now() - startedAt);
	}
	return best;
}

/** What a user reads; '' where nothing is refused. */
function refusalIn(action: () => void): string {
	try {
		action();
		return '';
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return `${error.message} ${error.description}`;
	}
}

function run(part: TokenSettings, said: object, text: string): void {
	const add = [{ in: 'header', name: 'Authorization', value: 'Bearer {token}' }];
	const { token: compiled } = compileRecipe({ token: part, add }, FIELDS);
	for (const each of [compiled?.request, compiled?.refresh]) {
		if (!each) continue;
		const inputs = { values: VALUES, nowInMs: 1_700_000_000_000, nonce: 'n0nce' };
		const { url } = askForToken(each, ORIGIN, undefined, inputs);
		expect(url.origin).toBe(ORIGIN);
		asked += 1;
	}
	const got = { json: said as Record<string, unknown>, headers: { 'x-token': text }, text };
	const grant = grantIn(got, compiled?.answer ?? {}, true);
	if (grant) expect(grant.value).toMatch(/^[ -~]+$/);
	isRefusedIn(said, compiled?.refused);
}
