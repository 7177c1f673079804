import { HmacSHA256, SHA256 } from 'crypto-js';
import { compileRecipe } from '../../credentials/recipe/compile';
import { evaluate } from '../../credentials/recipe/evaluate';
import { newNonce } from '../../credentials/recipe/nonce';
import { newTrace } from '../../credentials/recipe/trace';
import { EXAMPLES, fieldsOf, secretsOf } from '../vectors/published';
import { FIELDS, HEADER, NOW, oneStep, REQUEST, VALUES } from './recipe-helpers';

const INPUTS = { values: VALUES, token: 'the-token', nowInMs: NOW, nonce: 'n0nce' };

function traced(recipe: unknown, request = REQUEST) {
	const trace = newTrace([VALUES.secret, VALUES.key]);
	const { headers } = evaluate(compileRecipe(recipe, FIELDS), request, INPUTS, trace);
	return { ...trace, headers };
}

describe('a trace', () => {
	it('shows what was signed, with the key by its name and length', () => {
		const { steps, additions } = traced(oneStep({ text: '{method}\\n{id}' }));
		const result = HmacSHA256('POST\nthe-id', VALUES.secret).toString();
		expect(steps).toEqual([
			{
				name: 'signature',
				algorithm: 'hmac-sha256',
				text: 'POST\nthe-id',
				textBytes: 11,
				key: { template: '{secret}', bytes: VALUES.secret.length },
				result,
			},
		]);
		expect(additions).toEqual([{ in: 'header', name: 'X-Signature', value: result }]);
	});

	it('masks a secret in the text, and tells the length of the true one', () => {
		const { steps } = traced(
			oneStep({ alg: 'hash-sha256', key: undefined, text: '{secret}+{id}+{secret|base64}' }),
		);
		expect(steps[0]).toMatchObject({ text: '***+the-id+***', textBytes: 16 + 1 + 6 + 1 + 24 });
		expect(steps[0].result).toBe(
			SHA256(`${VALUES.secret}+the-id+${btoa(VALUES.secret)}`).toString(),
		);
	});

	it('masks a secret inside of texts and lists that others are made of', () => {
		const { steps } = traced({
			params: { extra: [{ name: 'pass', value: '{secret}' }] },
			steps: [
				{ name: 'plain', alg: 'text', text: '{id}:{secret}' },
				{ name: 'signature', alg: 'hash-sha1', text: '{plain}|{plain|base64}|{params}' },
			],
			add: [HEADER],
		});
		expect(steps.map(({ text }) => text)).toEqual([
			'the-id:***',
			'the-id:***|***|a=1&a=x y&b=2&pass=***',
		]);
		expect(steps[0].result).toBe('the-id:***');
	});

	it('masks a result that is a key, and shows bytes in hex', () => {
		const { steps } = traced({
			steps: [
				{ name: 'derived', alg: 'hmac-sha256', key: '{secret}', text: 'x', output: 'raw' },
				{ name: 'digest', alg: 'hash-md5', text: '{body}', output: 'raw' },
				{ name: 'signature', alg: 'hmac-sha1', key: '{derived|raw}', text: '{digest|raw}' },
			],
			add: [HEADER],
		});
		expect(steps[0].result).toBe('***');
		expect(steps[2].key).toEqual({ template: '{derived|raw}', bytes: 32 });
		expect(steps[2].text).toBe(`<16 bytes: ${steps[1].result.match(/[\da-f]{32}/)?.[0]}>`);
	});

	it('masks a key that stands in the recipe itself', () => {
		const { steps } = traced(oneStep({ key: 'written here' }));
		expect(steps[0].key).toEqual({ template: '***', bytes: 12 });
	});

	it('masks a secret that the request itself holds', () => {
		const url = new URL(`https://api.example.com/?q=${VALUES.secret}`);
		const { steps, additions } = traced(
			oneStep({ text: '{url}' }, { add: [HEADER, { in: 'query', name: 'w', value: '{query}' }] }),
			{ ...REQUEST, url },
		);
		expect(JSON.stringify([steps, additions])).not.toContain(VALUES.secret);
	});

	it('leaves out what is for another method', () => {
		const add = [HEADER, { in: 'header', name: 'X', value: '1', when: ['GET'] }];
		expect(traced(oneStep({}, { add } as never)).additions.map(({ name }) => name)).toEqual([
			'X-Signature',
		]);
	});

	it.each(EXAMPLES)('of the published example $id shows no secret', ({ recipe, inputs }) => {
		const { token, ...values } = inputs.values;
		const trace = newTrace([]);
		evaluate(
			compileRecipe(recipe, fieldsOf(values)),
			{
				method: inputs.request.method,
				url: new URL(inputs.request.url),
				body: inputs.request.body ?? '',
				contentType: inputs.request.headers?.['Content-Type'] ?? '',
				headers: inputs.request.headers,
			},
			{ values, token, nowInMs: inputs.epochMs, nonce: 'n0nce' },
			trace,
		);
		const everything = JSON.stringify([trace.steps, trace.additions]);
		const long = secretsOf(inputs.values).filter((secret) => secret.length > 6);
		expect(
			long.filter((secret) => everything.includes(JSON.stringify(secret).slice(1, -1))),
		).toEqual([]);
	});
});

describe('a nonce', () => {
	it.each([
		[undefined, /^[\da-f]{32}$/],
		[{ format: 'hex', length: 5 }, /^[\da-f]{5}$/],
		[{ format: 'uuid' }, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/],
		[{ format: 'digits', length: 20 }, /^\d{20}$/],
		[{ format: 'letters', length: 128 }, /^[A-Za-z\d]{128}$/],
	] as const)('of %j', (settings, pattern) => {
		const made = Array.from({ length: 200 }, () => newNonce(settings));
		expect(made.filter((nonce) => !pattern.test(nonce))).toEqual([]);
		const areLong = made[0].length > 5;
		if (areLong) expect(new Set(made).size).toBe(made.length);
	});
});
