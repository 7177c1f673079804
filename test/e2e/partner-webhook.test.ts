import { generateKeyPairSync } from 'node:crypto';
import { enc, HmacSHA256 } from 'crypto-js';
import { PARTNER_WEBHOOK, partnerEvent } from '../simulator/notifierPartner';
import type { Client } from './harness/client';
import { accountOf, emitted, failingOnce, finished, refused, urlOf } from './notified';
import { ACKNOWLEDGED, publishPartner, send, signedBy } from './partner-webhooks';
import { client } from './running';

const BLANK = ' ';

let n8n: Client;
let publishedWithoutSecret: Promise<unknown>;
beforeAll(async () => {
	n8n = await client();
	// n8n tries for a quarter of a minute, whatever the error; the other tests run meanwhile.
	publishedWithoutSecret = publishPartner(n8n, { secret: BLANK }).catch((error: unknown) => error);
});

describe('the credential', () => {
	const tested = async (changes: Record<string, unknown>) =>
		await n8n.testCredential(accountOf('partner', changes));
	const { privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		publicKeyEncoding: { type: 'spki', format: 'pem' },
	});

	it('is tested by its fields', async () => {
		expect(await tested({})).toEqual({ status: 'OK', message: 'The fields fit together' });
		expect(await tested({ scheme: 'stripe' })).toMatchObject({ status: 'OK' });
	});

	it.each<[string, Record<string, unknown>, RegExp]>([
		['no secret', { secret: BLANK }, /^Secret or Public Key is empty/],
		['a brace', { signedText: '{body' }, /^Signed Text: a brace does not close/],
		['a secret for RSA', { algorithm: 'rsa-sha256' }, /^Secret or Public Key is no public key/],
		[
			'a private key for a public one',
			{ algorithm: 'rsa-sha256', secret: privateKey },
			/^Secret or Public Key is a private key/,
		],
	])('names the field that is wrong: %s', async (_, changes, message) => {
		expect(await tested(changes)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});
});

it('what is refused leaves a bare status and one line in the log, and starts nothing', async () => {
	const trigger = await publishPartner(n8n);
	const forged = { body: '{"a":5}', headers: { 'x-signature': signedBy('{"a":6}') } };
	const { answer, lines } = await refused(trigger, forged);
	expect(answer).toMatchObject({ status: 401, body: '' });
	expect(lines).toEqual([expect.stringContaining('its signature is not right')]);
	expect(lines[0]).not.toMatch(/"a"|sha256=|a secret that/);
	expect(await finished(trigger, '.')).toEqual([]);
});

describe('where unverified notifications are allowed', () => {
	it('a forged one is told from the real one', async () => {
		const trigger = await publishPartner(n8n, {}, { allowUnverified: true });
		const forged = { body: '{"id":"1"}', headers: { 'x-signature': signedBy('{"id":"2"}') } };
		expect(await send(urlOf(trigger), forged)).toEqual(ACKNOWLEDGED);
		expect(await send(urlOf(trigger), partnerEvent('{"id":"1"}'))).toEqual(ACKNOWLEDGED);
		const notification = { id: '1' };
		expect(await emitted(n8n, trigger)).toMatchObject([
			{ verified: false, notification },
			{ verified: true, notification },
		]);
	});

	it('the credential need not be filled in', async () => {
		const trigger = await publishPartner(n8n, { secret: BLANK }, { allowUnverified: true });
		expect(await send(urlOf(trigger), partnerEvent('{"id":"1"}'))).toEqual(ACKNOWLEDGED);
		expect(await emitted(n8n, trigger)).toMatchObject([{ verified: false }]);
	});
});

it('while the partner changes the secret either is right', async () => {
	const trigger = await publishPartner(n8n, {
		secret: `the next secret\n${PARTNER_WEBHOOK.secret}`,
	});
	for (const [id, secret] of [
		['1', 'the next secret'],
		['2', PARTNER_WEBHOOK.secret],
	]) {
		const body = `{"id":"${id}"}`;
		const sent = { body, headers: { 'x-signature': signedBy(body, secret) } };
		expect(await send(urlOf(trigger), sent)).toEqual(ACKNOWLEDGED);
	}
	expect(await emitted(n8n, trigger)).toHaveLength(2);
});

