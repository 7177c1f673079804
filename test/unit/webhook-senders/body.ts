import { digest, fromHex, hmac, JSON_TYPE, URL, type Sender, type Sent } from './sender';

const SECRETS = { secret: 'a secret of the partner', otherSecret: 'a secret of the partnes' };

/** A partner that signs the body alone, and puts the signature into a header. */
function bodySender(
	preset: string,
	body: string,
	headersOf: (body: string, secret: string) => [signature: string, headers: Sent['headers']],
	more: Partial<Sender> = {},
): Sender {
	const own = { preset, ...SECRETS, signed: [body], ...more };
	return {
		...own,
		send: () => {
			const [signature, headers] = headersOf(body, own.secret);
			return { sent: { headers: { ...JSON_TYPE, ...headers }, rawBody: body }, signature };
		},
	};
}

const hex = (header: string, prefix = '', hash: 'sha256' | 'sha512' = 'sha256') =>
	named(header, prefix, (body, secret) => hmac(hash, secret, body).hex);
const base64 = (header: string, prefix = '') =>
	named(header, prefix, (body, secret) => hmac('sha256', secret, body).base64);

function named(header: string, prefix: string, sign: (body: string, secret: string) => string) {
	return (body: string, secret: string): [string, Sent['headers']] => {
		const signature = sign(body, secret);
		return [signature, { [header]: prefix + signature }];
	};
}

const GITHUB = hex('X-Hub-Signature-256', 'sha256=');
const SHOPIFY = base64('X-Shopify-Hmac-Sha256');
const RAZORPAY = hex('X-Razorpay-Signature');
const HEX_KEY = {
	secret: 'D7DD5BA6146493707BF0BE7496F6404E',
	otherSecret: 'D7DD5BA6146493707BF0BE7496F6404F',
};

export const BODY_SENDERS: Sender[] = [
	bodySender(
		'github',
		'{"action":"opened"}',
		(body, secret) => {
			const [signature, headers] = GITHUB(body, secret);
			return [signature, { ...headers, 'X-GitHub-Delivery': '72d3162e' }];
		},
		{ unsigned: ['72d3162e'], id: '72d3162e' },
	),
	bodySender(
		'shopify',
		'{"id":820982911946154508}',
		(body, secret) => {
			const [signature, headers] = SHOPIFY(body, secret);
			return [signature, { ...headers, 'X-Shopify-Webhook-Id': 'b54557e4' }];
		},
		{ unsigned: ['b54557e4'], id: 'b54557e4' },
	),
	bodySender(
		'razorpay',
		'{"event":"payment.captured"}',
		(body, secret) => {
			const [signature, headers] = RAZORPAY(body, secret);
			return [signature, { ...headers, 'X-Razorpay-Event-Id': 'Ev00Kx1' }];
		},
		{ unsigned: ['Ev00Kx1'], id: 'Ev00Kx1' },
	),
	bodySender('paystack', '{"event":"charge.success"}', hex('X-Paystack-Signature', '', 'sha512')),
	bodySender('typeform', '{"event_id":"LtWXD3"}', base64('Typeform-Signature', 'sha256='), {
		id: 'LtWXD3',
	}),
	bodySender('xero', '{"events":[]}', base64('X-Xero-Signature')),
	bodySender('coinbaseCommerce', '{"event":{"id":"24934862"}}', hex('X-CC-Webhook-Signature'), {
		id: '24934862',
	}),
	bodySender('gocardless', '{"events":[{"id":"EV1"}]}', hex('Webhook-Signature')),
	bodySender('onfido', '{"payload":{"action":"check.completed"}}', hex('X-SHA2-Signature')),
	bodySender('meta', '{"object":"page","entry":[]}', hex('X-Hub-Signature-256', 'sha256='), {
		values: { verifyToken: 'made up' },
	}),
	bodySender('convoy', '{"event":"invoice.paid"}', hex('X-Convoy-Signature')),
	bodySender(
		'pusherChannels',
		'{"events":[{"name":"channel_vacated"}]}',
		(body, secret) => {
			const [signature, headers] = hex('X-Pusher-Signature')(body, secret);
			return [signature, { ...headers, 'X-Pusher-Key': '278d425bdf160c739803' }];
		},
		{
			values: { apiKey: '278d425bdf160c739803' },
			signed: ['{"events":[{"name":"channel_vacated"}]}', '278d425bdf160c739803'],
		},
	),
	bodySender(
		'adyen',
		'{"type":"balancePlatform.transfer.created"}',
		named('HmacSignature', '', (body, secret) => hmac('sha256', fromHex(secret), body).base64),
		{ choices: { adyenWebhook: 'platform' }, ...HEX_KEY },
	),
	bodySender(
		'hubspotLegacy',
		'[{"eventId":1}]',
		named('X-HubSpot-Signature', '', (body, secret) => digest('sha256', secret + body).hex),
	),
	{
		preset: 'hubspotLegacy',
		choices: { hubspotVersion: 'v2' },
		...SECRETS,
		signed: ['{"objectId":2}', URL, 'POST'],
		send: () => {
			const rawBody = '{"objectId":2}';
			const signature = digest('sha256', `${SECRETS.secret}POST${URL}${rawBody}`).hex;
			const headers = { ...JSON_TYPE, 'X-HubSpot-Signature': signature };
			return { sent: { method: 'POST', url: URL, headers, rawBody }, signature };
		},
	},
	{
		preset: 'square',
		...SECRETS,
		signed: ['{"event_id":"ac3ac95b"}', URL],
		id: 'ac3ac95b',
		send: () => {
			const rawBody = '{"event_id":"ac3ac95b"}';
			const signature = hmac('sha256', SECRETS.secret, URL + rawBody).base64;
			const headers = { ...JSON_TYPE, 'x-square-hmacsha256-signature': signature };
			return { sent: { url: URL, headers, rawBody }, signature };
		},
	},
	{
		preset: 'xendit',
		...SECRETS,
		signed: [],
		unsigned: ['PAID', '65a1b2'],
		id: '65a1b2',
		send: () => {
			const headers = { 'x-callback-token': SECRETS.secret, 'webhook-id': '65a1b2' };
			return {
				sent: { headers: { ...JSON_TYPE, ...headers }, rawBody: '{"status":"PAID"}' },
				signature: SECRETS.secret,
			};
		},
	},
];
