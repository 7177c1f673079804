import { PRESETS } from '../../credentials/partner/webhook/presets';
import { PRESET_EXAMPLES, type PresetExample } from '../vectors/preset-examples';
import { presetOf, presetWithout } from './webhook-preset';
import { SENDERS } from './webhook-senders';
import type { Sender, Sent } from './webhook-senders/sender';

const NOW = Date.UTC(2026, 0, 31, 12);
const SECOND = 1000;

const CASES = SENDERS.map((sender) => {
	const choices = Object.values(sender.choices ?? {});
	return [[sender.preset, ...choices].join(' '), sender] as const;
});

/** The request with one text in the place of another, wherever it stands. */
function changed(
	{ method = 'POST', url, headers = {}, rawBody }: Sent,
	from: string,
	to: string,
): Sent {
	const put = (text: string | undefined) => text?.replaceAll(from, to);
	return {
		method: put(method),
		url: put(url),
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, value.replaceAll(from, to)]),
		),
		rawBody: put(rawBody),
	};
}

/** With another last letter or digit: something that is still JSON, or an address. */
function spoilt(text: string): string {
	return text.replace(/[A-Za-z0-9](?=[^A-Za-z0-9]*$)/, (last) => (last === '3' ? '4' : '3'));
}

function verdictOn({ preset, choices, values, secret }: Sender, sent: Sent, nowInMs = NOW) {
	return presetOf(preset, { ...choices, ...values, secret }).verify(sent, nowInMs);
}

const VERIFIED = { isVerified: true };
const REFUSED = { isVerified: false };

describe('the list', () => {
	it('is in the order of the names, each with one of its own', () => {
		const names = PRESETS.map(({ name }) => name);
		expect(names).toEqual(
			[...names].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })),
		);
		expect(new Set(PRESETS.map(({ value }) => value)).size).toBe(PRESETS.length);
	});

	it('is proven by a published example each, or says that it is not', () => {
		const proven = PRESETS.filter(({ proof }) => proof === 'example').map(({ value }) => value);
		const own = PRESET_EXAMPLES.filter(({ isOfThirdParty }) => !isOfThirdParty);
		expect([...new Set(own.map(({ preset }) => preset))].sort()).toEqual(proven.sort());
	});

	it('has a request of each partner, with each option of each choice but the numbered codes', () => {
		const sent = SENDERS.flatMap(({ preset, choices = {} }) => [
			preset,
			...Object.values(choices).map((choice) => `${preset} ${choice}`),
		]);
		const examples = PRESET_EXAMPLES.flatMap(({ preset, choices = {} }) =>
			Object.values(choices).map((choice) => `${preset} ${choice}`),
		);
		const changing = PRESETS.flatMap(({ value, choices = [] }) => [
			value,
			...choices
				.flatMap(({ options }) => options.slice(1))
				.filter(({ sets = {} }) =>
					Object.keys(sets).some((path) => !/^(answer|challenges)/.test(path)),
				)
				.map((option) => `${value} ${option.value}`),
		]);
		expect(changing.filter((each) => ![...sent, ...examples].includes(each))).toEqual([]);
	});

	it.each(PRESETS)('$name asks for nothing that its recipe does not use', ({ fields, recipe }) => {
		const others = fields.filter(({ name }) => name !== 'secret');
		expect(others.filter(({ name }) => !JSON.stringify(recipe).includes(`{${name}`))).toEqual([]);
		expect(fields.find(({ name }) => name === 'secret')).toMatchObject({ kind: 'secret' });
	});
});

describe.each(
	PRESET_EXAMPLES.filter(({ isHandshake }) => !isHandshake).map((each) => [each.id, each] as const),
)('the example %s', (_, { preset, choices, without, inputs, expected, tampered }) => {
	const verdict = ({ secret, values, nowMs, ...sent }: PresetExample['inputs']) => {
		const fields = { ...choices, ...values, secret };
		const used = without ? presetWithout(without, preset, fields) : presetOf(preset, fields);
		return used.verify(sent, nowMs);
	};

	it('is verified', () => {
		const result = verdict(inputs);
		expect(result).toMatchObject(VERIFIED);
		if (expected?.id !== undefined) expect(result).toHaveProperty('ids.0', `id ${expected.id}`);
	});

	it(`is refused: ${tampered.what}`, () => {
		const request = { ...inputs, ...tampered.inputs };
		expect(request).not.toEqual(inputs);
		expect(verdict(request)).toMatchObject(REFUSED);
	});
});

describe.each(CASES)('%s', (_, sender) => {
	const { sent, signature } = sender.send(NOW);
	const verdict = (changes: Sent, nowInMs = NOW) => verdictOn(sender, changes, nowInMs);

	it('is verified', () => {
		const id =
			sender.id === undefined ? {} : { ids: expect.arrayContaining([`id ${sender.id}`]) as never };
		expect(verdict(sent)).toMatchObject({ ...VERIFIED, ...id });
	});

	it('is refused with another secret', () => {
		expect(verdictOn({ ...sender, secret: sender.otherSecret }, sent)).toMatchObject(REFUSED);
	});

	it('is verified while the partner changes the secret', () => {
		const secret = `${sender.otherSecret}\n${sender.secret}`;
		expect(verdictOn({ ...sender, secret }, sent)).toMatchObject(VERIFIED);
	});

	it('is refused with another signature, half of it, or none', () => {
		const others = [
			`${signature[0] === 'a' ? 'b' : 'a'}${signature.slice(1)}`,
			signature.slice(0, signature.length / 2),
			'',
		];
		const verdicts = others.map((other) => verdict(changed(sent, signature, other)));
		expect(verdicts).toEqual(others.map(() => expect.objectContaining(REFUSED) as never));
	});

	it('is refused where something that is signed was changed', () => {
		const requests = sender.signed.map((text) => changed(sent, text, spoilt(text)));
		for (const request of requests) expect(request).not.toEqual(changed(sent, '\0', ''));
		expect(requests.filter((request) => verdict(request).isVerified)).toEqual([]);
	});

	it('is verified where only something was changed that nobody signs', () => {
		for (const text of sender.unsigned ?? []) {
			expect(verdict(changed(sent, text, spoilt(text)))).toMatchObject(VERIFIED);
		}
	});

	it('is refused when it is too old, or of the future', () => {
		const { maxAge } = sender;
		if (maxAge === undefined) return;
		expect(verdict(sent, NOW + (maxAge - 1) * SECOND)).toMatchObject(VERIFIED);
		const moments = [NOW + (maxAge + 1) * SECOND, NOW - (maxAge + 1) * SECOND];
		const verdicts = moments.map((moment) => verdict(sent, moment));
		expect(verdicts).toEqual(moments.map(() => expect.objectContaining(REFUSED) as never));
	});
});

it('takes the notifications of a Braintree account that has several API keys', () => {
	const sender = SENDERS.find(({ preset }) => preset === 'braintree')!;
	const { sent, signature } = sender.send(NOW);
	const both = encodeURIComponent(`&another_public_key|${'0'.repeat(signature.length)}`);
	expect(verdictOn(sender, changed(sent, signature, signature + both))).toMatchObject(VERIFIED);
});
