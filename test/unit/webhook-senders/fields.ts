import { digest, FORM_TYPE, fromHex, hmac, JSON_TYPE, seconds, URL, type Sender } from './sender';

const SECRETS = { secret: '7f2cd8a1b0e4', otherSecret: '7f2cd8a1b0e5' };

/** A form, its fields in the order given. */
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const sorted = (fields: Record<string, string>) =>
	Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));

const TWILIO = { To: '+18005551212', From: '+14158675309', Body: 'Hi & welcome', CallSid: 'CA12' };

function twilio(
	twilioRequest: string,
	own: { method?: string; url: string; rawBody?: string; text: string; type?: string },
	signed: string[],
): Sender {
	return {
		preset: 'twilio',
		choices: { twilioRequest },
		...SECRETS,
		signed,
		unsigned: ['c2f5'],
		id: 'c2f5',
		send: () => {
			const { text, type, ...sent } = own;
			const signature = hmac('sha1', SECRETS.secret, text).base64;
			const headers = {
				...(type && { 'content-type': type }),
				'X-Twilio-Signature': signature,
				'I-Twilio-Idempotency-Token': 'c2f5',
			};
			return { sent: { ...sent, headers }, signature };
		},
	};
}

const TWILIO_JSON = '{"event":"ended"}';
const HASHED = `${URL}&bodySHA256=${digest('sha256', TWILIO_JSON).hex}`;

const ADYEN = {
	pspReference: '7914073381342284',
	originalReference: '',
	merchantAccountCode: 'TestMerchant',
	merchantReference: 'TestPayment-1407325143704',
	amount: { value: 1130, currency: 'EUR' },
	eventCode: 'AUTHORISATION',
	success: 'true',
};

function vonage(vonageMethod: string, vonageFormat: 'form' | 'json' | 'query'): Sender {
	return {
		preset: 'vonage',
		choices: { vonageMethod, vonageFormat },
		...SECRETS,
		signed: ['hello', '0A0000000123ABCD1'],
		maxAge: 300,
		id: '0A0000000123ABCD1',
		send: (nowInMs) => {
			const fields = {
				msisdn: '447700900001',
				to: '447700900000',
				messageId: '0A0000000123ABCD1',
				text: 'hello=1&2',
				timestamp: seconds(nowInMs),
			};
			const text = sorted(fields)
				.map(([name, value]) => `&${name}=${value.replace(/[&=]/g, '_')}`)
				.join('');
			const signature =
				vonageMethod === 'md5hash'
					? digest('md5', text + SECRETS.secret).hex
					: hmac(vonageMethod as 'md5', SECRETS.secret, text).hex;
			const all = { ...fields, sig: signature };
			const sent = {
				form: { headers: FORM_TYPE, rawBody: form(all) },
				json: { headers: JSON_TYPE, rawBody: JSON.stringify(all) },
				query: { method: 'GET', url: `https://hooks.example.com/in?${form(all)}` },
			};
			return { sent: sent[vonageFormat], signature };
		},
	};
}

function mailgun(mailgunSource: string, asBody: (signature: object) => object): Sender {
	return {
		preset: 'mailgun',
		choices: { mailgunSource },
		...SECRETS,
		signed: ['5egbgr1vjgqx'],
		unsigned: ['delivered'],
		maxAge: 300,
		id: '5egbgr1vjgqx',
		send: (nowInMs) => {
			const timestamp = seconds(nowInMs);
			const token = '5egbgr1vjgqx';
			const signature = hmac('sha256', SECRETS.secret, timestamp + token).hex;
			const body = asBody({ timestamp, token, signature }) as Record<string, string>;
			const sent =
				mailgunSource === 'route'
					? { headers: FORM_TYPE, rawBody: form(body) }
					: { headers: JSON_TYPE, rawBody: JSON.stringify(body) };
			return { sent, signature };
		},
	};
}

export const FIELD_SENDERS: Sender[] = [
	twilio(
		'form',
		{
			url: URL,
			rawBody: form(TWILIO),
			type: 'application/x-www-form-urlencoded; charset=UTF-8',
			text: URL + sorted(TWILIO).flat().join(''),
		},
		['CA12', 'welcome', URL],
	),
	twilio('json', { url: HASHED, rawBody: TWILIO_JSON, type: 'application/json', text: HASHED }, [
		TWILIO_JSON,
		HASHED,
	]),
	twilio('get', { method: 'GET', url: `${URL}&CallSid=CA12`, text: `${URL}&CallSid=CA12` }, [
		'CA12',
	]),
	{
		preset: 'adyen',
		secret: '44782DEF547AAA06C910C43932B1EB0C',
		otherSecret: '44782DEF547AAA06C910C43932B1EB0D',
		signed: ['7914073381342284', '1130', 'EUR', 'AUTHORISATION', 'true', 'TestMerchant'],
		unsigned: ['visa'],
		id: '7914073381342284/AUTHORISATION',
		send: () => {
			const { amount, eventCode, success, ...references } = ADYEN;
			const values = [...Object.values(references), amount.value, amount.currency];
			const text = [...values, eventCode, success].join(':');
			const signature = hmac('sha256', fromHex('44782DEF547AAA06C910C43932B1EB0C'), text).base64;
			const additionalData = { hmacSignature: signature };
			const item = { ...ADYEN, paymentMethod: 'visa', additionalData };
			const rawBody = JSON.stringify({ notificationItems: [{ NotificationRequestItem: item }] });
			return { sent: { headers: JSON_TYPE, rawBody }, signature };
		},
	},
	{
		preset: 'midtrans',
		...SECRETS,
		signed: ['order-17', '"200"', '10000.00'],
		unsigned: ['settlement'],
		send: () => {
			const signature = digest('sha512', `order-1720010000.00${SECRETS.secret}`).hex;
			const rawBody = `{"order_id":"order-17","status_code":"200","gross_amount":"10000.00","signature_key":"${signature}","transaction_status":"settlement"}`;
			return { sent: { headers: JSON_TYPE, rawBody }, signature };
		},
	},
	mailgun('webhook', (signature) => ({ signature, 'event-data': { event: 'delivered' } })),
	mailgun('route', (signature) => ({ subject: 'delivered', ...signature })),
	...['md5hash', 'md5', 'sha1', 'sha256', 'sha512'].map((method) => vonage(method, 'form')),
	vonage('md5hash', 'json'),
	vonage('sha256', 'query'),
	{
		preset: 'inticore',
		...SECRETS,
		signed: ['F00021', 'REF-1', '300000', 'IDR', 'SUCCESS'],
		id: 'REF-1/SUCCESS',
		send: () => {
			const signature = digest('sha1', `${SECRETS.secret}F0002118REF-1300000IDRSUCCESS`).base64;
			const fields = { MerchantCode: 'F00021', PaymentId: 18, RefNo: 'REF-1', Amount: 300000 };
			const all = { ...fields, Currency: 'IDR', Status: 'SUCCESS', Signature: signature };
			return { sent: { headers: JSON_TYPE, rawBody: JSON.stringify(all) }, signature };
		},
	},
	{
		preset: 'braintree',
		values: { publicKey: 'integration_public_key' },
		...SECRETS,
		signed: ['PG5vdGlm'],
		send: () => {
			const payload = 'PG5vdGlmaWNhdGlvbj4=\n';
			const key = digest('sha1', SECRETS.secret).bytes;
			const signature = hmac('sha1', key, payload).hex;
			const fields = { bt_signature: `integration_public_key|${signature}`, bt_payload: payload };
			return { sent: { headers: FORM_TYPE, rawBody: form(fields) }, signature };
		},
	},
];
