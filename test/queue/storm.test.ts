import { startCluster, type Cluster } from './cluster';
import { allowedMints, storm, type StormResult } from './storm';
import type { Scenario } from './load';

/**
 * Many callers, three workers, and a provider that keeps ONE live token for three seconds. The
 * figures come from `npm run bench:tokens`; here stands what must hold whatever the machine does.
 */
const EXECUTIONS = Number(process.env.PARTNER_APIS_EXECUTIONS ?? 1_000);
const STORM = { executions: EXECUTIONS, callers: 24, tokenLifeMs: 3_000, mintDelayMs: 20 };

let cluster: Cluster;
beforeAll(async () => {
	cluster = await startCluster();
}, 300_000);
afterAll(async () => await cluster?.stop());

async function run(scenario: Scenario): Promise<StormResult> {
	const result = await storm(cluster, scenario, STORM);
	console.log(JSON.stringify(result));
	return result;
}

it('own node, POST: no execution fails, with one mint for each token due', async () => {
	const result = await run({ subject: 'own node', method: 'POST' });
	const { executions, failed, mints, refused } = result;
	expect({ executions, failed }).toEqual({ executions: EXECUTIONS, failed: 0 });
	expect(mints).toBeLessThanOrEqual(allowedMints(result));
	expect(refused).toBeLessThan(EXECUTIONS / 2);
});

it('HTTP Request node, GET: sent again only where a token was refused', async () => {
	const result = await run({ subject: 'HTTP Request node', method: 'GET' });
	const { mints, sentTwice, refused, failed } = result;
	expect(mints).toBeLessThanOrEqual(2 * allowedMints(result));
	expect(sentTwice).toBeLessThanOrEqual(refused);
	expect(failed).toBeLessThanOrEqual(refused);
});

it('HTTP Request node, POST: each failure is a refused request, and none is sent twice', async () => {
	const { sentTwice, failed, refused } = await run({
		subject: 'HTTP Request node',
		method: 'POST',
	});
	expect(sentTwice).toBeLessThanOrEqual(0);
	expect(failed).toBeLessThanOrEqual(refused);
});
