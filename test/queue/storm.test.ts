import { startCluster, type Cluster } from './cluster';
import { allowedMints, storm, type StormResult } from './storm';
import type { Scenario } from './load';

/**
 * Many callers, three workers, and a provider that keeps ONE live token for three seconds. The
 * figures come from `npm run bench:tokens`; here stands what must hold whatever the machine does.
 */
const EXECUTIONS = Number(process.env.PARTNER_APIS_EXECUTIONS ?? 1_000);
const STORM = { executions: EXECUTIONS, callers: 24, tokenLifeMs: 3_000, mintDelayMs: 20 };

/** The recipe of Partner API is Netzme's. */
const CREDENTIALS = ['Netzme', 'Partner API'] as const;

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

/**
 * 4 % of the executions, and one request of each caller: on a slow machine few executions fit into
 * the life of a token, and at its end each caller has one on its way all the same.
 */
const allowedRefusals = ({ executions }: StormResult) => 0.04 * executions + STORM.callers;

it.each(CREDENTIALS)(
	'%s, own node, POST: no execution fails, with one mint for each token due',
	async (credential) => {
		const result = await run({ credential, subject: 'own node', method: 'POST' });
		const { executions, failed, mints, refused, doneTwice } = result;
		expect({ executions, failed, doneTwice }).toEqual({
			executions: EXECUTIONS,
			failed: 0,
			doneTwice: 0,
		});
		expect(mints).toBeLessThanOrEqual(allowedMints(result));
		expect(refused).toBeLessThanOrEqual(allowedRefusals(result));
	},
);

it.each(CREDENTIALS)(
	'%s, HTTP Request node, GET: none fails, sent again only where a token was refused',
	async (credential) => {
		const result = await run({ credential, subject: 'HTTP Request node', method: 'GET' });
		const { mints, sentTwice, refused, failed } = result;
		expect(failed).toBe(0);
		expect(mints).toBeLessThanOrEqual(allowedMints(result));
		expect(refused).toBeLessThanOrEqual(allowedRefusals(result));
		expect(sentTwice).toBeLessThanOrEqual(refused);
	},
);

it.each(CREDENTIALS)(
	'%s, HTTP Request node, POST: each failure is a refused request, and none is sent twice',
	async (credential) => {
		const result = await run({ credential, subject: 'HTTP Request node', method: 'POST' });
		const { mints, sentTwice, failed, refused } = result;
		expect(sentTwice).toBe(0);
		expect(failed).toBeLessThanOrEqual(refused);
		expect(mints).toBeLessThanOrEqual(allowedMints(result));
		expect(refused).toBeLessThanOrEqual(allowedRefusals(result));
	},
);
