import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { HmacSHA256, SHA256 } from 'crypto-js';
import { check } from '../../credentials/partner/dry-run/check';
import { EXAMPLES, secretsOf, type Example } from '../vectors/published';
import { inN8n } from './dry-run-examples';
import { SPOILS, type Spoil } from './dry-run-spoils';
import { refusalOf } from './refusal';

const ONE_EXAMPLE_IN_MS = 100;

function checked(
	example: Example,
	recipe = example.recipe,
	signature = example.expected.signature,
) {
	const { credentials, draft } = inN8n(example, recipe);
	return check(credentials, draft, signature);
}

/** By example: what can be spoiled in it. A recipe that still gives the signature is not spoiled. */
const SPOILED = EXAMPLES.map((example) => ({
	id: example.id,
	example,
	spoils: SPOILS.flatMap((spoil) => {
		const recipe = spoil.spoil(example.recipe);
		return recipe && !checked(example, recipe).equal ? [{ spoil, recipe }] : [];
	}),
}));

describe('the published examples', () => {
	it.each(EXAMPLES)('$id: equal', (example) => {
		const verdict = checked(example);
		expect(verdict).toMatchObject({
			equal: true,
			result: 'Equal: this is the signature of the example.',
			advice: [],
			computed: example.expected.signature,
		});
	});

	it.each(EXAMPLES)('$id: not equal where the signature is another one', (example) => {
		const signature = example.expected.signature.replace(/[1-9a-z]/i, '0');
		const { equal, result, advice } = checked(example, example.recipe, signature);
		expect([equal, advice]).toEqual([false, []]);
		expect(result).toMatch(/^Not equal, and none of the usual reasons explains it\./);
	});

	it('take less than 100 ms each, also where nothing fits', () => {
		const times = EXAMPLES.map((example) => {
			const startedAt = process.cpuUsage();
			checked(example, example.recipe, example.expected.signature.replace(/\w/, '_'));
			const { user, system } = process.cpuUsage(startedAt);
			return (user + system) / 1000;
		});
		times.sort((a, b) => a - b);
		// Of the processor, as the machine may be busy; now and then Node compiles or cleans up.
		expect(times[Math.floor(times.length * 0.9)]).toBeLessThan(ONE_EXAMPLE_IN_MS);
	});
});

describe.each(SPOILS)('$what', (one) => {
	const cases = SPOILED.flatMap(({ id, example, spoils }) => {
		const found = spoils.find(({ spoil }) => spoil === one);
		return found ? [{ id, example, recipe: found.recipe }] : [];
	});

	it('is a mistake in at least one example', () => expect(cases).not.toEqual([]));

	it.each(cases)('is named: $id', ({ example, recipe }) => {
		const { equal, result, advice, ...rest } = checked(example, recipe);
		const pattern = one.advice(example.recipe);
		expect(equal).toBe(false);
		expect(result).toMatch(/^Not equal\. (The|A) /);
		expect(advice.filter((each) => pattern.test(each) && !each.includes('. And: '))).not.toEqual(
			[],
		);
		const everything = JSON.stringify([result, advice, rest]);
		const secrets = secretsOf(example.inputs.values).filter(({ length }) => length > 6);
		expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
	});
});

describe('two mistakes at once', () => {
	const pairs = SPOILED.flatMap(({ id, example, spoils }) =>
		spoils.flatMap(({ spoil: first, recipe }, index) => {
			const isFirst = spoils.findIndex(({ spoil: { kind } }) => kind === first.kind) === index;
			const second = spoils
				.slice(index + 1)
				.find(({ spoil: { kind } }) => kind !== first.kind && kind !== 'body')?.spoil;
			const twice = second?.spoil(recipe);
			return isFirst && second && twice
				? [{ id, example, twice, first, second, title: `${first.what}, ${second.what}` }]
				: [];
		}),
	);

	it('are many', () => expect(pairs.length).toBeGreaterThan(100));

	it.each(pairs)('$id: $title', ({ example, twice, first, second }) => {
		const { advice } = checked(example, twice);
		const isNamed = ({ advice: of }: Spoil) => advice.some((each) => of(example.recipe).test(each));
		expect([advice, isNamed(first), isNamed(second)]).toEqual([advice, true, true]);
	});
});

describe('a body', () => {
	it('that is signed as it is sent, not minified', () => {
		const [bitmex] = EXAMPLES.filter(({ id }) => id === 'bitmex-post');
		const body = '{ "price": 219.0 }';
		const text = `POST/api/v1/order1518064238${body}`;
		const signature = HmacSHA256(text, bitmex.inputs.values.secret).toString();
		const { credentials, draft } = inN8n(bitmex, {
			...bitmex.recipe,
			steps: bitmex.recipe.steps?.map((step) => ({
				...step,
				text: step.text?.replace('{body}', '{body|minify}'),
			})),
		});
		const sent = { ...draft, options: { ...draft.options, body } };
		expect(check(credentials, sent, signature).advice).toEqual([
			'The body is signed as it is sent: write {body} in place of {body|minify} and the like',
		]);
	});

	const [example] = EXAMPLES.filter(({ id }) => id === 'ebay-ed25519');

	it('that was typed with white space and is sent without', () => {
		const { credentials, draft } = inN8n(example);
		const typed = draft.options.body as string;
		const body = JSON.stringify(JSON.parse(typed));
		const { advice } = check(
			credentials,
			{
				...draft,
				options: { ...draft.options, body },
				typed: { ...draft.typed, body: typed },
			},
			example.expected.signature,
		);
		expect(advice[0]).toMatch(/^The body is signed as it was typed: send it with Body Type Text/);
	});
});

