import { compileWebhook } from '../../credentials/partner/webhook/compile';
import { readWebhook } from '../../credentials/partner/webhook/read-webhook';
import { secretsOf } from '../../credentials/partner/webhook/secrets';
import { verifyWebhook } from '../../credentials/partner/webhook/verify';
import { receivedOf, WEBHOOK_EXAMPLES, type WebhookExample } from '../vectors/received';

type Inputs = WebhookExample['inputs'];

/** Every example, attacked in every way that applies to it. */
function verdict({ recipe }: WebhookExample, inputs: Inputs) {
	const values = inputs.values ?? {};
	const fields = Object.fromEntries(Object.keys(values).map((name) => [name, 'open' as const]));
	const webhook = compileWebhook(readWebhook(recipe), { ...fields, secret: 'secret' });
	const keys = { values, secrets: secretsOf(inputs.secret, 'Secret') };
	return verifyWebhook(webhook, receivedOf(inputs), keys, inputs.nowMs);
}

/** The header that holds the signature, as the example writes it; undefined where a field holds it. */
function signatureHeader({ recipe, inputs }: WebhookExample): string | undefined {
	const [place] = recipe.read ?? [];
	if (place?.in !== 'header') return undefined;
	return Object.keys(inputs.headers).find(
		(name) => name.toLowerCase() === place.name?.toLowerCase(),
	);
}

const REFUSED = { isVerified: false, reason: expect.any(String) };
const IN_HEADERS = WEBHOOK_EXAMPLES.filter((example) => signatureHeader(example) !== undefined);
const withHeader = (
	inputs: Inputs,
	name: string,
	value: string | string[] | undefined,
): Inputs => ({
	...inputs,
	headers: { ...inputs.headers, [name]: value } as Inputs['headers'],
});
/** Hex or Base64: all signatures, where a header has several. */
const LONG_WORDS = /[\w+/]{20,}=*/g;
const inEach = (text: string, change: (word: string) => string) => text.replace(LONG_WORDS, change);
/** With other bytes at its end. */
const spoilt = (word: string) => `${word.replace(/.{8}=*$/, '')}AAAAAAAA`;

describe.each(IN_HEADERS.map((example) => [example.id, example] as const))('%s', (_, example) => {
	const { inputs, recipe } = example;
	const name = signatureHeader(example)!;
	const value = inputs.headers[name];
	const withSignature = (other: string | string[] | undefined) =>
		verdict(example, withHeader(inputs, name, other));

	it.each<[string, string | string[] | undefined]>([
		['no signature', undefined],
		['an empty one', ''],
		['white space only', '  '],
		['another one', inEach(value, spoilt)],
		['half of one', inEach(value, (word) => word.slice(0, word.length / 2))],
		['one byte less', inEach(value, (word) => word.slice(0, -4))],
		['the name only', 'undefined'],
		['what stands around it only', inEach(value, () => '')],
	])('is refused with %s', (_what, other) => {
		expect(withSignature(other)).toEqual(REFUSED);
	});

	it('is refused with two signatures in one, where the partner has one', () => {
		if (recipe.read?.[0].separator) return;
		expect(withSignature(`${value}, ${value}`)).toEqual(REFUSED);
		expect(withSignature(`${value} ${value}`)).toEqual(REFUSED);
	});

	it('is refused with a hundred signatures', () => {
		const { separator = ',' } = recipe.read?.[0] ?? {};
		const many = Array.from({ length: 100 }, () => value).join(separator);
		expect(withSignature(many)).toEqual(REFUSED);
	});

	it('is refused under another name of the header', () => {
		const { [name]: _old, ...headers } = inputs.headers;
		const moved = { ...inputs, headers: { ...headers, [`${name}-2`]: value } };
		expect(verdict(example, moved)).toEqual(REFUSED);
	});

	it('does not depend on how the names of headers are written', () => {
		const headers = Object.fromEntries(
			Object.entries(inputs.headers).map(([each, text]) => [each.toUpperCase(), text]),
		);
		expect(verdict(example, { ...inputs, headers })).toMatchObject({ isVerified: true });
	});

	it('takes hex in upper case, and does not take Base64 in another case', () => {
		if (recipe.alg === 'jwt') return;
		const isHex = /[\da-f]{32,}/.test(value);
		const cased = inEach(value, (word) => (isHex ? word.toUpperCase() : word.toLowerCase()));
		expect(withSignature(cased).isVerified).toBe(isHex);
	});
});

describe.each(WEBHOOK_EXAMPLES.map((example) => [example.id, example] as const))(
	'%s',
	(_, example) => {
		const { inputs, recipe } = example;

		it('is refused with another secret', () => {
			const secret =
				inputs.secret.includes('BEGIN') || inputs.secret.length > 200
					? 'another one'
					: spoilt(`${inputs.secret.slice(0, -8)}00000000`);
			let result: unknown = REFUSED;
			try {
				result = verdict(example, { ...inputs, secret });
			} catch (error) {
				// A key that is none is said before anything starts.
				expect((error as Error).message).toMatch(/key/);
			}
			expect(result).toEqual(REFUSED);
		});

		it('is refused with one byte of the body changed, added or taken away', () => {
			const body = inputs.rawBody ?? '';
			const isSigned = JSON.stringify(recipe).includes('{body');
			if (!isSigned || body === '' || /minify/.test(recipe.text ?? '')) return;
			for (const rawBody of [`${body} `, ` ${body}`, body.slice(1), body.replace(/[a-z]/, '0')]) {
				expect(verdict(example, { ...inputs, rawBody })).toEqual(REFUSED);
			}
		});

		it('is refused when it is too old, of the future, or its clock counts otherwise', () => {
			const { timestamp } = recipe;
			if (!timestamp) return;
			const { tolerance = 300 } = timestamp;
			const at = (nowMs: number) => verdict(example, { ...inputs, nowMs }).isVerified;
			expect(at(inputs.nowMs + tolerance * 1000)).toBe(true);
			expect(at(inputs.nowMs + (tolerance + 1) * 1000)).toBe(false);
			expect(at(inputs.nowMs - (tolerance + 1) * 1000)).toBe(false);
			expect(at(inputs.nowMs * 1000)).toBe(false);
			expect(at(inputs.nowMs / 1000)).toBe(false);
		});

		it('gives a reason without any value', () => {
			const result = verdict(example, { ...inputs, ...example.tampered.inputs });
			const reason = 'reason' in result ? result.reason : '';
			expect(reason).toMatch(/^[a-z ]{10,60}$/);
		});
	},
);
