import { PartnerWebhookApi } from '../../credentials/PartnerWebhookApi.credentials';
import { compileWebhook } from '../../credentials/partner/webhook/compile';
import { parseWebhook, readWebhook } from '../../credentials/partner/webhook/read-webhook';
import { webhookCredential } from '../../credentials/partner/webhook/settings';
import { store } from '../core/harness';
import { refusalOf } from './refusal';

const READ = [{ in: 'header', name: 'X-Signature' }];
const GOOD = { read: READ, alg: 'hmac-sha256', text: '{body}' };
const FIELDS = { secret: 'secret', keyId: 'open' } as const;
const compiled = (recipe: unknown) => compileWebhook(readWebhook(recipe), FIELDS);

it.each<[string, unknown, string, string]>([
	['a list', [], 'Recipe must be an object', 'read'],
	['an unknown key', { ...GOOD, reed: [] }, 'Recipe: unknown key "reed"', 'Did you mean "read"?'],
	[
		'an unknown key of a place',
		{ ...GOOD, read: [{ in: 'header', name: 'X', lookslike: '' }] },
		'read[0]: unknown key "lookslike"',
		'Did you mean "looksLike"?',
	],
	['an unknown place', { ...GOOD, read: [{ in: 'cookie', name: 'X' }] }, 'read[0].in', 'header'],
	['a place without a name', { ...GOOD, read: [{ in: 'header' }] }, 'read[0].name is missing', ''],
	[
		'no place',
		{ ...GOOD, read: undefined },
		'read does not say where the signature is',
		'{signature}',
	],
	['no algorithm', { ...GOOD, alg: undefined }, 'alg is missing', ''],
	[
		'an unknown algorithm',
		{ ...GOOD, alg: 'hmac-sha265' },
		'alg: "hmac-sha265" is not known',
		'Did you mean "hmac-sha256"?',
	],
	['an algorithm of JWTs', { ...GOOD, alg: 'jwt-RS256' }, 'alg: "jwt-RS256" is not known', 'jwt'],
	['a key of the sender', { ...GOOD, key: '{param:key}' }, 'key has no secret', '{secret}'],
	['a key that is open', { ...GOOD, key: '{keyId}' }, 'key has no secret', '{secret}'],
	['an ID without braces', { ...GOOD, id: 'deliveryId' }, 'id is the same for every', '{param:id}'],
	['an ID of the credential', { ...GOOD, id: '{keyId}' }, 'id is the same for every', '{param:id}'],
	[
		'a time without braces',
		{ ...GOOD, timestamp: { from: 'X-Time' } },
		'timestamp.from is the same for every',
		'{header:x-id}',
	],
	[
		'looksLike without a signature',
		{ ...GOOD, read: [{ ...READ[0], looksLike: 'Bearer {token}' }] },
		'read[0].looksLike has no {signature}',
		'Bearer {signature}',
	],
	['no text', { ...GOOD, text: undefined }, 'text is missing', '{body}'],
	[
		'a text that fits all',
		{ ...GOOD, text: 'v1:{secret}' },
		'text has nothing of the noti',
		'{body}',
	],
	[
		'a text out of the credential',
		{ ...GOOD, text: '{keyId}' },
		'text has nothing of the',
		'{body}',
	],
	[
		'a secret that the sender may leave out',
		{ ...GOOD, alg: 'hash-sha256', text: '{body}{?header:x}{secret}{/header:x}' },
		'text has no secret, and',
		'{secret}',
	],
	[
		'the length of a secret',
		{ ...GOOD, alg: 'hash-sha256', text: '{body}{secret|length}' },
		'text has no secret, and',
		'{secret}',
	],
	[
		'a token that is whatever is sent',
		{ ...GOOD, alg: 'text', text: '{?secret}{signature}{/secret}' },
		'text has no secret',
		'{secret}',
	],
	[
		'a key of one character of the secret',
		{ ...GOOD, key: 'a{secret|first:1}' },
		'key has no secret',
		'{secret}',
	],
	[
		'a shared key that is open',
		{ ...GOOD, alg: 'jwt', jwt: { algs: ['HS256'] }, key: '{keyId}' },
		'key has no secret',
		'{secret}',
	],
	['an unknown value', { ...GOOD, text: '{boddy}' }, 'text: there is no value "boddy"', '"body"'],
	[
		'a value of requests',
		{ ...GOOD, text: '{nonce}{body}' },
		'text: there is no value "nonce"',
		'',
	],
	['the time, not read', { ...GOOD, text: '{timestamp}{body}' }, 'no value "timestamp"', ''],
	['an unknown filter', { ...GOOD, text: '{body|sha}' }, 'text: there is no filter "sha"', 'sha1'],
	['an open brace', { ...GOOD, text: '{body' }, 'text: a brace does not close', ''],
	[
		'a hash without a secret',
		{ ...GOOD, alg: 'hash-sha256' },
		'text has no secret, and',
		'{secret}',
	],
	[
		'a token without a secret',
		{ ...GOOD, alg: 'text', text: 'x' },
		'text has no secret',
		'{secret}',
	],
	[
		'looksLike without a name',
		{ ...GOOD, read: [{ ...READ[0], looksLike: 'sha256=' }] },
		'read[0].looksLike reads nothing',
		'{signature}',
	],
	[
		'looksLike with a filter',
		{ ...GOOD, read: [{ ...READ[0], looksLike: '{signature|lower}' }] },
		'read[0].looksLike may hold names only',
		'',
	],
	[
		'looksLike with two names side by side',
		{ ...GOOD, read: [{ ...READ[0], looksLike: '{timestamp}{signature}' }] },
		'read[0].looksLike cannot be read',
		'comma',
	],
	['a unit', { ...GOOD, timestamp: { from: '{header:x}', unit: 'h' } }, 'timestamp.unit', '"'],
	['a tolerance of nothing', { ...GOOD, timestamp: { tolerance: 0 } }, 'timestamp.tolerance', ''],
	['one text for a pair', { ...GOOD, checks: [['{keyId}']] }, 'checks[0] must be two texts', ''],
	[
		'an answer with the secret',
		{ ...GOOD, answer: { body: '{secret}' } },
		'answer.body would give away a secret',
		'',
	],
	[
		'a handshake with the secret in Base64',
		{ ...GOOD, challenges: [{ when: [['{param:a}']], answer: { body: '{secret|base64}' } }] },
		'challenges[0].answer.body would give away a secret',
		'',
	],
	[
		'a handshake with a step that comes later',
		{
			...GOOD,
			challenges: [
				{
					when: [['{param:a}']],
					steps: [
						{ name: 'one', alg: 'hash-sha256', text: '{two}' },
						{ name: 'two', alg: 'hash-sha256', text: '{param:a}' },
					],
					answer: { body: '{one}' },
				},
			],
		},
		'there is no value "two"',
		'',
	],
	['a status of success for a refusal', { ...GOOD, refusal: 200 }, 'refusal must be', ''],
	['a header in an answer', { ...GOOD, answer: { type: 'a/b\r\nX: y' } }, 'is no content type', ''],
])('%s is refused', (_, recipe, message, wayOut) => {
	const refusal = refusalOf(() => compiled(recipe));
	expect(refusal.message).toContain(message);
	expect(refusal.description).toContain(wayOut);
});

