import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentialsFor } from '../e2e/harness/accounts';
import { startCluster, type Cluster } from './cluster';
import { load, publish, setSecret, type Target } from './load';

/** What happens to the token of running workers: restarts, a killed worker, a new secret, a revocation. */
let cluster: Cluster;
beforeAll(async () => {
	cluster = await startCluster();
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
	cluster.services.query(`
		CREATE TABLE credential_writes (at timestamptz DEFAULT now());
		CREATE FUNCTION count_write() RETURNS trigger LANGUAGE plpgsql AS
			$$ BEGIN INSERT INTO credential_writes DEFAULT VALUES; RETURN NEW; END $$;
		CREATE TRIGGER count_write AFTER UPDATE ON credentials_entity
			FOR EACH ROW EXECUTE FUNCTION count_write();
	`);
	const writes = () => Number(cluster.services.query('SELECT count(*) FROM credential_writes'));
	await run(target, 12);
	await sleep(2_000);
	const [writesBefore, mintsBefore] = [writes(), counts().mints];
	expect((await run(target, 100)).failed).toBe(0);
	cluster.simulator.revoke('netzme');
	expect((await run(target, 50)).failed).toBe(0);
	await sleep(2_000);
	expect(writes() - writesBefore).toBe(counts().mints - mintsBefore);
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
	const loading = load(target, { callers: CALLERS, seconds: 6 });
	await sleep(2_000);
	const clientSecret = `secret-${randomUUID()}`;
	await setSecret(cluster, 'netzme', clientSecret);
	const netzme = credentialsFor(cluster.simulator.urls).find(
		({ provider }) => provider === 'netzme',
	);
	await cluster.client.updateCredential(target.credentialId, {
		data: { ...netzme?.data, clientSecret },
	});
	await loading;
	const saved = Date.now();
	const old = new Set(
		cluster.simulator
			.log('netzme')
			.filter(({ at }) => at < saved)
			.map(({ token }) => token),
	);
	const later = await run(target, 50);
	expect(later.failed).toBe(0);
	const tokens = cluster.simulator
		.log('netzme')
		.filter(({ at }) => at >= saved)
		.map(({ token }) => token);
	expect(new Set(tokens).size).toBe(1);
	expect(old.size).toBeGreaterThan(1);
});

it('a worker killed in the middle of a mint: the others go on', async () => {
	const target = await own();
	await run(target, 24);
	cluster.simulator.configure('netzme', { mintDelayMs: 1_500 });
	cluster.simulator.revoke('netzme');
	const mints = counts().mints;
	const loading = load(target, { callers: CALLERS, seconds: 12 });
	while (counts().mints === mints) await sleep(5);
	// Which worker mints is not known from outside: the provider has the token, nobody has the answer.
	await Promise.all(cluster.workers.splice(0, 2).map(async (worker) => await worker.kill()));
	cluster.simulator.configure('netzme', { mintDelayMs: 20 });
	await Promise.all([cluster.addWorker(), cluster.addWorker()]);
	const { executions, failed } = await loading;
	// Each killed worker held ten executions at most.
	expect(failed).toBeLessThanOrEqual(20);
	expect(executions).toBeGreaterThan(failed);
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
