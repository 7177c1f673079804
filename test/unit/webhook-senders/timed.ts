import {
	digest,
	fromBase64,
	hmac,
	JSON_TYPE,
	seconds,
	URL,
	type Sender,
	type Sent,
} from './sender';

const SECRETS = { secret: 'shpss_3f1c9a', otherSecret: 'shpss_3f1c9b' };
const BASE64 = {
	secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
	otherSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx',
};
const EVENT = '{"id":"evt_17","event_id":"evt_17"}';

/** A partner that signs the time with the body, and tells both in headers. */
function timedSender(
	sender: Omit<Sender, 'send' | 'secret' | 'otherSecret' | 'signed'> & Partial<Sender>,
	sign: (
		time: string,
		body: string,
		nowInMs: number,
	) => [signature: string, headers: Sent['headers']],
): Sender {
	const rawBody = EVENT;
	return {
		maxAge: 300,
		...SECRETS,
		signed: [rawBody],
		...sender,
		send: (nowInMs) => {
			const [signature, headers] = sign(seconds(nowInMs), rawBody, nowInMs);
			return { sent: { url: URL, headers: { ...JSON_TYPE, ...headers }, rawBody }, signature };
		},
	};
}

/** Standard Webhooks, whose headers have names of their own with some. */
function standard(preset: string, prefix: string, more: Partial<Sender> = {}, id = `${prefix}-id`) {
	const own = { preset, ...BASE64, signed: [EVENT, 'msg_1'], id: 'msg_1', ...more };
	const key = fromBase64(own.secret.replace('whsec_', ''));
	return timedSender(own, (time, body) => {
		const signature = hmac('sha256', key, `msg_1.${time}.${body}`).base64;
		const other = hmac('sha256', 'an older one', body).base64;
		return [
			signature,
			{
				[id]: 'msg_1',
				[`${prefix}-timestamp`]: time,
				[`${prefix}-signature`]: `v1,${other} v1a,${other} v1,${signature}`,
			},
		];
	});
}

/** `v0:time:body`, as Slack and Zoom have it. */
function versioned(preset: string, header: string, timeHeader: string, more: Partial<Sender>) {
	return timedSender({ preset, ...more }, (time, body) => {
		const signature = hmac('sha256', SECRETS.secret, `v0:${time}:${body}`).hex;
		return [signature, { [header]: `v0=${signature}`, [timeHeader]: time }];
	});
}

export const TIMED_SENDERS: Sender[] = [
	versioned('slack', 'X-Slack-Signature', 'X-Slack-Request-Timestamp', { id: 'evt_17' }),
	versioned('zoom', 'x-zm-signature', 'x-zm-request-timestamp', {}),
	timedSender({ preset: 'stripe', id: 'evt_17' }, (time, body) => {
		const signature = hmac('sha256', SECRETS.secret, `${time}.${body}`).hex;
		const old = hmac('sha256', 'a rolled one', `${time}.${body}`).hex;
		return [signature, { 'Stripe-Signature': `t=${time},v1=${old},v1=${signature},v0=${old}` }];
	}),
	timedSender({ preset: 'paddle', maxAge: 5, id: 'evt_17' }, (time, body) => {
		const signature = hmac('sha256', SECRETS.secret, `${time}:${body}`).hex;
		return [signature, { 'Paddle-Signature': `ts=${time};h1=${signature}` }];
	}),
	standard('standardWebhooks', 'webhook'),
	standard('standardWebhooks', 'svix', { choices: { standardHeaders: 'svix' } }),
	standard(
		'finch',
		'Finch',
		{ secret: '5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH', otherSecret: '5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FG' },
		'Finch-Event-Id',
	),
	timedSender(
		{ preset: 'convoy', choices: { convoySignature: 'advanced', convoyHash: 'sha512' } },
		(time, body) => {
			const signature = hmac('sha512', SECRETS.secret, `${time},${body}`).hex;
			return [signature, { 'X-Convoy-Signature': `t=${time},v1=${signature}` }];
		},
	),
	timedSender({ preset: 'hubspot', signed: [EVENT, URL] }, (_, body, nowInMs) => {
		const time = String(nowInMs);
		const signature = hmac('sha256', SECRETS.secret, `POST${URL}${body}${time}`).base64;
		return [
			signature,
			{ 'X-HubSpot-Signature-v3': signature, 'X-HubSpot-Request-Timestamp': time },
		];
	}),
	timedSender(
		{
			preset: 'sinch',
			values: { apiKey: '669E367E' },
			secret: 'BeIukql3pTKJ8RGL5zo0DA==',
			otherSecret: 'BeIukql3pTKJ8RGL5zo1DA==',
			signed: [EVENT, '/in/partner', '669E367E', 'application/json'],
		},
		(_, body, nowInMs) => {
			const time = new Date(nowInMs).toISOString();
			const hash = digest('md5', body).base64;
			const text = `POST\n${hash}\napplication/json\nx-timestamp:${time}\n/in/partner`;
			const signature = hmac('sha256', fromBase64('BeIukql3pTKJ8RGL5zo0DA=='), text).base64;
			return [
				signature,
				{ 'x-timestamp': time, authorization: `Application 669E367E:${signature}` },
			];
		},
	),
];
