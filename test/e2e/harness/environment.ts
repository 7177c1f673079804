import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { CACHE, n8nDirectory } from './paths';
import { freePort } from './ports';

/** Variables of the surrounding shell that would change how n8n behaves, or where it connects to. */
const FOREIGN =
	/^(N8N_|DB_|EXECUTIONS_|QUEUE_|CREDENTIALS_|WEBHOOK_|NODES_|GENERIC_|OFFLOAD_|EXTERNAL_|npm_|NODE_|JEST_|(HTTPS?|ALL|NO)_PROXY$)/i;
const KEPT = /^NODE_EXTRA_CA_CERTS$/;

/** n8n on the loopback interface, which by itself connects to nothing outside. */
const QUIET = {
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	N8N_PROTOCOL: 'http',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_AI_GATEWAY_ENABLED: 'false',
	N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
	EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'true',
	GENERIC_TIMEZONE: 'UTC',
	NO_COLOR: '1',
};

/** Most of the time of an execution goes into an isolate for its expressions: only where it has some. */
export const ISOLATES_ON_DEMAND = {
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
	N8N_EXPRESSION_ENGINE_COMPILE_CACHE: 'true',
};

/** Without the editor's pages, whose making takes a third of the time that n8n needs to start. */
export const WITHOUT_PAGES = { N8N_DISABLE_UI: 'true' };

/** Fetches a list of servers and has no switch of its own. */
const LIST_OF_SERVERS = 'mcp-registry';

/** n8n does not start when it is to switch off a module that it does not know. */
function disabledModules(): Record<string, string> {
	const modules = join(n8nDirectory(), 'node_modules', 'n8n', 'dist', 'modules');
	return existsSync(join(modules, LIST_OF_SERVERS))
		? { N8N_DISABLED_MODULES: LIST_OF_SERVERS }
		: {};
}

const LOWEST_NODE_FOR_ISOLATES = 22;

/**
 * The last versions of n8n 1 accept Node 20, but not so the module with which they evaluate
 * expressions (isolated-vm). They have a switch for that.
 */
function expressionEngine(node: string): Record<string, string> {
	const isRunning = realpathSync(node) === realpathSync(process.execPath);
	const isOld = isRunning && parseInt(process.versions.node) < LOWEST_NODE_FOR_ISOLATES;
	return isOld ? { N8N_EXPRESSION_ENGINE: 'legacy' } : {};
}

/**
 * The environment of one n8n process. It keeps of the surrounding one what has nothing to do with
 * n8n (PATH, HOME); `overrides` have the last word.
 */
export async function n8nEnvironment(
	node: string,
	userFolder: string,
	portVariable: string,
	port: number,
	overrides: Record<string, string>,
): Promise<NodeJS.ProcessEnv> {
	const own = Object.entries(process.env).filter(
		([name]) => KEPT.test(name) || !FOREIGN.test(name),
	);
	return {
		...Object.fromEntries(own),
		...QUIET,
		...disabledModules(),
		...expressionEngine(node),
		// n8n starts its task runner with the first "node" on the path.
		PATH: [dirname(realpathSync(node)), process.env.PATH].join(delimiter),
		// What Node has compiled for one n8n process, the next ones need not compile again.
		NODE_COMPILE_CACHE: join(CACHE, 'compiled'),
		N8N_USER_FOLDER: userFolder,
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		[portVariable]: String(port),
		...overrides,
	};
}
