import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { UserError } from 'n8n-workflow';
import { compileWebhook, type CompiledWebhook } from '../../credentials/partner/webhook/compile';
import { readWebhook } from '../../credentials/partner/webhook/read-webhook';
import { sceneOfReceived, type Received } from '../../credentials/partner/webhook/received';
import { answerChallenge, verifyWebhook } from '../../credentials/partner/webhook/verify';

const CASES = 2_000;
const SECRET = 'a-secret-that-nobody-guesses';
const FIELDS = { secret: 'secret', keyId: 'open' } as const;

const piece = fc.constantFrom(
	...['{body}', '{timestamp}', '{header:x-time}', '{param:id}', '{param:a.b}', '{url}', '{method}'],
	...['{secret}', '{params}', '{claim:id}', '{keyId}', '{body|sha256}', '{body|minify}', '{nope}'],
	...['.', ':', '\\n', '{', '}', '{body|unbase64}', '{param:id|unhex}', '{?keyId}x{/keyId}'],
	...['{?secret}{signature}{/secret}', '{?header:x}{secret}{/header:x}', '{secret|length}'],
	...['{secret|first:1}', '{secret|sha1|first:2}', '{header:x-meta.id}', '{headers:x-*}'],
);
const template = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const place = fc.record(
	{
		in: fc.constantFrom('header', 'query', 'param', 'body'),
		name: fc.constantFrom('X-Signature', 'sig', 'X-*', 'a.b'),
		looksLike: fc.constantFrom(
			...[
				'{signature}',
				'sha256={signature}',
				't={timestamp},v1={signature}',
				'{keyId}:{signature}',
			],
		),
		separator: fc.constantFrom(',', ' ', ';'),
	},
	{ requiredKeys: ['in', 'name'] },
);
const recipe = fc.record(
	{
		read: fc.array(place, { minLength: 1, maxLength: 2 }),
		alg: fc.constantFrom(
			...['hmac-sha256', 'hmac-md5', 'hash-sha1', 'text', 'rsa-sha256', 'ed25519', 'jwt', 'nope'],
		),
		text: template,
		key: fc.constantFrom('{secret}', '{secret|sha1|raw}', '{param:id}', '{keyId}'),
		keyEncoding: fc.constantFrom('text', 'base64', 'hex'),
		output: fc.constantFrom('hex', 'base64', 'base64hex', 'raw'),
		id: template,
		timestamp: fc.record({ from: template, unit: fc.constantFrom('s', 'ms', 'iso') }),
		jwt: fc.record({ algs: fc.subarray(['HS256', 'RS256', 'EdDSA']) }),
		checks: fc.array(fc.tuple(template, template), { maxLength: 2 }),
		challenges: fc.array(
			fc.record({ when: fc.array(fc.tuple(template)), answer: fc.record({ body: template }) }),
			{ maxLength: 1 },
		),
	},
	{ requiredKeys: ['read', 'alg', 'text'] },
);
const word = fc.constantFrom(
	...[
		'',
		'a',
		'{}',
		'{"id":"1","a":{"b":2}}',
		'[1,2]',
		'id=1&id=2&a=%zz',
		'\ufeff{"id":1}',
		'{"id":',
	],
	...['deadbeef', 'sha256=deadbeef', 't=1,v1=aa', 'a.b.c', '____', 'eyJhbGciOiJub25lIn0.e30.'],
);
const received = fc.record({
	method: fc.constantFrom('POST', 'GET'),
	url: fc.constantFrom(
		'https://a.example/',
		'https://a.example/x?sig=aa&id=1',
		'https://a.example/?a=%',
	),
	headers: fc.record({
		'x-signature': word,
		'content-type': fc.constantFrom('application/json', 'application/x-www-form-urlencoded', ''),
	}),
	body: fc.oneof(word, fc.string()).map((text) => Buffer.from(text)),
});

/** Takes the request as a forger sends it, who knows everything but the secret. */
function attempt(given: unknown, sent: Received) {
	const webhook = compileWebhook(readWebhook(given), FIELDS);
	const keys = { values: { keyId: 'k-1' }, secrets: [SECRET] };
	const answer = answerChallenge(webhook, sent, keys, 0);
	return { verification: verifyWebhook(webhook, sent, keys, 0), answer };
}

