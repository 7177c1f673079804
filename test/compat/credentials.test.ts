import type { Client } from '../e2e/harness/client';
import { accountOf } from '../e2e/notified';
import { client, simulator } from '../e2e/running';

type Provider = Parameters<typeof accountOf>[0];

const CONNECTED = { status: 'OK', message: 'Connection successful!' };
const WRONG: Array<[Provider, Record<string, string>, RegExp]> = [
	['sasom', { apiSecret: 'wrong-secret' }, /^SASOM refused these secrets\. Check API Key/],
	['pledg', { apiSecret: 'wrong-secret' }, /^Pledg gave no access token\. Check API Key/],
	['su', { clientSecret: 'wrong-secret' }, /^Su gave no access token\. Check Domain/],
	['guestline', { apiKey: 'wrong-secret' }, /^Guestline refused these secrets\. Check/],
	['netzme', { clientSecret: 'wrong-secret' }, /^Netzme gave no access token\. Check Client ID/],
];
/** What earlier versions say in place of a credential's own words about a 401; docs/compatibility.md. */
const WORDS_OF_N8N = /^Authorization failed - please check your credentials$/;

let n8n: Client;
let isN8n1: boolean;
beforeAll(async () => {
	n8n = await client();
	const { versionCli } = await n8n.rest<{ versionCli: string }>('GET', '/rest/settings');
	isN8n1 = versionCli.startsWith('1.');
});
beforeEach(async () => {
	await simulator.reset();
});

it.each(WRONG)('%s: the connection test succeeds with the right secrets', async (provider) => {
	expect(await n8n.testCredential(accountOf(provider))).toEqual(CONNECTED);
});

it.each(WRONG)(
	'%s: the connection test with %j says what is wrong',
	async (provider, wrong, why) => {
		const result = await n8n.testCredential(accountOf(provider, wrong));
		if (isN8n1 && provider === 'guestline') {
			// Named in docs/compatibility.md: n8n 1 can't take some statuses for a success and others not.
			expect(result).toEqual(CONNECTED);
			return;
		}
		const is401 = provider === 'sasom' || provider === 'guestline';
		const words = is401 ? new RegExp(`${why.source}|${WORDS_OF_N8N.source}`) : why;
		const message: unknown = expect.stringMatching(words);
		expect(result).toEqual({ status: 'Error', message });
	},
);
