import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentialsFor } from '../e2e/harness/accounts';
import { startCluster, type Cluster } from './cluster';
import { load, publish, setSecret, type Target } from './load';
import { senderOf } from './sender';

/** What happens to the token of running workers: restarts, a killed worker, a new secret, a revocation. */
let cluster: Cluster;
beforeAll(async () => {
	// The workers' logs tell which executions they held.
	cluster = await startCluster({ logLevel: 'info' });
}, 300_000);
afterAll(async () => await cluster?.stop());

const CALLERS = 12;
const own = async () => {
	cluster.simulator.reset();
	return await publish(cluster, { subject: 'own node', method: 'POST' });
};
const counts = () => cluster.simulator.counts('netzme');
const run = async (target: Target, executions: number) =>
	await load(target, { executions, callers: CALLERS });

it('writes to the database once for each mint, and never for a request', async () => {
	const target = await own();
	// PostgreSQL's own statistics come up to a minute late.
	await cluster.services.query(`
		CREATE TABLE credential_writes (at timestamptz DEFAULT now());
		CREATE FUNCTION count_write() RETURNS trigger LANGUAGE plpgsql AS
			$$ BEGIN INSERT INTO credential_writes DEFAULT VALUES; RETURN NEW; END $$;
		CREATE TRIGGER count_write AFTER UPDATE ON credentials_entity
			FOR EACH ROW EXECUTE FUNCTION count_write();
	`);
	const writes = async () =>
		Number(await cluster.services.query('SELECT count(*) FROM credential_writes'));
	await run(target, 12);
	await sleep(2_000);
	const [writesBefore, mintsBefore] = [await writes(), counts().mints];
	expect((await run(target, 100)).failed).toBe(0);
	cluster.simulator.revoke('netzme');
	expect((await run(target, 50)).failed).toBe(0);
	await sleep(2_000);
	expect((await writes()) - writesBefore).toBe(counts().mints - mintsBefore);
});

it('a token revoked by the provider in mid-life: nothing fails, one mint', async () => {
	const target = await own();
	await run(target, 24);
	const before = counts().mints;
	const loading = run(target, 200);
	await sleep(1_500);
	cluster.simulator.revoke('netzme');
	expect((await loading).failed).toBe(0);
	expect(counts().mints - before).toBe(1);
});

it('a connection test under load uses the live token', async () => {
	const target = await own();
	await run(target, 24);
	const before = counts().mints;
	const loading = run(target, 100);
	for (let i = 0; i < 5; i += 1) {
		expect((await cluster.client.testCredential(target.credentialId)).status).toBe('OK');
	}
	expect((await loading).failed).toBe(0);
	expect(counts().mints - before).toBe(0);
});

it('a secret replaced in the editor under load: later executions use the new one', async () => {
	const target = await own();
	await run(target, 24);
	const loading = load(target, { callers: CALLERS, seconds: 15 });
	await sleep(2_000);
	const clientSecret = `secret-${randomUUID()}`;
	const replacedAt = Date.now();
	await setSecret(cluster, 'netzme', clientSecret);
	const netzme = credentialsFor(cluster.simulator.urls).find(
		({ provider }) => provider === 'netzme',
	);
	await cluster.client.updateCredential(target.credentialId, {
		data: { ...netzme?.data, clientSecret },
	});
	const savedAt = Date.now();
	const { answers } = await loading;
	const later = answers.filter(({ askedAt }) => askedAt > savedAt);
	expect(later.length).toBeGreaterThan(50);
	expect(later.filter(({ ok }) => !ok)).toEqual([]);
	const executions = new Set(later.map(({ text }) => /execution=\d+/.exec(text)?.[0]));
	const sent = cluster.simulator.log('netzme').filter(({ url }) => url.startsWith('/api/echo'));
	const theirs = sent.filter(({ url }) => executions.has(url.split('?')[1]));
	expect(theirs.length).toBeGreaterThanOrEqual(later.length);
	const old = new Set(sent.filter(({ at }) => at < replacedAt).map(({ token }) => token));
	expect(old.size).toBeGreaterThan(0);
	expect(theirs.filter(({ token }) => old.has(token))).toEqual([]);
});

it('a worker killed in the middle of a mint: the others go on', async () => {
	const target = await own();
	await run(target, 24);
	cluster.simulator.configure('netzme', { mintDelayMs: 1_500 });
	cluster.simulator.revoke('netzme');
	const mints = counts().mints;
	const loading = load(target, { callers: CALLERS, seconds: 12 });
	while (counts().mints === mints) await sleep(5);
	const request = cluster.simulator.log('netzme').findLast(({ outcome }) => outcome === 'mint');
	const owner = senderOf(request!.port, cluster.workers);
	await owner.kill();
	cluster.simulator.configure('netzme', { mintDelayMs: 20 });
	cluster.workers = cluster.workers.filter((worker) => worker !== owner);
	await cluster.addWorker();
	const { executions, failed } = await loading;
	const numbers = (what: string) =>
		[...owner.logs().matchAll(new RegExp(`Worker ${what} execution (\\d+)`, 'g'))].map(
			([, execution]) => execution,
		);
	const finished = numbers('finished');
	const held = numbers('started').filter((execution) => !finished.includes(execution));
	expect(held.length).toBeGreaterThan(0);
	expect(executions).toBeGreaterThan(failed);
	expect(failed).toBeLessThanOrEqual(held.length);
	const others = await cluster.services.query(
		`SELECT id FROM execution_entity
		 WHERE "workflowId" = '${target.workflowId}' AND status IN ('error', 'crashed')`,
	);
	expect(others.filter((execution) => !held.includes(execution))).toEqual([]);
	expect((await run(target, 50)).failed).toBe(0);
});

it('a restart of all processes with a live stored token: no mint', async () => {
	const target = await own();
	await run(target, 24);
	const before = counts().mints;
	await cluster.restart();
	expect((await run(target, 50)).failed).toBe(0);
	expect(counts().mints - before).toBe(0);
}, 600_000);
