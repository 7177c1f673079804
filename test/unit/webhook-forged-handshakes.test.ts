import { compileWebhook } from '../../credentials/partner/webhook/compile';
import { readWebhook } from '../../credentials/partner/webhook/read-webhook';
import { answerChallenge } from '../../credentials/partner/webhook/verify';

const NOW = Date.UTC(2026, 0, 31, 12);
const SECRET = 'shh';

describe('a handshake signs nothing that a forged notification needs', () => {
	const url = 'https://hooks.example.com/?challenge=';
	const answerTo = (text: string, challenge: string) => {
		const recipe = {
			read: [{ in: 'param', name: 'sign' }],
			alg: 'hmac-sha256',
			text,
			challenges: [
				{
					when: [['{param:challenge}']],
					steps: [{ name: 'mac', alg: 'hmac-sha256', key: '{secret}', text: '{param:challenge}' }],
					answer: { type: 'text/plain', body: '{mac}' },
				},
			],
		};
		const webhook = compileWebhook(readWebhook(recipe), { secret: 'secret' });
		const received = { method: 'GET', url: url + challenge, headers: {}, body: Buffer.alloc(0) };
		return answerChallenge(webhook, received, { values: {}, secrets: [SECRET] }, NOW);
	};

	it('where that is the parameters, one behind the other', () => {
		const text = '{param:order}{param:amount}';
		expect(answerTo(text, 'order7amount100')).toBeUndefined();
		expect(answerTo(text, '20f9f8ed05f77439fe955c977e4c8a53')?.body).toMatch(/^[\da-f]{64}$/);
		expect(answerTo('{param:order}.{param:amount}', 'order7amount100')?.body).toBeDefined();
	});

	it('where that is a digest of the body, for which there can be no such handshake', () => {
		for (const text of ['{body|sha256}', '{header:date}{body|md5}']) {
			expect(() => answerTo(text, 'abc')).toThrow('steps[0] would sign a forged notification');
		}
	});
});