describe('a repeat', () => {
	it('is told by the ID that is signed, whatever else is new', async () => {
		const trigger = await publishPartner(n8n);
		for (const body of ['{"id":"1","try":1}', '{"id":"1","try":2}', '{"id":"2","try":1}']) {
			expect(await send(urlOf(trigger), partnerEvent(body))).toEqual(ACKNOWLEDGED);
		}
		expect(await emitted(n8n, trigger)).toMatchObject([
			{ notification: { id: '1', try: 1 } },
			{ notification: { id: '2' } },
		]);
	});

	it('of a failed workflow is taken, which was answered with 500', async () => {
		const { step, stop } = await failingOnce();
		const trigger = await publishPartner(n8n, {}, { responseMode: 'lastNode' }, [step]);
		const event = partnerEvent('{"id":"event_1"}');
		expect(await send(urlOf(trigger), event)).toMatchObject({ status: 500 });
		expect(await send(urlOf(trigger), event)).toEqual(ACKNOWLEDGED);
		expect(await send(urlOf(trigger), event)).toEqual(ACKNOWLEDGED);
		stop();
		const runs = await finished(trigger, 'event_1');
		expect(runs.map(({ status }) => status).sort()).toEqual(['error', 'success']);
	});
});

it('a handshake by POST and by GET is answered, and starts nothing', async () => {
	const trigger = await publishPartner(n8n, {
		useHandshake: true,
		handshakeIf: '{param:challenge}',
		handshakeType: 'text/plain',
		handshakeAnswer: '{param:challenge}',
	});
	const answer = { status: 200, type: 'text/plain' };
	const post = { body: '{"challenge":"4711"}', headers: {} };
	expect(await send(urlOf(trigger), post)).toEqual({ ...answer, body: '4711' });
	const url = `${urlOf(trigger)}?challenge=4712`;
	const get = await send(url, { body: '', headers: {} }, { method: 'GET' });
	expect(get).toEqual({ ...answer, body: '4712' });
	expect(await finished(trigger, '.')).toEqual([]);
});

describe('the answer', () => {
	it.each(['onReceived', 'lastNode'])('is what the partner expects (%s)', async (responseMode) => {
		const changes = {
			useAnswer: true,
			answerStatus: 202,
			answerType: 'text/plain',
			answerBody: '[accepted]',
		};
		const trigger = await publishPartner(n8n, changes, { responseMode });
		const expected = { status: 202, type: 'text/plain', body: '[accepted]' };
		expect(await send(urlOf(trigger), partnerEvent('{"id":"1"}'))).toEqual(expected);
		expect(await send(urlOf(trigger), partnerEvent('{"id":"1"}'))).toEqual(expected);
		expect(await emitted(n8n, trigger)).toHaveLength(1);
	});

	it('to Adyen is [accepted], by its preset alone', async () => {
		const secret = '00112233445566778899AABBCCDDEEFF';
		const item = {
			pspReference: '7914073381342284',
			merchantAccountCode: 'TestMerchant',
			merchantReference: 'TestPayment-1407325143704',
			amount: { value: 1130, currency: 'EUR' },
			eventCode: 'AUTHORISATION',
			success: 'true',
		};
		// The second value is the originalReference, which a first notification lacks.
		const text =
			'7914073381342284::TestMerchant:TestPayment-1407325143704:1130:EUR:AUTHORISATION:true';
		const hmacSignature = HmacSHA256(text, enc.Hex.parse(secret)).toString(enc.Base64);
		const signed = { ...item, additionalData: { hmacSignature } };
		const body = JSON.stringify({
			live: 'false',
			notificationItems: [{ NotificationRequestItem: signed }],
		});
		const trigger = await publishPartner(n8n, { scheme: 'adyen', secret });
		const expected = { status: 200, type: 'text/plain', body: '[accepted]' };
		expect(await send(urlOf(trigger), { body, headers: {} })).toEqual(expected);
		expect(await emitted(n8n, trigger)).toMatchObject([{ verified: true }]);
	});
});

it('a workflow without a secret does not start, and n8n says which field', async () => {
	expect(await publishedWithoutSecret).toMatchObject({
		message: expect.stringContaining('Secret or Public Key is empty'),
	});
});
