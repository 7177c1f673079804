import { ACCOUNT_HEADER, DEFAULT_ACCOUNTS, startSimulator, type Simulator } from './index';
import { ask, askNetzme, basic, mintNetzme, mintSu } from './testing';

const ECHO = '/api/echo';
const HOTELS = '/SUAPI/jservice/pmsproperty';

describe('further accounts', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterEach(() => simulator.reset());
	afterAll(() => simulator.stop());

	const add = async (account: string, changes: object) => {
		const body = JSON.stringify(changes);
		await ask(simulator.urls.control, `/accounts/${account}`, { method: 'POST', body });
	};
	const logged = (provider: 'sasom' | 'su') =>
		simulator.log(provider).map(({ account, outcome }) => [account, outcome]);

	it('are known by their key, and have a secret of their own', async () => {
		await add('sasom/B', { apiKey: 'sk_b', apiSecret: 'secret-b' });
		const { apiKey, apiSecret } = DEFAULT_ACCOUNTS.sasom;
		for (const [key, secret] of [
			['sk_b', 'secret-b'],
			['sk_b', apiSecret],
			[apiKey, 'secret-b'],
			[apiKey, apiSecret],
		]) {
			await ask(simulator.urls.sasom, ECHO, { headers: { authorization: basic(key, secret) } });
		}
		expect(logged('sasom')).toEqual([
			['B', 'ok'],
			['B', 'bad-credentials'],
			[undefined, 'bad-credentials'],
			[undefined, 'ok'],
		]);
	});

	it('have data, tokens and a budget of their own, until the reset', async () => {
		const changes = { domain: 'b.example', clientSecrets: { sandbox: 'secret-b' }, hotelid: 'B' };
		await add('su/B', changes);
		simulator.configure('su', { mintsPerHour: 1 });
		const mintB = async () =>
			await mintSu(simulator.urls.su, {
				'client-id': Buffer.from('b.example').toString('base64'),
				'client-secret': 'secret-b',
			});
		const firstHotelWith = async ({ json }: Awaited<ReturnType<typeof mintSu>>) => {
			const authorization = `Bearer ${json.data.token}`;
			const answer = await ask(simulator.urls.su, HOTELS, { headers: { authorization } });
			return [answer.headers[ACCOUNT_HEADER], answer.json.properties[0].propertyid];
		};
		expect(await firstHotelWith(await mintB())).toEqual(['B', 'B']);
		expect(await firstHotelWith(await mintSu(simulator.urls.su))).toEqual([
			undefined,
			DEFAULT_ACCOUNTS.su.hotelid,
		]);
		expect((await mintB()).status).toBe(422);
		expect(logged('su')).toEqual([
			['B', 'mint'],
			['B', 'ok'],
			[undefined, 'mint'],
			[undefined, 'ok'],
			['B', 'over-budget'],
		]);
		expect(simulator.counts('su').mints).toBe(2);
		simulator.reset();
		expect((await mintB()).status).toBe(401);
		expect(logged('su')).toEqual([[undefined, 'bad-credentials']]);
	});

	it('keep the one live token of each apart; all of them die at once', async () => {
		const ofB = { clientId: 'client-b', clientSecret: 'secret-b' };
		await add('netzme/B', ofB);
		const { netzme } = simulator.urls;
		const tokenOf = async (headers?: Record<string, string>) =>
			(await mintNetzme(netzme, headers)).json.access_token as string;
		const token = await tokenOf();
		const tokenOfB = await tokenOf({ authorization: basic(ofB.clientId, ofB.clientSecret) });
		const status = async (signing: object) =>
			(await askNetzme(netzme, { token, path: ECHO, ...signing })).status;
		expect(await status({})).toBe(200);
		expect(await status({ ...ofB, token: tokenOfB })).toBe(200);
		expect(await status(ofB)).toBe(401);
		expect(await status({ clientId: ofB.clientId, token: tokenOfB })).toBe(401);
		simulator.revoke('netzme');
		expect(await status({})).toBe(401);
		expect(await status({ ...ofB, token: tokenOfB })).toBe(401);
	});
});