describe('signatures that are another one every time are verified', () => {
	const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const text = 'GET\n/v1/orders\n1700000000000';
	const pem = (key: typeof rsa.privateKey) =>
		key.export({ type: 'pkcs8', format: 'pem' }).toString();
	const verdictFor = (alg: string, privateKey: string, signature: string, template: string) =>
		check(
			{
				scheme: 'json',
				baseUrl: 'https://api.example.com',
				privateKey,
				recipe: JSON.stringify({
					steps: [
						{ name: 'signature', alg, key: '{privateKey}', text: template, output: 'base64' },
					],
					add: [{ in: 'header', name: 'X-Signature', value: '{signature}' }],
				}),
			},
			{
				options: { method: 'GET', url: '/v1/orders?a=1' },
				typed: { path: '/v1/orders?a=1' },
				nowInMs: 1_700_000_000_000,
			},
			signature,
		);
	const pss = sign('sha256', Buffer.from(text), {
		key: rsa.privateKey,
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
	});
	const p1363 = sign('sha256', Buffer.from(text), {
		key: ec.privateKey,
		dsaEncoding: 'ieee-p1363',
	});
	const der = sign('sha256', Buffer.from(text), ec.privateKey);

	it.each([
		['rsa-pss-sha256', pem(rsa.privateKey), pss],
		['ecdsa-p1363-sha256', pem(ec.privateKey), p1363],
		['ecdsa-der-sha256', pem(ec.privateKey), der],
	])('%s', (alg, key, bytes) => {
		const signature = bytes.toString('base64');
		const right = '{method}\\n{path}\\n{timestamp}';
		expect(verdictFor(alg, key, signature, right).equal).toBe(true);
		const wrong = verdictFor(alg, key, signature, right.replace('{path}', '{pathAndQuery}'));
		expect([wrong.equal, wrong.result]).toEqual([
			false,
			'Not equal. The path is signed without its query: write {path} in place of {pathAndQuery}.',
		]);
		const inHex = verdictFor(alg, key, bytes.toString('hex'), right);
		expect(inHex.result).toBe(
			'Not equal. The signature is written in lower-case hex: set Output to Hex.',
		);
		const other = Buffer.from(bytes).fill(7, 4, 8).toString('base64');
		expect(verdictFor(alg, key, other, right)).toMatchObject({ equal: false, advice: [] });
	});

	it('a JWT with ES256, by what it says and its signature', () => {
		const [head, claims] = ['{"alg":"ES256","typ":"JWT"}', text].map((part) =>
			Buffer.from(part).toString('base64url'),
		);
		const bytes = sign('sha256', Buffer.from(`${head}.${claims}`), {
			key: ec.privateKey,
			dsaEncoding: 'ieee-p1363',
		});
		const jwt = `${head}.${claims}.${bytes.toString('base64url')}`;
		const template = '{method}\\n{path}\\n{timestamp}';
		expect(verdictFor('jwt-ES256', pem(ec.privateKey), jwt, template).equal).toBe(true);
		const { equal, advice } = verdictFor('jwt-ES256', pem(ec.privateKey), jwt, `${template}\\n`);
		expect([equal, advice]).toEqual([false, [expect.stringContaining('does not end in a line')]]);
	});
});

it('with a preset the verdict says where the advice can be followed', () => {
	const { credentials, draft } = inN8n(EXAMPLES.filter(({ id }) => id === 'bitmex-get-query')[0]);
	const bitmex = { ...credentials, scheme: 'bitmex', apiKey: 'LAqUlngMIQkIUjXMUreyu3qn' };
	const without = HmacSHA256(
		'GET/api/v1/instrument1518064237',
		String(credentials.secret),
	).toString();
	expect(check(bitmex, draft, without).result).toBe(
		'Not equal. The path is signed without its query: write {path} in place of {pathAndQuery}. Choose the scheme Custom or Recipe (JSON) in the credential for it.',
	);
});

describe('what is handed over as signature', () => {
	const [example] = EXAMPLES.filter(({ id }) => id === 'kraken-spot');
	const { signature } = example.expected;

	it.each([
		['quoted', `"${signature}"`],
		['with white space', ` ${signature}\n`],
		['escaped for an address', encodeURIComponent(signature)],
	])('may be %s', (_what, given) => {
		expect(checked(example, example.recipe, given).equal).toBe(true);
	});

	it('may be the result of another step', () => {
		const { credentials, draft } = inN8n(example);
		const inner = SHA256(`1616492376594${example.inputs.request.body}`).toString();
		expect(check(credentials, draft, inner, 'inner')).toMatchObject({ equal: true, step: 'inner' });
	});

	it('of another length says so', () => {
		const { advice } = checked(example, example.recipe, 'AAA=');
		expect(advice).toEqual([
			'hmac-sha512 gives 64 bytes, and the signature of the example has 2: check Algorithm, and whether the signature is complete',
		]);
	});

	it('a step that is not there is refused', () => {
		const { credentials, draft } = inN8n(example);
		const refusal = refusalOf(() => check(credentials, draft, signature, 'outer'));
		expect(refusal.message).toBe('Step is not a step of the recipe');
		expect(refusal.description).toContain('inner, signature');
	});

	it('a recipe without a signature is refused', () => {
		const { credentials, draft } = inN8n(example, {
			add: [{ in: 'header', name: 'X-Key', value: '{apiKey}' }],
		});
		expect(refusalOf(() => check(credentials, draft, signature)).message).toBe(
			'The recipe computes no signature',
		);
	});

	it('a recipe that cannot be carried out says why, where no change helps', () => {
		const { credentials, draft } = inN8n(example);
		const refusal = refusalOf(() => check({ ...credentials, secret: '' }, draft, signature));
		expect(refusal.message).toBe('steps[1].key ({secret}) is empty');
	});
});
