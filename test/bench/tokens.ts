import { startCluster, type Cluster } from '../queue/cluster';
import type { Scenario } from '../queue/load';
import { allowedMints, storm, type StormResult } from '../queue/storm';
import { table } from '../e2e/harness/table';
import { machine, writeResults } from './results';

/**
 * `npm run bench:tokens [executions] [rounds] [minutes]`: how many executions fail, tokens are
 * minted and requests are refused, in queue mode with three workers and a provider that keeps ONE
 * live token, next to n8n's own OAuth 2 and to its stock refresh in the same run. First with a
 * token that lives three seconds, every row in every round; then one that lives a minute, under
 * load for some minutes, after a first execution.
 */
const EXECUTIONS = Number(process.argv[2] ?? 1_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const MINUTES = Number(process.argv[4] ?? 3);
const CALLERS = 24;
const MINT_DELAY_IN_MS = 20;
const SHORT_LIFE_IN_MS = 3_000;
const LONG_LIFE_IN_MS = 60_000;
const OURS: Scenario[] = [
	{ subject: 'own node', method: 'POST' },
	{ subject: 'HTTP Request node', method: 'GET' },
	{ subject: 'HTTP Request node', method: 'POST' },
];
const CONTROLS: Scenario[] = [
	{ subject: 'OAuth2 control', method: 'POST' },
	{ subject: 'stock control', method: 'POST' },
];

async function main(): Promise<void> {
	const short: StormResult[] = [];
	const long: StormResult[] = [];
	const cluster = await startCluster();
	try {
		for (let round = 1; round <= ROUNDS; round += 1) {
			for (const scenario of [...OURS, ...CONTROLS]) {
				short.push(await row(cluster, scenario, { executions: EXECUTIONS }, SHORT_LIFE_IN_MS));
			}
		}
		for (const scenario of MINUTES > 0 ? OURS : []) {
			const extent = { seconds: MINUTES * 60, steady: true };
			long.push(await row(cluster, scenario, extent, LONG_LIFE_IN_MS));
		}
	} finally {
		// What was measured is kept, should n8n stop half-way.
		writeResults('tokens', { machine: machine(), callers: CALLERS, workers: 3, short, long });
		console.log(`\nToken life 3 s:\n${rows([...OURS, ...CONTROLS], short)}`);
		console.log(`\nToken life 60 s, ${MINUTES} minutes:\n${rows(OURS, long)}`);
		await cluster.stop();
	}
}

async function row(
	cluster: Cluster,
	scenario: Scenario,
	extent: { executions?: number; seconds?: number; steady?: boolean },
	tokenLifeMs: number,
): Promise<StormResult> {
	const setting = { callers: CALLERS, mintDelayMs: MINT_DELAY_IN_MS, tokenLifeMs };
	const result = await storm(cluster, scenario, { ...extent, ...setting });
	console.log(JSON.stringify(result));
	return result;
}

/** The figures of each round side by side; the worst one tells. */
function rows(scenarios: Scenario[], results: StormResult[]): string {
	const columns: Array<[string, (result: StormResult) => number]> = [
		['executions', ({ executions }) => executions],
		['failed', ({ failed }) => failed],
		['mints', ({ mints }) => mints],
		['allowed', allowedMints],
		['refused', ({ refused }) => refused],
		['sent twice', ({ sentTwice }) => sentTwice],
		['seconds', ({ seconds }) => seconds],
	];
	const lines = scenarios.map(({ subject, method }) => {
		const own = results.filter((each) => each.subject === subject && each.method === method);
		return [`${subject}, ${method}`, ...columns.map(([, figure]) => own.map(figure).join(', '))];
	});
	return table(['node', ...columns.map(([title]) => title)], lines);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
