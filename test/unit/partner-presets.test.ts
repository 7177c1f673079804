import { authenticate } from '../../credentials/partner/authenticate';
import { PRESETS } from '../../credentials/partner/presets';
import { serialise, type RequestOptions } from '../../credentials/auth/outgoing-request';
import { compileRecipe } from '../../credentials/recipe/compile';
import { withToken } from './partner-token';
import { EXAMPLES, type Example } from '../vectors/published';

/**
 * X, "Creating a signature" (docs.x.com, OAuth 1.0a), which shows this address with the versions of its
 * API. That of the standard itself is http, which no credential sends.
 */
const X: Omit<Example, 'canonicalString' | 'recipe'> = {
	id: 'x-status-update',
	inputs: {
		request: {
			method: 'POST',
			url: 'https://api.twitter.com/1.1/statuses/update.json?include_entities=true',
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: 'status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21',
		},
		values: {
			consumerKey: 'xvz1evFS4wEEPTGEFPHBog',
			secret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
			oauthToken: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
			tokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
		},
		epochMs: 1318622958000,
		nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg',
	},
	expected: { signature: 'hCtSmYh+iHYCEqBWrE7C7hYmtUk=' },
};

/** Which published examples a preset reproduces, and the names under which it has their values. */
const PROOFS: Array<[preset: string, ids: string[], names?: Record<string, string>]> = [
	[
		'akamaiEdgeGrid',
		['akamai-get', 'akamai-get-query', 'akamai-post'],
		{ accessToken: 'edgeAccessToken' },
	],
	['alibabaCloudRpc', ['alibabacloud-rpc'], { id: 'accessKeyId' }],
	['alibabaCloudV3', ['alibabacloud-v3'], { id: 'accessKeyId' }],
	['awsSignatureV4', ['aws-sigv4-get-vanilla', 'aws-sigv4-query-order'], { id: 'accessKeyId' }],
	['bca', ['bca-hmac']],
	['binance', ['binance-hmac-ascii']],
	['bitmex', ['bitmex-get', 'bitmex-get-query', 'bitmex-post']],
	['ciscoDuo', ['duo-v2-sha1'], { ikey: 'integrationKey' }],
	['cloudinaryUpload', ['cloudinary']],
	['ebaySignature', ['ebay-ed25519'], { jwe: 'publicKeyJwe' }],
	['gate', ['gate-get']],
	['hawk', ['hawk-get'], { id: 'hawkId' }],
	['httpMessageSignatures', ['rfc9421-hmac']],
	['jwtHs256', ['jwt-io-hs256']],
	['kraken', ['kraken-spot']],
	['lazada', ['lazada']],
	['marvel', ['marvel']],
	['mexc', ['mexc-ex2']],
	['oauth1', ['x-status-update'], { accessToken: 'oauthToken' }],
	['oracleCloud', ['oci-get']],
	['ovhcloud', ['ovh-get', 'ovh-post', 'ovh-delete'], { appKey: 'applicationKey' }],
	['paytrail', ['paytrail'], { account: 'merchantId' }],
	['pusherChannels', ['pusher'], { key: 'apiKey' }],
	['taobao', ['taobao-top-md5'], { token: 'sessionKey' }],
	['tbank', ['tbank-tinkoff'], { terminal: 'terminalKey' }],
	['tuya', ['tuya-business']],
	['wechatPayMd5', ['wechatpay-v2-md5']],
	['wechatPayHmac', ['wechatpay-v2-hmac']],
];
/** See partner-token-presets.test.ts. */
const PROVEN_BY_TOKEN_REQUEST = ['deribit', 'snapBi'];
const CASES = PROOFS.flatMap(([preset, ids, names = {}]) =>
	ids.flatMap((id) => ['url', 'uri'].map((shape) => ({ preset, id, names, shape }))),
);
let nonce = '';
jest.mock('../../credentials/recipe/nonce', () => ({ newNonce: () => nonce }));
afterEach(() => jest.useRealTimers());

describe('the presets', () => {
	it('are in the order of their names, each with one of its own', () => {
		const names = PRESETS.map(({ name }) => name);
		expect(names).toEqual(
			[...names].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })),
		);
		expect(new Set(PRESETS.map(({ value }) => value)).size).toBe(PRESETS.length);
	});

	it('are proven by a published example each, or say that they are not', () => {
		const proven = PRESETS.filter(({ proof }) => proof === 'example').map(({ value }) => value);
		const shown = [...PROOFS.map(([preset]) => preset), ...PROVEN_BY_TOKEN_REQUEST];
		expect(shown.sort()).toEqual(proven.sort());
	});

	it.each(PRESETS)('$name compiles with the fields that it shows, and no other', (preset) => {
		const { recipe, fields } = preset;
		const kinds = Object.fromEntries(fields.map(({ name, kind }) => [name, kind]));
		expect(() => compileRecipe(recipe, kinds)).not.toThrow();
		const unused = fields.filter(({ name }) => !JSON.stringify(recipe).includes(`{${name}`));
		expect(unused).toEqual([]);
	});

	it.each(CASES)('$preset reproduces $id, handed over with $shape', async (known) => {
		const { inputs, expected } = [X, ...EXAMPLES].find(({ id }) => id === known.id)!;
		const { url, ...rest } = inputs.request;
		// Where http is published, the address is not part of what is signed.
		const address = new URL(url.replace(/^http:/, 'https:'));
		const values = Object.entries(inputs.values).map(([name, value]) => [
			known.names[name as never] ?? name,
			value,
		]);
		nonce = inputs.nonce ?? '';
		jest.useFakeTimers({ now: inputs.epochMs });
		const credentials = withToken(
			{
				scheme: known.preset,
				baseUrl: address.origin,
				subject: '1234567890',
				fullName: 'John Doe',
				clientId: 'client',
				clientSecret: 'not part of the example',
				apiKey: 'key',
				refreshToken: 'not part of the example either',
				...Object.fromEntries(values),
			},
			inputs.values.token,
		);
		const options = { [known.shape]: address.href, ...rest };
		const signed = (await authenticate(credentials, options as never)) as RequestOptions;
		const wire = serialise(signed, address.origin);
		const texts = [wire.url.href, wire.body.toString(), ...Object.values(signed.headers ?? {})];
		const readable = texts
			.map(String)
			.flatMap((text) => [
				text,
				decodeURIComponent(text),
				Buffer.from(text.slice(6), 'base64').toString(),
			]);
		expect(readable.filter((text) => text.includes(expected.signature))).not.toEqual([]);
		if (expected.header) expect(readable).toContain(expected.header.value);
	});
});
