import { PRESETS } from '../../credentials/partner/webhook/presets';
import { PRESET_EXAMPLES } from '../vectors/preset-examples';
import { presetOf } from './webhook-preset';
import { SENDERS } from './webhook-senders';
import { hmac, JSON_TYPE, seconds, type Sender, type Sent } from './webhook-senders/sender';
import { ed25519Signed, ED25519_KEY } from './webhook-senders/keys';

const NOW = Date.UTC(2026, 0, 31, 12);
const SECRET = 'shh';

function answerOf(preset: string, fields: Record<string, string>, sent: Sent) {
	return presetOf(preset, { secret: SECRET, ...fields }).answer(sent, NOW);
}

function senderOf(preset: string, choice?: string): Sender {
	return SENDERS.find(
		(each) =>
			each.preset === preset &&
			(choice === undefined || Object.values(each.choices ?? {}).includes(choice)),
	)!;
}

/** Of Slack and Zoom. */
function versioned(body: object, names: [signature: string, time: string], secret = SECRET): Sent {
	const rawBody = JSON.stringify(body);
	const time = seconds(NOW);
	const signature = `v0=${hmac('sha256', secret, `v0:${time}:${rawBody}`).hex}`;
	return { headers: { ...JSON_TYPE, [names[0]]: signature, [names[1]]: time }, rawBody };
}

describe('the handshake of Slack', () => {
	const names: [string, string] = ['X-Slack-Signature', 'X-Slack-Request-Timestamp'];
	const body = { type: 'url_verification', challenge: '3eZbrw1aB10FEMAGAZd4FyFQ', token: 'Jhj5' };

	it('is answered with the challenge where it is signed', () => {
		expect(answerOf('slack', {}, versioned(body, names))).toEqual({
			handshake: {
				status: 200,
				type: 'application/json',
				body: '{"challenge":"3eZbrw1aB10FEMAGAZd4FyFQ"}',
			},
		});
	});

	it('is not answered where anybody else asks', () => {
		expect(answerOf('slack', {}, versioned(body, names, 'another'))).toBeUndefined();
	});
});

describe('the handshake of Zoom', () => {
	const names: [string, string] = ['x-zm-signature', 'x-zm-request-timestamp'];
	const bodyOf = (plainToken: string) => ({
		event: 'endpoint.url_validation',
		payload: { plainToken },
	});

	it('is answered with the HMAC of the token', () => {
		const answer = answerOf('zoom', {}, versioned(bodyOf('qgg8vlvZRS6UYooatFL8Aw'), names));
		const encryptedToken = hmac('sha256', SECRET, 'qgg8vlvZRS6UYooatFL8Aw').hex;
		expect(JSON.parse(answer?.handshake?.body ?? '')).toEqual({
			plainToken: 'qgg8vlvZRS6UYooatFL8Aw',
			encryptedToken,
		});
	});

	it('signs nothing for somebody who cannot sign: else he could have a notification signed', () => {
		for (const text of ['qgg8vlvZRS6UYooatFL8Aw', `v0:${seconds(NOW)}:{"event":"meeting.ended"}`]) {
			expect(answerOf('zoom', {}, versioned(bodyOf(text), names, 'another'))).toBeUndefined();
		}
	});
});

describe('the handshake of Meta', () => {
	const fields = { verifyToken: 'made up & long' };
	const ask = (changes: Record<string, string> = {}, method = 'GET') => {
		const query = {
			'hub.mode': 'subscribe',
			'hub.challenge': '1158201444',
			'hub.verify_token': 'made up & long',
			...changes,
		};
		const url = `https://hooks.example.com/meta?${new URLSearchParams(query).toString()}`;
		return answerOf('meta', fields, { method, url });
	};

	it('is answered with the challenge, as text', () => {
		expect(ask()).toEqual({ handshake: { status: 200, type: 'text/plain', body: '1158201444' } });
	});

	it('is refused with another verify token, none, or by another method', () => {
		expect(ask({ 'hub.verify_token': 'made up & lonh' })).toBeUndefined();
		expect(ask({ 'hub.verify_token': '' })).toBeUndefined();
		expect(ask({}, 'POST')).toBeUndefined();
	});
});

