import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	RECIPE_FIELDS,
	SERVICE_RECIPE,
	SNAP_TOKEN_SCHEME,
	TOKEN_RECIPE,
} from '../../credentials/netzme/snap';
import { compileRecipe } from '../../credentials/recipe/compile';
import { evaluate } from '../../credentials/recipe/evaluate';
import type { Recipe } from '../../credentials/recipe/recipe';

interface Example {
	inputs: Record<string, string>;
	expected: Record<string, string>;
}
const { privateKey, examples } = JSON.parse(
	readFileSync(join(__dirname, '../vectors/snap-bi.json'), 'utf8'),
) as { privateKey: string; examples: Example[] };
const [token, service] = examples;

/** Published by Netzme as a sample: 512 bits, PKCS#1, Base64 without the lines of PEM. */
const SAMPLE_KEY =
	'MIIBOQIBAAJBAJalQt9eQzzNLvaNRA7WM1nUuFFc06T9TmeIl5Di3VI5IH1Fn//hVqgbCVf9FWPU/hrc0wZzr4dP53o2CnMLqHsCAwEAAQJAcGKB7Rnpl2aLbqwc5eSvEok7qJdT3XaME3k3eYOGEVwf91LUrR9soDJV9QAJA1Vg3vhCbyBwTdjCvnzJNUH1AQIhAMXvclXRO1xPEnSToHEDPv9WT9Q5j5AfYDFeIBC4C/LhAiEAwtZx5kzJUouj1CBhQp0KAOxWs2ecec9PnIUaJR2xItsCIEkdv32F8ciSiP25Ps4gZdgKeSirLqYNgQobe/rREdDhAiBywKiu0lTUiCgCfNurxyAoMQpTedfAKmiiMAaZC6bTdwIgNW0qKB9+h2+v5j3x8BrbQbf80xZRqsBcUyZWr5uGs5U=';

function headersBy(
	recipe: Recipe,
	request: { method: string; path: string; body?: string },
	inputs: { values: Record<string, string>; token?: string; at: string },
) {
	const { method, path, body = '' } = request;
	return evaluate(
		compileRecipe(recipe, RECIPE_FIELDS),
		{ method, url: new URL(path, 'https://bank.example'), body, contentType: '' },
		{
			values: inputs.values,
			token: inputs.token,
			nowInMs: Date.parse(inputs.at),
			nonce: '',
		},
	);
}

/** The published examples have milliseconds; Netzme takes none. */
const inMilliseconds = (recipe: Recipe): Recipe => ({
	...recipe,
	time: { format: 'YYYY-MM-DD[T]HH:mm:ss.SSS[Z]', offset: 0 },
});

describe('the signatures of SNAP BI', () => {
	it('the token request, as published', () => {
		const { clientId, timestamp } = token.inputs;
		const { headers } = headersBy(
			inMilliseconds(TOKEN_RECIPE),
			{ method: 'POST', path: '/v1.0/access-token/b2b' },
			{ values: { clientId, privateKey }, at: timestamp },
		);
		expect(headers).toMatchObject({
			'X-SIGNATURE': token.expected.signature,
			'X-CLIENT-KEY': clientId,
			'X-TIMESTAMP': timestamp,
		});
	});

	it('a service call, as published', () => {
		const { clientSecret, timestamp, method, path, body } = service.inputs;
		const { headers } = headersBy(
			inMilliseconds(SERVICE_RECIPE),
			{ method, path, body },
			{
				values: { clientId: 'c', channelId: '1', clientSecret },
				token: service.inputs.token,
				at: timestamp,
			},
		);
		expect(headers['X-SIGNATURE']).toBe(service.expected.hex);
	});

	it.each([
		[
			'2022-08-10T00:00:00+07:00',
			'j78/iINaWlKXOYyYyDprE+48YB0d9CP2FA3++bRYIXelF+i8uf7+O+PYDBn34rjq+a42sE1RGdFi+lBzICuEYA==',
		],
		[
			'2022-11-10T00:00:00+07:00',
			'CgBUWAL6yAaWxyA46e2A0/mC+CN97ud2YTGOjMxzPM9vqrNvi5Tzr7rRpVLIB79AmTMHniGmPOR0mTxC1S3xGA==',
		],
	])("Netzme's sample key at %s, 25 characters in Netzme's zone", (timestamp, signature) => {
		const { headers } = headersBy(
			TOKEN_RECIPE,
			{ method: 'POST', path: '/api/v1/access-token/b2b' },
			{ values: { clientId: 'TokoNetmeClientId', privateKey: SAMPLE_KEY }, at: timestamp },
		);
		expect(headers).toMatchObject({ 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': signature });
	});

	it('is over the minified body, which is also what is sent, numbers as they were typed', () => {
		const inputs = {
			values: { clientId: 'c', channelId: '1', clientSecret: 's' },
			token: 't',
			at: '2026-01-31T00:00:00Z',
		};
		const request = { method: 'POST', path: '/p?b=2&a=1' };
		const typed = headersBy(
			SERVICE_RECIPE,
			{ ...request, body: '{ "a b" : [1.50, 1e3],\n"c": " x  y " }' },
			inputs,
		);
		const minified = '{"a b":[1.50,1e3],"c":" x  y "}';
		expect(typed.body).toBe(minified);
		expect(typed.headers['X-SIGNATURE']).toBe(
			headersBy(SERVICE_RECIPE, { ...request, body: minified }, inputs).headers['X-SIGNATURE'],
		);
	});
});

it.each(['clientSecret', 'privateKey', 'clientId', 'environment', 'apiFamily'])(
	'credentials with another %s have a token of their own: one refused does no harm to the other',
	(name) => {
		const credentials = {
			apiFamily: 'tokoNetzmeSnap',
			environment: 'staging',
			clientId: 'c',
			clientSecret: 's',
			privateKey,
		};
		const others: Record<string, string> = {
			clientSecret: 't',
			privateKey: SAMPLE_KEY,
			clientId: 'd',
			environment: 'production',
			apiFamily: 'netzmeWalletSnap',
		};
		expect(SNAP_TOKEN_SCHEME.inputs({ ...credentials, [name]: others[name] })).not.toEqual(
			SNAP_TOKEN_SCHEME.inputs(credentials),
		);
	},
);
