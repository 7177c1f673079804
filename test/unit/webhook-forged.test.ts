import { presetOf } from './webhook-preset';
import { SENDERS } from './webhook-senders';
import type { Sender, Sent } from './webhook-senders/sender';

const NOW = Date.UTC(2026, 0, 31, 12);

/** What somebody makes of a genuine notification, to have other values pass with its signature. */
type Forgery = [
	what: string,
	preset: string,
	choice: string | undefined,
	forge: (sent: Sent) => Sent,
];

const withQuery = (query: string) => (sent: Sent) => ({
	...sent,
	url: `https://hooks.example.com/in?${query}`,
});
const put = (from: string, to: string) => (sent: Sent) => ({
	...sent,
	rawBody: sent.rawBody?.replace(from, to),
});
const both = (one: (sent: Sent) => Sent, other: (sent: Sent) => Sent) => (sent: Sent) =>
	other(one(sent));
const ITEM = 'notificationItems.0.NotificationRequestItem';

const FORGERIES: Forgery[] = [
	[
		'genuine values in the query, others in the body',
		'midtrans',
		undefined,
		both(put('10000.00', '99999.00'), withQuery('gross_amount=10000.00')),
	],
	[
		'a value twice in JSON',
		'midtrans',
		undefined,
		put('"gross_amount":', '"gross_amount":"99999.00","gross_amount":'),
	],
	[
		'a value twice in JSON, the other way round',
		'midtrans',
		undefined,
		put('"gross_amount":"10000.00"', '"gross_amount":"10000.00","gross_amount":"99999.00"'),
	],
	[
		'genuine values in the query under the whole path',
		'adyen',
		'',
		both(put('1130', '9999'), withQuery(`${ITEM}.amount.value=1130`)),
	],
	[
		'a genuine value under the whole path as one name',
		'adyen',
		'',
		both(put('1130', '9999'), put('{', `{"${ITEM}.amount.value":1130,`)),
	],
	[
		'a second item, which nothing signs',
		'adyen',
		'',
		put(']}', ',{"NotificationRequestItem":{"pspReference":"forged","success":"true"}}]}'),
	],
	[
		'the items twice',
		'adyen',
		'',
		({ rawBody = '', ...sent }) => ({
			...sent,
			rawBody: `${rawBody.slice(0, -1)},${rawBody.replace('1130', '9999').slice(1)}`,
		}),
	],
	[
		'the items twice, of which the second has nothing that is signed',
		'adyen',
		'',
		({ rawBody = '', ...sent }) => ({
			...sent,
			rawBody: `${rawBody.slice(0, -1)},"notificationItems":[{"NotificationRequestItem":{}}]}`,
		}),
	],
	['another token in the query', 'mailgun', 'webhook', withQuery('signature.token=5egbgr1vjgqx')],
	[
		'genuine values in the query, others in the body',
		'inticore',
		undefined,
		both(put('300000', '999999'), withQuery('Amount=300000')),
	],
	[
		'a form field twice',
		'braintree',
		undefined,
		(sent) => ({ ...sent, rawBody: `bt_payload=Zm9yZ2Vk&${sent.rawBody}` }),
	],
	[
		'JSON, signed as a request without a form',
		'twilio',
		'get',
		(sent) => ({
			...sent,
			method: 'POST',
			headers: { ...sent.headers, 'content-type': 'application/json' },
			rawBody: '{"Body":"forged"}',
		}),
	],
];

function senderOf(preset: string, choice: string | undefined): Sender {
	return SENDERS.find(
		(each) =>
			each.preset === preset &&
			(choice === undefined || Object.values(each.choices ?? {}).join() === choice),
	)!;
}

it.each(FORGERIES)('refuses %s (%s %s)', (_, preset, choice, forge) => {
	const { choices, values, secret, send } = senderOf(preset, choice);
	const used = presetOf(preset, { ...choices, ...values, secret });
	const { sent } = send(NOW);
	expect(used.verify(sent, NOW)).toMatchObject({ isVerified: true });
	expect(forge(sent)).not.toEqual(sent);
	expect(used.verify(forge(sent), NOW)).toMatchObject({ isVerified: false });
});

it('refuses the JSON of a Twilio request where a form is expected, signed with the address alone', () => {
	const { secret, send } = senderOf('twilio', 'get');
	const { sent } = send(NOW);
	const forged = {
		...sent,
		method: 'POST',
		headers: { ...sent.headers, 'content-type': 'application/json' },
		rawBody: '{"Body":"forged"}',
	};
	const used = presetOf('twilio', { twilioRequest: 'form', secret });
	expect(used.verify(forged, NOW)).toMatchObject({ isVerified: false });
});
