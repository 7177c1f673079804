import { join } from 'node:path';
import { connect, type Client } from '../e2e/harness/client';
import { WITHOUT_PAGES } from '../e2e/harness/environment';
import { startN8n, startWebhookProcess, startWorker, type N8nProcess } from '../e2e/harness/n8n';
import { packPackage } from '../e2e/harness/pack';
import { startSimulator, type Simulator } from '../simulator';
import { startServices, type Services } from './services';

/** n8n in queue mode: a main process and workers, with PostgreSQL, Redis and the simulator. */
export interface Cluster {
	services: Services;
	simulator: Simulator;
	main: N8nProcess;
	workers: N8nProcess[];
	/** Processes that only receive webhooks. */
	webhooks: N8nProcess[];
	client: Client;
	addWorker(): Promise<N8nProcess>;
	/** Stops main, workers and webhook processes and starts them again, with the same database. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

const CONTROL = join(__dirname, 'control');

export async function startCluster({
	workers = 3,
	concurrency = 10,
	webhooks = 0,
	logLevel = 'warn',
} = {}): Promise<Cluster> {
	const services = await startServices();
	const simulator = await startSimulator();
	const env = { ...environment(services), N8N_LOG_LEVEL: logLevel };
	const tarball = await packPackage();
	const main = await startN8n({ tarball, env });
	const { userFolder, port } = main;
	const worker = async () => await startWorker({ userFolder, env, concurrency });
	const webhook = async () => await startWebhookProcess({ userFolder, env });
	const cluster: Cluster = {
		services,
		simulator,
		main,
		workers: await Promise.all(Array.from({ length: workers }, worker)),
		webhooks: await Promise.all(Array.from({ length: webhooks }, webhook)),
		client: await connect(main),
		addWorker: async () => {
			const added = await worker();
			cluster.workers.push(added);
			return added;
		},
		restart: async () => {
			const all = [cluster.main, ...cluster.workers, ...cluster.webhooks];
			await Promise.all(all.map(async (each) => await each.stop()));
			cluster.main = await startN8n({ tarball, env, userFolder, port });
			cluster.workers = await Promise.all(cluster.workers.map(worker));
			cluster.webhooks = await Promise.all(cluster.webhooks.map(webhook));
			cluster.client = await connect(cluster.main);
		},
		stop: async () => {
			const others = [...cluster.workers, ...cluster.webhooks];
			await Promise.all(others.map(async (each) => await each.stop()));
			await cluster.main.remove();
			await simulator.stop();
			await services.stop();
		},
	};
	return cluster;
}

function environment({ postgresPort, redisPort }: Services): Record<string, string> {
	return {
		...WITHOUT_PAGES,
		EXECUTIONS_MODE: 'queue',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgresPort),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'n8n',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		N8N_ENCRYPTION_KEY: 'only-for-tests-of-queue-mode-0001',
		// The credential with n8n's stock refresh, for comparison.
		N8N_CUSTOM_EXTENSIONS: CONTROL,
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
		// n8n starts to wait for a job after it has queued it, and waits for ever where a fast job was
		// done and removed before (n8n issue 30392, Bull issue 1906). A job that is kept is found.
		N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '1000',
		N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: '1000',
	};
}
