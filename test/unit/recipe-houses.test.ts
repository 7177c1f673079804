import fc from 'fast-check';
import { serialise, type RequestOptions } from '../../credentials/auth/outgoing-request';
import { signJwt } from '../../credentials/auth/jwt';
import { signedHeaders } from '../../credentials/netzme/signature';
import { purchaseSignature } from '../../credentials/pledg/signature';
import { compileRecipe } from '../../credentials/recipe/compile';
import type { Recipe } from '../../credentials/recipe/recipe';
import { signRequest } from '../../credentials/recipe/sign-request';
import schemes from '../vectors/schemes-without-published-example.json';
import { referenceHmac } from './reference';

/**
 * The signatures of Netzme and Pledg, written as recipes, against the code of the two credentials: any
 * query, any body, both shapes.
 */
const CASES = 2_000;
const ORIGIN = 'https://api.example.com';
const NOW = 1_700_000_000_000;

const recipeOf = (name: string) =>
	(schemes as unknown as Array<{ id: string; recipe: Recipe }>).find(({ id }) => id === name)
		?.recipe as Recipe;

/** Letters that URLs, JSON and templates treat in a special way, unicode and astral ones among them. */
const text = fc.string({
	unit: fc.oneof(
		fc.constantFrom(...'+%&=?#/\\"\'<>[]{}| \t\n;,:@~!*()^`ü☃'),
		fc.constantFrom('😀', '\u0000', '\u2028', 'e\u0301', '{body}', '{secret}', '\\n'),
		fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
	),
	maxLength: 12,
});
const json = fc.oneof(
	fc.dictionary(text, fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.boolean())),
	fc.array(fc.oneof(text, fc.constant(null)), { maxLength: 4 }),
);
const header = fc.string({ unit: fc.constantFrom(...'aZ09-_.~+/='), minLength: 1, maxLength: 40 });
const secret = text.filter((value) => value.length > 0);

const request = fc.record({
	method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
	path: fc.webPath(),
	qs: fc.dictionary(text, text, { maxKeys: 4 }),
	body: fc.oneof(
		json,
		text,
		fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
	),
	isOlder: fc.boolean(),
});

function optionsOf({ path, isOlder, ...rest }: { path: string; isOlder: boolean }): RequestOptions {
	return { ...rest, [isOlder ? 'uri' : 'url']: `/x${path}` };
}

function headersOf(options: RequestOptions): Record<string, string> {
	const entries = Object.entries(options.headers ?? {});
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

describe('the signature of Netzme as a recipe', () => {
	const recipe = compileRecipe(recipeOf('netzme-of-this-package'), {
		clientId: 'open',
		secret: 'secret',
	});

	beforeEach(() => jest.useFakeTimers({ now: NOW }));
	afterEach(() => jest.useRealTimers());

	it(`is that of the credential in ${CASES} requests`, () => {
		fc.assert(
			fc.property(request, secret, header, header, (sent, clientSecret, clientId, value) => {
				const options = optionsOf(sent);
				const outgoing = serialise(options, ORIGIN);
				const token = { value, issuedAt: 0, expiresAt: 0, owner: '', clockOffset: 0, mints: [] };
				const expected = signedHeaders(outgoing, token, clientId, clientSecret);
				const signed = signRequest(recipe, options, ORIGIN, {
					values: { clientId, secret: clientSecret },
					token: value,
					nowInMs: NOW,
					nonce: '',
				}) as RequestOptions;
				expect(headersOf(signed)).toMatchObject({
					authorization: expected.Authorization,
					'request-time': expected['Request-Time'],
					'client-id': clientId,
					signature: expected.Signature,
				});
				const wire = serialise(signed, ORIGIN);
				expect(wire.url.href).toBe(outgoing.url.href);
				expect(Buffer.from(wire.body as string)).toEqual(Buffer.from(outgoing.body as string));
				const message = Buffer.concat([
					Buffer.from(
						`path=${wire.url.pathname}${wire.url.search}&method=${outgoing.method}&token=Bearer ${value}&timestamp=${NOW}&body=`,
					),
					Buffer.from(wire.body as string),
				]);
				const key = `${clientSecret}-${NOW}-Bearer ${value}`;
				expect(referenceHmac(key, message)).toBe(expected.Signature);
			}),
			{ numRuns: CASES },
		);
	});
});

describe('the signature of Pledg as a recipe', () => {
	const recipe = compileRecipe(recipeOf('pledg-signature-of-this-package'), { secret: 'secret' });
	const purchase = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean()), { maxKeys: 5 });

	it(`is that of the credential in ${CASES} purchases`, () => {
		fc.assert(
			fc.property(purchase, secret, fc.boolean(), (data, key, isOlder) => {
				const iat = NOW / 1000;
				const body = JSON.stringify({ iat, exp: iat + 600, data });
				const options = optionsOf({ path: '', isOlder, method: 'POST', body } as never);
				const signed = signRequest(recipe, options, ORIGIN, {
					values: { secret: key },
					nowInMs: NOW,
					nonce: '',
				}) as RequestOptions;
				const signature = purchaseSignature({ data }, key, 600, NOW);
				expect(signature).toBe(signJwt(body, key));
				expect(String(signed.body)).toBe(JSON.stringify({ signature }));
			}),
			{ numRuns: CASES },
		);
	});
});
