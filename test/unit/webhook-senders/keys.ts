import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { digest, FORM_TYPE, hmac, JSON_TYPE, seconds, URL, type Sender } from './sender';

const EVENT = '{"id":"EV-17","type":2}';
const RSA = [rsa(), rsa()];
const P256 = [p256(), p256()];
const ED25519 = [ed25519(), ed25519()];

interface Pair {
	privateKey: KeyObject;
	publicKey: KeyObject;
}

function rsa(): Pair {
	return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function p256(): Pair {
	return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

function ed25519(): Pair {
	return generateKeyPairSync('ed25519');
}

const pem = ({ publicKey }: Pair) => publicKey.export({ type: 'spki', format: 'pem' }).toString();
const spki = ({ publicKey }: Pair) => publicKey.export({ type: 'spki', format: 'der' });
const base64 = (pair: Pair) => spki(pair).toString('base64');
/** The last 32 bytes of an Ed25519 key (RFC 8410) are the key itself. */
const rawHex = (pair: Pair) => spki(pair).subarray(-32).toString('hex');
const both = (pairs: Pair[], write: (pair: Pair) => string) => ({
	secret: write(pairs[0]),
	otherSecret: write(pairs[1]),
});
const rsaSigned = (text: string) =>
	sign('sha256', Buffer.from(text), RSA[0].privateKey).toString('base64');

const JWT_SECRET = { secret: '36efdd1aace2e26c', otherSecret: '36efdd1aace2e26d' };
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Of Discord, as its Developer Portal shows it. */
export const ED25519_KEY = rawHex(ED25519[0]);

/** A request of Discord. */
export function ed25519Signed(rawBody: string, nowInMs: number) {
	const time = seconds(nowInMs);
	const bytes = sign(null, Buffer.from(time + rawBody), ED25519[0].privateKey);
	const headers = { 'X-Signature-Ed25519': bytes.toString('hex'), 'X-Signature-Timestamp': time };
	return { headers: { ...JSON_TYPE, ...headers }, rawBody };
}

export const KEY_SENDERS: Sender[] = [
	{
		preset: 'discord',
		...both(ED25519, rawHex),
		signed: [EVENT],
		maxAge: 300,
		id: 'EV-17',
		send: (nowInMs) => {
			const sent = ed25519Signed(EVENT, nowInMs);
			return { sent, signature: sent.headers['X-Signature-Ed25519'] };
		},
	},
	{
		preset: 'sendgrid',
		...both(P256, base64),
		signed: ['dropped'],
		maxAge: 300,
		send: (nowInMs) => {
			const time = seconds(nowInMs);
			const rawBody = '[{"event":"dropped"}]\r\n';
			const bytes = sign('sha256', Buffer.from(time + rawBody), P256[0].privateKey);
			const signature = bytes.toString('base64');
			const headers = {
				...JSON_TYPE,
				'X-Twilio-Email-Event-Webhook-Signature': signature,
				'X-Twilio-Email-Event-Webhook-Timestamp': time,
			};
			return { sent: { headers, rawBody }, signature };
		},
	},
	{
		preset: 'snapBi',
		...both(RSA, pem),
		signed: ['EV-17', '/in/partner'],
		unsigned: ['418075533589'],
		maxAge: 300,
		id: '418075533589',
		send: (nowInMs) => {
			const time = new Date(nowInMs).toISOString();
			const hash = createHash('sha256').update(EVENT).digest('hex');
			const signature = rsaSigned(`POST:/in/partner:${hash}:${time}`);
			const headers = {
				...JSON_TYPE,
				'X-TIMESTAMP': time,
				'X-SIGNATURE': signature,
				'X-EXTERNAL-ID': '418075533589',
			};
			// The hash is that of the minified body.
			return { sent: { url: URL, headers, rawBody: EVENT.replaceAll(',', ', ') }, signature };
		},
	},
	{
		preset: 'wechatPay',
		...both(RSA, pem),
		signed: [EVENT, 'EcZ9Cmy4Xyx1'],
		maxAge: 300,
		id: 'EV-17',
		send: (nowInMs) => {
			const time = seconds(nowInMs);
			const signature = rsaSigned(`${time}\nEcZ9Cmy4Xyx1\n${EVENT}\n`);
			const headers = {
				...JSON_TYPE,
				'Wechatpay-Timestamp': time,
				'Wechatpay-Nonce': 'EcZ9Cmy4Xyx1',
				'Wechatpay-Signature': signature,
			};
			return { sent: { headers, rawBody: EVENT }, signature };
		},
	},
	{
		preset: 'alipay',
		...both(RSA, base64),
		signed: ['2019081500222155', 'TRADE_SUCCESS', '0.10'],
		unsigned: ['RSA2'],
		id: '2019081500222155',
		send: () => {
			const signed = 'notify_id=2019081500222155&total_amount=0.10&trade_status=TRADE_SUCCESS';
			const signature = rsaSigned(signed);
			const fields = [...signed.split('&').reverse(), 'sign_type=RSA2'].join('&');
			const rawBody = `${fields}&${new URLSearchParams({ sign: signature }).toString()}`;
			return {
				sent: { headers: FORM_TYPE, rawBody },
				signature: encodeURIComponent(signature),
			};
		},
	},
	...[EVENT, ''].map(
		(rawBody): Sender => ({
			preset: 'messagebird',
			...JWT_SECRET,
			signed: [URL, ...(rawBody ? [rawBody] : [])],
			maxAge: 65,
			id: '93e55006',
			send: (nowInMs) => {
				const now = Math.floor(nowInMs / 1000);
				const claims = {
					iss: 'MessageBird',
					nbf: now - 60,
					exp: now + 60,
					jti: '93e55006',
					url_hash: digest('sha256', URL).hex,
					...(rawBody && { payload_hash: digest('sha256', rawBody).hex }),
				};
				const text = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
				const signature = hmac('sha256', JWT_SECRET.secret, text).base64url;
				const headers = { ...JSON_TYPE, 'MessageBird-Signature-JWT': `${text}.${signature}` };
				return { sent: { url: URL, headers, rawBody }, signature };
			},
		}),
	),
];
