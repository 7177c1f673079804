import { compileWebhook } from '../../credentials/partner/webhook/compile';
import { readWebhook } from '../../credentials/partner/webhook/read-webhook';
import { secretsOf } from '../../credentials/partner/webhook/secrets';
import { answerChallenge, verifyWebhook } from '../../credentials/partner/webhook/verify';
import { exampleOf, receivedOf, WEBHOOK_EXAMPLES, type WebhookExample } from './received';

function verdict({ recipe }: WebhookExample, inputs: WebhookExample['inputs']) {
	const values = inputs.values ?? {};
	const fields = Object.fromEntries(Object.keys(values).map((name) => [name, 'open' as const]));
	const webhook = compileWebhook(readWebhook(recipe), { ...fields, secret: 'secret' });
	const keys = { values, secrets: secretsOf(inputs.secret, 'Secret') };
	return verifyWebhook(webhook, receivedOf(inputs), keys, inputs.nowMs);
}

describe.each(WEBHOOK_EXAMPLES.map((example) => [example.id, example] as const))(
	'%s',
	(_, example) => {
		it('is verified', () => {
			const result = verdict(example, example.inputs);
			expect(result).toMatchObject({ isVerified: true });
			if (example.expected.id !== undefined) {
				expect(result).toHaveProperty('ids.0', `id ${example.expected.id}`);
			}
		});

		it(`is refused: ${example.tampered.what}`, () => {
			const tampered = { ...example.inputs, ...example.tampered.inputs };
			expect(verdict(example, tampered)).toMatchObject({ isVerified: false });
		});
	},
);

describe('braintree-challenge', () => {
	interface Example {
		inputs: WebhookExample['inputs'];
		rows: never;
		expected: { status: number; body: string };
	}
	const { inputs, rows, expected } = exampleOf<Example>('braintree-challenge');
	const recipe = {
		read: [{ in: 'param', name: 'bt_signature' }],
		alg: 'hmac-sha1',
		text: '{param:bt_payload}',
		challenges: rows,
	};
	const webhook = compileWebhook(readWebhook(recipe), { publicKey: 'open', secret: 'secret' });
	const keys = { values: inputs.values ?? {}, secrets: [inputs.secret] };
	const answer = (url: string) =>
		answerChallenge(webhook, receivedOf({ ...inputs, url }), keys, inputs.nowMs);

	it('is answered', () => {
		expect(answer(inputs.url ?? '')).toEqual({ type: 'text/plain', ...expected });
	});

	it('is not answered where it could be the text of a notification', () => {
		const url = new URL(inputs.url ?? '');
		url.searchParams.set('bt_challenge', 'a\nb');
		expect(answer(url.href)).toBeUndefined();
	});
});

describe('midtrans', () => {
	interface Example {
		inputs: { body: Record<string, string>; secret: string };
		expected: { signature_key: string };
	}
	const { inputs, expected } = exampleOf<Example>('midtrans');
	const recipe = {
		read: [{ in: 'param', name: 'signature_key' }],
		alg: 'hash-sha512',
		text: '{param:order_id}{param:status_code}{param:gross_amount}{secret}',
		id: '{param:order_id}',
	} as never;
	const sent = (body: object) => ({
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		rawBody: JSON.stringify({ ...body, ...expected }),
		secret: inputs.secret,
		nowMs: 0,
	});
	const example = { recipe } as unknown as WebhookExample;

	it('is verified', () => {
		expect(verdict(example, sent(inputs.body))).toMatchObject({ isVerified: true });
	});

	it('is refused with another amount', () => {
		const body = { ...inputs.body, gross_amount: '1.00' };
		expect(verdict(example, sent(body))).toMatchObject({ isVerified: false });
	});
});