it(`${CASES} recipes verify nothing that is forged, and fail with nothing but an error that names a place`, () => {
	const outcomes = { refused: 0, compiled: 0 };
	fc.assert(
		fc.property(recipe, received, (given, sent) => {
			try {
				const { verification, answer } = attempt(given, sent);
				outcomes.compiled += 1;
				expect(verification).toMatchObject({ isVerified: false });
				expect(JSON.stringify([answer, 'reason' in verification])).not.toContain(SECRET);
			} catch (error) {
				if (!(error instanceof UserError)) throw error;
				outcomes.refused += 1;
				expect(error.message).toMatch(
					/^(read|alg|text|key|jwt|id|timestamp|checks|challenges|answer)\b/,
				);
			}
		}),
		{ numRuns: CASES },
	);
	expect(outcomes.compiled).toBeGreaterThan(CASES / 20);
	expect(outcomes.refused).toBeGreaterThan(CASES / 20);
}, 60_000);

it('what somebody signs with another secret is refused, whatever the text of the recipe', () => {
	const algs = { 'hmac-sha256': 'sha256', 'hash-sha1': 'sha1', text: '' };
	const outcomes = { refused: 0, compiled: 0 };
	const alg = fc.constantFrom(...(Object.keys(algs) as Array<keyof typeof algs>));
	const key = fc.constantFrom(
		...[undefined, '{secret}', '{secret|sha1|raw}', '{header:x-time}{secret}', '{secret|first:1}'],
		...['a{?header:x}{secret}{/header:x}', 'a{?secret}{keyId}{/secret}', '{keyId}'],
	);
	const sound = fc
		.array(
			piece.filter((each) => !/nope|claim|timestamp|^[{}]$/.test(each)),
			{ maxLength: 4 },
		)
		.map((pieces) => pieces.join(''));
	const guess = fc.constantFrom(
		'',
		'x',
		`${SECRET}!`,
		SECRET.slice(1),
		'b-secret-that-nobody-knows--',
	);
	fc.assert(
		fc.property(alg, sound, key, guess, received, (name, text, keyText, other, sent) => {
			const read = [{ in: 'header', name: 'X-Forged' }];
			const webhook = compiled({ read, alg: name, text, key: keyText, output: 'hex' });
			if (!webhook) return void (outcomes.refused += 1);
			outcomes.compiled += 1;
			const values = { keyId: 'k-1', secret: other, signature: '' };
			const evaluated = (made: CompiledWebhook['text']) => {
				const inputs = { values, nowInMs: 0, nonce: '' };
				return made?.evaluate(sceneOfReceived(sent, inputs, {})) ?? other;
			};
			const forge = () => {
				if (name === 'text') return evaluated(webhook.text).toString();
				if (name === 'hash-sha1') return createHash('sha1').update(evaluated(webhook.text));
				return createHmac('sha256', evaluated(webhook.key)).update(evaluated(webhook.text));
			};
			const forged = attempted(forge);
			const signature = typeof forged === 'string' ? forged : forged?.digest('hex');
			const headers = { ...sent.headers, 'x-forged': signature };
			const keys = { values: { keyId: 'k-1' }, secrets: [SECRET] };
			expect(verifyWebhook(webhook, { ...sent, headers }, keys, 0).isVerified).toBe(false);
		}),
		{ numRuns: CASES },
	);
	expect(outcomes.compiled).toBeGreaterThan(CASES / 10);
	expect(outcomes.refused).toBeGreaterThan(CASES / 10);
}, 60_000);

function compiled(given: unknown): CompiledWebhook | undefined {
	try {
		return compileWebhook(readWebhook(given), FIELDS);
	} catch (error) {
		if (error instanceof UserError) return undefined;
		throw error;
	}
}

/** A text that cannot be computed is nobody's. */
function attempted<T>(make: () => T): T | undefined {
	try {
		return make();
	} catch {
		return undefined;
	}
}
