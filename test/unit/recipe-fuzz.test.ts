import fc from 'fast-check';
import { UserError } from 'n8n-workflow';
import { compileRecipe } from '../../credentials/recipe/compile';
import { evaluate } from '../../credentials/recipe/evaluate';
import { signRequest } from '../../credentials/recipe/sign-request';
import { newTrace } from '../../credentials/recipe/trace';
import { FIELDS, ORIGIN, pemOf, recipe, request, revealed, SECRET } from './recipe-grammar';
import { NOW } from './recipe-helpers';

/** Recipes out of the grammar, some of them spoiled. */
const CASES = 2_000;
const MAX_MS = 50;

it(`${CASES} recipes are signed with, or refused with the name of what is wrong`, () => {
	const outcomes = { signed: 0, refused: 0 };
	fc.assert(
		fc.property(recipe, request, fc.boolean(), (given, sent, isRsa) => {
			const pem = pemOf(isRsa ? 'oci-get' : 'ebay-ed25519');
			const values = { id: 'the-id', secret: SECRET, privateKey: pem };
			const inputs = { values, token: 'the-token', nowInMs: NOW, nonce: 'n0nce' };
			const trace = newTrace([]);
			const attempt = () => {
				try {
					const compiled = compileRecipe(given, FIELDS);
					const options = { ...sent, url: '/a/b' } as never;
					const signed = signRequest(compiled, options, ORIGIN, inputs);
					evaluate(compiled, unsignedOf(sent), inputs, trace);
					return { signed: { ...signed, body: signed.body && String(signed.body) } };
				} catch (error) {
					return { error };
				}
			};
			const { signed, error } = attempt();
			if (error !== undefined && !(error instanceof UserError)) throw error;
			if (error) {
				expect(error.message).toMatch(/^(steps|add|params|time|Recipe)\b/);
				expect(error.description).toContain('Nothing was sent.');
			}
			outcomes[error ? 'refused' : 'signed'] += 1;
			const told = error ? `${error.message} ${error.description}` : JSON.stringify(signed);
			expect(fastest(attempt)).toBeLessThan(MAX_MS);
			expect(revealed(told + JSON.stringify([trace.steps, trace.additions]), pem)).toEqual([]);
		}),
		{ numRuns: CASES },
	);
	expect(outcomes.signed).toBeGreaterThan(CASES / 20);
	expect(outcomes.refused).toBeGreaterThan(CASES / 20);
}, 120_000);

/** Milliseconds; once more where the machine was busy with something else. */
function fastest(action: () => unknown): number {
	let best = Infinity;
	for (let attempts = 0; attempts < 5 && best >= MAX_MS; attempts += 1) {
		const startedAt = performance.now();
		action();
		best = Math.min(best, performance.now() - startedAt);
	}
	return best;
}

function unsignedOf({
	method,
	body,
	headers,
}: {
	method: string;
	body: string | Buffer;
	headers: object;
}) {
	const contentType = (headers as Record<string, string>)['content-type'] ?? '';
	return { method, body, url: new URL(`${ORIGIN}/a/b`), contentType, headers: { ...headers } };
}
