import { serialise, type RequestOptions } from '../../credentials/auth/outgoing-request';
import { compileRecipe, type CompiledRecipe } from '../../credentials/recipe/compile';
import { evaluate } from '../../credentials/recipe/evaluate';
import { parseRecipe } from '../../credentials/recipe/read-recipe';
import type { Inputs } from '../../credentials/recipe/scene';
import { signRequest } from '../../credentials/recipe/sign-request';
import { newTrace, type Tracer } from '../../credentials/recipe/trace';
import { EXAMPLES, fieldsOf, secretsOf, type Example } from './published';
import unpublished from './schemes-without-published-example.json';

/** Both ways in which n8n hands over a request. */
const SHAPES: Record<string, (request: Example['inputs']['request']) => RequestOptions> = {
	'a node': ({ url, ...rest }) => ({ url, ...rest }) as RequestOptions,
	'the HTTP Request node': ({ url, ...rest }) => ({ uri: url, ...rest }) as RequestOptions,
};
const CASES = Object.keys(SHAPES).flatMap((shape) =>
	EXAMPLES.map((example) => ({ shape, id: example.id, example })),
);

const compiled = ({ recipe, inputs }: Example): CompiledRecipe =>
	compileRecipe(parseRecipe(JSON.stringify(recipe)), fieldsOf(inputs.values));

function inputsOf({ inputs: { values, epochMs, nonce = '' } }: Example): Inputs {
	const { token, ...rest } = values;
	return { values: rest, token, nowInMs: epochMs, nonce };
}

/** What leaves the machine: address, headers by lower-case name, body. */
function sent(example: Example, shape: string) {
	const options = SHAPES[shape](example.inputs.request);
	const { origin } = new URL(example.inputs.request.url);
	// The published addresses are not all https; what a credential accepts is tested elsewhere.
	const signed = signRequest(
		compiled(example),
		options,
		origin,
		inputsOf(example),
	) as RequestOptions;
	const { url, body } = serialise(signed, origin);
	const headers = Object.entries(signed.headers ?? {}).map(([name, value]) => [
		name.toLowerCase(),
		String(value),
	]);
	return {
		url: url.href,
		body: body.toString(),
		headers: Object.fromEntries(headers) as Record<string, string>,
		signed,
	};
}

describe('the published examples', () => {
	it('are all there', () => expect(EXAMPLES).toHaveLength(38));

	it.each(CASES)('$id through $shape', ({ example, shape }) => {
		const { url, headers, body } = sent(example, shape);
		const { signature, header, urlEndsWith } = example.expected;
		if (header) expect(headers[header.name]).toBe(header.value);
		if (urlEndsWith) expect(url.endsWith(urlEndsWith)).toBe(true);
		const everything = [
			decodeURIComponent(url),
			decodeURIComponent(body),
			...Object.values(headers),
			...Object.values(headers).map((value) => Buffer.from(value.slice(6), 'base64').toString()),
			...Object.values(headers).map(decodeURIComponent),
		];
		expect(everything.filter((text) => text.includes(signature))).not.toEqual([]);
	});

	it.each(CASES)('$id through $shape, once more with what was sent', ({ example, shape }) => {
		const { signed, ...first } = sent(example, shape);
		const { origin } = new URL(example.inputs.request.url);
		const again = signRequest(compiled(example), signed as never, origin, inputsOf(example));
		const { url, body } = serialise(again as RequestOptions, origin);
		expect([url.href, body.toString()]).toEqual([first.url, first.body]);
	});

	/** Kraken's has raw bytes in it, and is given in words. */
	const inText = EXAMPLES.filter(({ id }) => id !== 'kraken-spot');

	it.each(inText)('$id signs what the partner shows', (example) => {
		const texts: string[] = [];
		const trace: Tracer = {
			stepDone: (_, __, { text, result }) => texts.push(text.toString(), String(result)),
			adding: () => undefined,
		};
		evaluate(compiled(example), unsigned(example), inputsOf(example), trace);
		const shown = texts.filter((text) => text.startsWith(example.canonicalString));
		expect(shown).not.toEqual([]);
	});

	it.each(EXAMPLES)('$id sends no secret', (example) => {
		const { url, headers, body } = sent(example, 'a node');
		const all = decodeURIComponent(url) + body + JSON.stringify(headers);
		expect(secretsOf(example.inputs.values).filter((secret) => all.includes(secret))).toEqual([]);
	});

	it.each(EXAMPLES)('$id leaves the request that was handed over as it is', (example) => {
		const request = unsigned(example);
		const before = [request.url.href, request.body, JSON.stringify(request.headers)];
		evaluate(compiled(example), request, inputsOf(example));
		expect([request.url.href, request.body, JSON.stringify(request.headers)]).toEqual(before);
	});
});

function unsigned({ inputs: { request } }: Example) {
	const { origin } = new URL(request.url);
	return { ...serialise(SHAPES['a node'](request), origin), headers: request.headers };
}

describe('the schemes of which no example is published', () => {
	const KEYS = {
		'rsa-sha256': 'oci-get',
		'jwt-RS256': 'oci-get',
		ed25519: 'ebay-ed25519',
	} as Record<string, string>;
	/** RFC 7515, appendix A.3. */
	const P256 = JSON.stringify({
		kty: 'EC',
		crv: 'P-256',
		x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
		y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
		d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI',
	});

	it('are all there', () => expect(unpublished).toHaveLength(35));

	it.each(unpublished)('$id compiles, and signs a request with a body', ({ recipe }) => {
		const [{ alg }] = recipe.steps.slice(-1);
		const known = EXAMPLES.find(({ id }) => id === KEYS[alg]);
		const names = new Set(
			[...JSON.stringify(recipe).matchAll(/\{(\w+)[}|]/g)].map(([, name]) => name),
		);
		const own = recipe.steps.map(({ name }) => name);
		const builtIn =
			/^(method|scheme|host|path|query|pathAndQuery|url|body|s|ms|nonce|token|params|timestamp)$/;
		const fields = [...names].filter((name) => !own.includes(name) && !builtIn.test(name));
		const values = Object.fromEntries(fields.map((name) => [name, 'VmFsdWU='])) as Record<
			string,
			string
		>;
		if ('privateKey' in values) values.privateKey = known?.inputs.values.privateKey ?? P256;
		const body = '{"merchantOrderId":"1","paymentAmount":2,"merchant_ref":"a","amount":3}';
		const options = { url: '/a/b?q=1', method: 'POST' as const, body };
		const scheme = compileRecipe(recipe, fieldsOf(values));
		const inputs = { values, token: 'TOKEN', nowInMs: 1_700_000_000_000, nonce: 'NONCE' };
		const trace = newTrace([]);
		const outgoing = serialise(options, 'https://api.example.com');
		const signed = evaluate(scheme, { ...outgoing, headers: {} }, inputs, trace);
		expect(scheme.warnings).toEqual([]);
		expect(trace.additions).toHaveLength(recipe.add.length);
		for (const { in: place, name, value } of trace.additions) {
			if (place === 'header') expect(signed.headers[name]).toBe(value);
			if (place === 'query') expect(signed.url.searchParams.get(name)).toBe(value);
			if (place === 'body')
				expect(JSON.parse(signed.body.toString())).toHaveProperty([name], value);
			if (place === 'wholebody') expect(signed.body).toBe(value);
		}
	});
});