it('JSON that is none is refused with the place', () => {
	const refusal = refusalOf(() => parseWebhook('{\n"alg": }'));
	expect(refusal.message).toBe('Recipe is not valid JSON');
	expect(refusal.description).toContain('line 2');
});

describe('the form', () => {
	const CUSTOM = { signatureName: 'X-Signature', secret: 'the secret of ours' };
	const read = (data: object) =>
		webhookCredential(store(new PartnerWebhookApi(), { ...CUSTOM, ...data } as never).data);
	const PEM = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----';

	it('makes the commonest case of two fields', () => {
		expect(read({}).webhook.cover.signed).toBe('all');
	});

	it.each<[string, object, string]>([
		['no secret', { secret: ' \n ' }, 'Secret or Public Key is empty'],
		['no name', { signatureName: '' }, 'Name of Header or Field is missing'],
		['a brace', { signedText: '{body' }, 'Signed Text: a brace does not close'],
		['a value', { repeatId: '{claim}' }, 'ID for Repeats: "claim" needs'],
		['looks like', { looksLike: 'sha256' }, 'Looks Like reads nothing'],
		['a key', { algorithm: 'rsa-sha256' }, 'Secret or Public Key is no public key'],
		[
			'a private key',
			{ algorithm: 'ed25519', secret: PEM },
			'Secret or Public Key is a private key',
		],
		[
			'no Base64',
			{ keyEncoding: 'base64', secret: 'not*base64' },
			'Secret or Public Key is not written in base64',
		],
		['a public key', { secret: PEM.replaceAll('PRIVATE', 'PUBLIC') }, 'is a public key'],
		['eleven', { secret: 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk' }, 'Key has too many entries'],
		['no JWT algorithm', { algorithm: 'jwt', jwtAlgorithms: [] }, 'JWT Algorithms: no algorithm'],
		['no recipe', { scheme: 'json' }, 'Recipe (JSON) is empty'],
		['an unknown scheme', { scheme: 'nobody' }, 'Scheme'],
		['an empty preset', { scheme: 'stripe', secret: '' }, 'Signing Secret is empty'],
	])('names the field: %s', (_, data, message) => {
		expect(refusalOf(() => read(data)).message).toContain(message);
	});

	it('shows no secret in an error', () => {
		const refusal = refusalOf(() => read({ keyEncoding: 'hex' }));
		expect(JSON.stringify(refusal)).not.toContain('the secret of ours');
	});
});