describe('the handshake of Discord', () => {
	const ask = (type: number, discordEndpoint: string, key = ED25519_KEY) => {
		const sent = ed25519Signed(JSON.stringify({ type, id: '1' }), NOW);
		return presetOf('discord', { secret: key, discordEndpoint }).answer(sent, NOW);
	};

	it('is answered with PONG for interactions, and with 204 for events', () => {
		const pong = { status: 200, type: 'application/json', body: '{"type":1}' };
		expect(ask(1, 'interactions')).toEqual({ handshake: pong });
		expect(ask(0, 'events')).toMatchObject({ handshake: { status: 204, body: '' } });
	});

	it('is refused where the signature is wrong, as Discord tries', () => {
		const other = senderOf('discord').otherSecret;
		expect(ask(1, 'interactions', other)).toBeUndefined();
		expect(presetOf('discord', { secret: other }).refusal).toBe(401);
	});
});

describe('the handshake of Braintree', () => {
	const [{ inputs, expected }] = PRESET_EXAMPLES.filter(({ isHandshake }) => isHandshake);
	const ask = (challenge: string) => {
		const url = `https://hooks.example.com/?${new URLSearchParams({ bt_challenge: challenge }).toString()}`;
		const fields = { secret: inputs.secret, publicKey: inputs.values?.publicKey ?? '' };
		return answerOf('braintree', fields, { method: 'GET', url });
	};

	it('is answered as the published example is', () => {
		const { url = '', method } = inputs;
		expect(ask(new URL(url).searchParams.get('bt_challenge') ?? '')).toEqual({
			handshake: { type: 'text/plain', ...expected },
		});
		expect(method).toBe('GET');
	});

	it('signs nothing that could be a notification', () => {
		expect(ask('PD94bWwgdmVyc2lvbj0iMS4wIiBlbmNvZGluZz0iVVRGLTgiPz4K\n')).toBeUndefined();
		expect(
			ask('PG5vdGlmaWNhdGlvbj48a2luZD5jaGVjazwva2luZD48L25vdGlmaWNhdGlvbj4KICAg'),
		).toBeUndefined();
	});
});

it('has no other partner with a handshake that a recipe must answer', () => {
	const asking = PRESETS.filter(({ recipe }) => recipe.challenges).map(({ value }) => value);
	expect(asking).toEqual(['braintree', 'discord', 'meta', 'slack', 'zoom']);
});

describe('the answer to what is accepted', () => {
	const ok = { status: 200, type: 'application/json' };
	const text = { status: 200, type: 'text/plain' };
	it.each<[preset: string, choice: string | undefined, extra: Record<string, string>, object]>([
		['adyen', 'platform', {}, { ...text, body: '[accepted]' }],
		['adyen', undefined, {}, { ...text, body: '[accepted]' }],
		['alipay', undefined, {}, { ...text, body: 'success' }],
		['slack', undefined, {}, { ...text, body: '' }],
		['xero', undefined, {}, { ...text, body: '' }],
		['wechatPay', undefined, {}, { status: 204, body: '' }],
		['discord', undefined, {}, { ...ok, body: '{"type":5}' }],
		['discord', undefined, { discordEndpoint: 'events' }, { status: 204, body: '' }],
		['snapBi', undefined, {}, snap('2005600')],
		['snapBi', undefined, { snapService: 'qris' }, snap('2005200')],
		['snapBi', undefined, { snapService: 'other' }, snap('2000000')],
	])('of %s %s is the one that the partner wants', (preset, choice, extra, expected) => {
		const { choices, values, secret, send } = senderOf(preset, choice);
		const fields = { ...choices, ...values, ...extra, secret };
		expect(answerOf(preset, fields, send(NOW).sent)).toMatchObject({ acceptance: expected });
	});

	it('is any with the others', () => {
		const { secret, send } = senderOf('github');
		expect(answerOf('github', { secret }, send(NOW).sent)).toEqual({ acceptance: undefined });
	});
});

it('refuses with 401, and with 498 where the partner is GoCardless', () => {
	const refusals = new Map(
		SENDERS.map(({ preset, values, secret }) => [
			preset,
			presetOf(preset, { ...values, secret }).refusal,
		]),
	);
	expect([...refusals].filter(([, status]) => status !== 401)).toEqual([['gocardless', 498]]);
});

function snap(responseCode: string) {
	const body = JSON.stringify({ responseCode, responseMessage: 'Successful' });
	return { status: 200, type: 'application/json', body };
}
