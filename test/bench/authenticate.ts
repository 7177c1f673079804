import { createHmac, randomUUID } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { NetzmeApi } from '../../credentials/NetzmeApi.credentials';
import { SasomApi } from '../../credentials/SasomApi.credentials';
import { compileRecipe } from '../../credentials/recipe/compile';
import { signRequest } from '../../credentials/recipe/sign-request';
import { table } from '../e2e/harness/table';
import { median, machine, writeResults } from './results';

/**
 * `npm run bench:authenticate`: what the `authenticate` hooks cost for each request. Medians of
 * 100,000 calls, signed and bare ones in turn.
 */
const CALLS = 100_000;
const BODY = { items: Array.from({ length: 16 }, () => ({ id: randomUUID(), price: 12_345 })) };

const sasom = new SasomApi();
const netzme = new NetzmeApi();
const BASIC: ICredentialDataDecryptedObject = {
	baseUrl: 'https://partners.sasomapi.com',
	apiKey: 'key-for-benchmarks',
	apiSecret: 'made-up-secret',
};
const SIGNED: ICredentialDataDecryptedObject = {
	environment: 'staging',
	apiFamily: 'tokoNetzme',
	clientId: 'client',
	clientSecret: 'made-up-secret',
	merchantId: 'M_made_up',
};
const PATH = '/api/aggregator/merchant/qr/withdraw';
const RECIPE = compileRecipe(
	{
		steps: [
			{
				name: 'signature',
				alg: 'hmac-sha256',
				key: '{secret}',
				text: '{timestamp}{method}{path}{body}',
			},
		],
		add: [
			{ in: 'header', name: 'X-Timestamp', value: '{timestamp}' },
			{ in: 'header', name: 'X-Signature', value: '{signature}' },
		],
	},
	{ secret: 'secret' },
);

async function main(): Promise<void> {
	await giveToken();
	const [signed, bare] = await medians(
		async () =>
			await netzme.authenticate(SIGNED, { method: 'POST', url: PATH, body: BODY, json: true }),
		async () => sign(JSON.stringify(BODY)),
	);
	const [recipe, bareForRecipe] = await medians(
		async () => recipeSigned(),
		async () => bareSign(),
	);
	const [basic] = await medians(
		async () =>
			await sasom.authenticate(BASIC, { method: 'GET', url: '/partner/processing/orders' }),
		async () => undefined,
	);
	const figures = {
		bodyBytes: JSON.stringify(BODY).length,
		signedMicroseconds: signed,
		bareHmacAndStringifyMicroseconds: bare,
		signedDividedByBare: Math.round((signed / bare) * 100) / 100,
		recipeMicroseconds: recipe,
		recipeDividedByBare: Math.round((recipe / bareForRecipe) * 100) / 100,
		basicMicroseconds: basic,
	};
	writeResults('authenticate', { machine: machine(), calls: CALLS, ...figures });
	console.log(table(['figure', 'value'], Object.entries(figures)));
}

/** A token as n8n would hand it over: minted once by the credential itself. */
async function giveToken(): Promise<void> {
	const helpers = {
		helpers: {
			httpRequest: async () => ({
				statusCode: 200,
				headers: {},
				body: [
					Buffer.from(
						JSON.stringify({
							access_token: 'f'.repeat(64),
							token_type: 'bearer',
							expiry_token: Date.now() + 36_000_000,
						}),
					),
				],
			}),
		},
	};
	const stored = await netzme.preAuthentication.call(helpers as never, SIGNED);
	Object.assign(SIGNED, stored);
}

/** A recipe of one step, over the same body. */
function recipeSigned(): IHttpRequestOptions {
	return signRequest(
		RECIPE,
		{ method: 'POST', url: PATH, body: BODY, json: true },
		'https://api.example.com',
		{ values: { secret: 'made-up-secret' }, nowInMs: 1_700_000_000_000, nonce: '' },
	);
}

/** What that recipe does, by hand. */
function bareSign(): string {
	return createHmac('sha256', 'made-up-secret')
		.update(`1700000000000POST${PATH}${JSON.stringify(BODY)}`)
		.digest('hex');
}

function sign(body: string): string {
	const key = `made-up-secret-1700000000000-Bearer ${'f'.repeat(64)}`;
	const head = `path=${PATH}&method=POST&token=Bearer ${'f'.repeat(64)}&timestamp=1700000000000&body=`;
	return createHmac('sha256', key)
		.update(head + body)
		.digest('hex');
}

/** Microseconds of each, called in turn, so that both meet the same machine. */
async function medians(
	...subjects: Array<() => Promise<IHttpRequestOptions | string | undefined>>
): Promise<number[]> {
	const times = subjects.map(() => new Float64Array(CALLS));
	for (let call = 0; call < CALLS; call += 1) {
		for (const [index, subject] of subjects.entries()) {
			const startedAt = performance.now();
			await subject();
			times[index][call] = (performance.now() - startedAt) * 1000;
		}
	}
	return times.map((each) => Math.round(median([...each]) * 100) / 100);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
