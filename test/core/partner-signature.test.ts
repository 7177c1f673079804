import { HmacSHA256 } from 'crypto-js';
import type { IDataObject, NodeOperationError } from 'n8n-workflow';
import { SECRET, startPartner, type StrictPartner } from './partner';

let partner: StrictPartner;
beforeAll(async () => {
	partner = await startPartner();
});
afterAll(async () => await partner.stop());
afterEach(() => expect(partner.log).toEqual([]));

const TIME = 1_700_000_000_000;
const TEXT = `${TIME}\nPOST\n/v1/orders?a=1\n{"b":1}`;
const signature = HmacSHA256(TEXT, SECRET).toString();

const local = async (operation: string, parameters: IDataObject = {}) => {
	const [{ json, pairedItem }] = await partner.run({
		resource: 'signature',
		operation,
		method: 'POST',
		path: '/v1/orders?a=1',
		bodyType: 'json',
		bodyJson: '{ "b": 1 }',
		time: '2023-11-14T22:13:20Z',
		...parameters,
	});
	expect(pairedItem).toEqual({ item: 0 });
	return json;
};
const check = async (parameters: IDataObject) => await local('check', { signature, ...parameters });
const refused = async (running: Promise<unknown>) =>
	await running.then(
		() => {
			throw new Error('It was not refused');
		},
		(error: NodeOperationError) => error,
	);

describe('Preview', () => {
	it('shows what is signed, how the request leaves, and what looks wrong', async () => {
		const shown = await local('preview', { nonce: 'n0nce' });
		expect(shown).toMatchObject({
			steps: [
				{
					name: 'signature',
					algorithm: 'hmac-sha256',
					text: TEXT.replaceAll('\n', '␊'),
					bytes: TEXT.length,
					key: `{secret}: text, ${SECRET.length} bytes`,
					result: signature,
				},
			],
			request: {
				method: 'POST',
				url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1\/orders\?a=1$/),
				headers: { 'X-Time': String(TIME), 'X-Signature': signature },
				body: '{"b":1}',
			},
			warnings: [expect.stringContaining('The body is sent otherwise than typed')],
			time: '2023-11-14T22:13:20.000Z',
			nonce: 'n0nce',
		});
		expect(JSON.stringify(shown)).not.toContain(SECRET);
	});

	it.each([
		['seconds', '1700000000'],
		['seconds as a number', 1_700_000_000],
		['milliseconds', '1700000000000'],
		['a time without zone', '2023-11-14 22:13:20'],
		['a time with a zone', '2023-11-15T05:13:20+07:00'],
		['a date of n8n', '={{ DateTime.fromSeconds(1700000000) }}'],
	])('takes %s', async (_what, time) => {
		expect(await local('preview', { time })).toMatchObject({ time: '2023-11-14T22:13:20.000Z' });
	});

	it('takes the address of an example', async () => {
		const path = 'http://photos.example.net/v1/orders?a=1';
		expect(await local('preview', { path })).toMatchObject({
			request: { url: path },
			steps: [{ result: signature }],
		});
		const bare = await local('preview', { path: 'https://photos.example.net?a=1' });
		expect(bare).toMatchObject({ request: { url: 'https://photos.example.net/?a=1' } });
	});

	it.each<[IDataObject, string]>([
		[{ time: 'soon' }, 'Time is not a time'],
		[{ time: '2023-13-45T00:00:00Z' }, 'Time is not a time'],
		[{ path: 'v1/orders' }, 'Path must begin with one slash'],
		[{ path: 'https://user@example.com/v1' }, 'Path is not a valid address'],
		[
			{ nonce: 'a\u200bb' },
			'Nonce contains an invisible character: zero-width space (U+200B) at position 2',
		],
		[{ bodyJson: '{' }, 'Body (JSON) is not valid JSON'],
	])('refuses %j: %s', async (parameters, message) => {
		const error = await refused(local('preview', parameters));
		expect(error.message).toBe(message);
		expect(error.description).toContain('Nothing was sent.');
	});
});

describe('Check Against an Example', () => {
	it('says that they are equal', async () => {
		expect(await check({})).toMatchObject({
			equal: true,
			result: 'Equal: this is the signature of the example.',
			step: 'signature',
			expected: signature,
			computed: signature,
		});
	});

	it('says what to change, and shows what was signed', async () => {
		const other = HmacSHA256(TEXT.replace('?a=1', ''), SECRET).toString();
		const verdict = await check({ signature: other });
		expect(verdict).toMatchObject({
			equal: false,
			result:
				'Not equal. The path is signed without its query: write {path} in place of {pathAndQuery}.',
			computed: signature,
			steps: [{ text: TEXT.replaceAll('\n', '␊') }],
		});
		expect(JSON.stringify(verdict)).not.toContain(SECRET);
	});

	it('finds a body that was signed as it was typed', async () => {
		const other = HmacSHA256(TEXT.replace('{"b":1}', '{ "b": 1 }'), SECRET).toString();
		expect(await check({ signature: other })).toMatchObject({
			result: expect.stringMatching(/^Not equal\. The body is signed as it was typed/),
		});
	});

	it('finds two mistakes at once', async () => {
		const other = HmacSHA256(TEXT.replace('POST', 'post'), SECRET).toString().toUpperCase();
		expect(await check({ signature: other })).toMatchObject({
			result:
				'Not equal. The method is signed in lower case: write {method|lower} in place of {method}. And: The signature is written in upper-case hex: set Output to Upper-Case Hex.',
		});
	});

	it('masks a secret that somebody takes for a signature', async () => {
		expect(JSON.stringify(await check({ signature: SECRET }))).not.toContain(SECRET);
	});

	it.each<[IDataObject, string]>([
		[{ signature: '' }, 'Expected Signature is empty'],
		[{ step: 'digest' }, 'Step is not a step of the recipe'],
	])('refuses %j: %s', async (parameters, message) => {
		const error = await refused(check(parameters));
		expect(error.message).toBe(message);
		expect(error.description).toContain('Nothing was sent.');
	});
});
