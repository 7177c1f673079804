import type { IDataObject } from 'n8n-workflow';
import { PartnerWebhookApi } from '../../credentials/PartnerWebhookApi.credentials';
import type { WebhookRecipe } from '../../credentials/partner/webhook/recipe';
import { Partner } from '../../nodes/Partner/Partner.node';
import { WEBHOOK_EXAMPLES, type WebhookExample } from '../vectors/received';
import { runNode, store } from './harness';

type Inputs = WebhookExample['inputs'];

/** The credential of an example, through the form of Recipe (JSON). */
function credential(recipe: WebhookRecipe, { secret, values = {} }: Inputs) {
	const entry = Object.entries(values).map(([name, value]) => ({ name, value, mayBeSent: true }));
	const data = { scheme: 'json', recipe: JSON.stringify(recipe), secret, values: { entry } };
	return store(new PartnerWebhookApi(), data as never);
}

async function run(operation: string, recipe: WebhookRecipe, inputs: Inputs, time?: string) {
	const { method = 'POST', url = '', headers, rawBody = '', nowMs } = inputs;
	const parameters = {
		resource: 'webhook',
		operation,
		receivedHeaders: JSON.stringify(headers),
		receivedBody: Buffer.from(rawBody).toString('base64'),
		bodyEncoding: 'base64',
		receivedMethod: method,
		receivedUrl: url,
		receivedTime: time ?? String(nowMs),
	};
	const [{ json }] = await runNode(credential(recipe, inputs), new Partner(), {
		parameters: parameters as IDataObject,
	});
	return json;
}

const byId = (id: string) => WEBHOOK_EXAMPLES.find((example) => example.id === id)!;

describe.each(WEBHOOK_EXAMPLES.map((example) => [example.id, example] as const))(
	'Verify: %s',
	(_, { recipe, inputs, tampered }) => {
		it('is verified', async () => {
			expect(await run('verify', recipe, inputs)).toMatchObject({ verified: true });
		});

		it(`is not, and says why: ${tampered.what}`, async () => {
			const output = await run('verify', recipe, { ...inputs, ...tampered.inputs });
			expect(output).toEqual({ verified: false, reason: expect.stringMatching(/^(its?|what) /) });
		});
	},
);

describe('Check Against an Example', () => {
	const { recipe, inputs } = byId('convoy-advanced');
	const spoilt = async (changes: Partial<WebhookRecipe>, others: Partial<Inputs> = {}) =>
		await run('checkExample', { ...recipe, ...changes }, { ...inputs, ...others });

	it('says that the example is verified', async () => {
		expect(await spoilt({})).toEqual({
			verified: true,
			result: 'The signature of the example is right.',
			advice: [],
		});
	});

	it('asks for the time of an example that is old', async () => {
		const output = await run('checkExample', recipe, inputs, '');
		expect(output).toMatchObject({
			verified: false,
			result: 'The signature is right, but it is too old. Enter the time of the example in Time.',
		});
	});

	it.each<[string, Partial<WebhookRecipe>, Partial<Inputs>, string]>([
		['the encoding of the signature', { output: 'base64' }, {}, 'set Signature Encoding to hex'],
		['the digest', { alg: 'hmac-sha512' }, {}, 'The digest is SHA-256'],
		['the encoding of the key', { keyEncoding: 'base64url' }, {}, 'set Key Encoding to text'],
		[
			'the unit of the time',
			{ timestamp: { unit: 'ms', tolerance: 300 } },
			{},
			'set Time Unit to Seconds',
		],
		['the text', { text: '{timestamp}.{body}' }, {}, 'set Signed Text to {timestamp},{body}'],
		[
			'the body',
			{},
			{ rawBody: `${inputs.rawBody}\n` },
			'The body ends without the line break or space',
		],
		[
			'two things',
			{ output: 'base64', text: '{timestamp}.{body}' },
			{},
			'set Signature Encoding to hex',
		],
	])('names %s', async (_, changes, others, words) => {
		const output = await spoilt(changes, others);
		expect(output.verified).toBe(false);
		expect(String(output.result)).toContain(words);
	});

	it.each([
		['github-octokit-utf8', 'sha256={signature}'],
		['slack', 'v0={signature}'],
	])('names what stands in front of the signature: %s', async (id, looksLike) => {
		const example = byId(id);
		const read = example.recipe.read?.map((place) => ({ ...place, looksLike: undefined }));
		const output = await run('checkExample', { ...example.recipe, read }, example.inputs);
		expect(String(output.result)).toContain(`set Looks Like to ${looksLike}`);
	});

	it('says so where nothing explains it, and shows no secret', async () => {
		const output = await spoilt({}, { secret: 'another-secret-of-mine' });
		expect(output).toMatchObject({ verified: false, advice: [] });
		expect(output.result).toMatch(/^Refused: it.* None of the usual reasons explains it/);
		expect(JSON.stringify(output)).not.toContain('another-secret');
	});
});

describe('bad input is an error that names the field', () => {
	const { recipe, inputs } = byId('slack');
	it.each<[string, IDataObject, string]>([
		['headers that are no object', { receivedHeaders: '[]' }, 'Headers must be a JSON object'],
		['no Base64', { receivedBody: '%%%' }, 'Body is not Base64'],
		['no address', { receivedUrl: 'hooks' }, 'URL is not an address'],
		['no time', { receivedTime: 'soon' }, 'Time is not a time'],
	])('%s', async (_, changes, message) => {
		const parameters = {
			resource: 'webhook',
			operation: 'verify',
			receivedHeaders: '{}',
			receivedBody: '',
			bodyEncoding: 'base64',
			receivedMethod: 'POST',
			receivedUrl: '',
			receivedTime: '',
			...changes,
		};
		const stored = credential(recipe, inputs);
		await expect(runNode(stored, new Partner(), { parameters })).rejects.toThrow(message);
	});
});
