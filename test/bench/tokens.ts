import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../e2e/harness/paths';
import { table } from '../e2e/harness/table';
import { startCluster } from '../queue/cluster';
import type { Scenario } from '../queue/load';
import { storm, type StormResult } from '../queue/storm';

/**
 * `npm run bench:tokens [executions] [rounds]`: how many executions fail, tokens are minted and
 * requests are refused, in queue mode with three workers and a provider that keeps ONE live token,
 * next to n8n's own OAuth 2 and to its stock refresh in the same run.
 */
const EXECUTIONS = Number(process.argv[2] ?? 1_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const SETTING = { callers: 24, tokenLifeMs: 3_000, mintDelayMs: 20 };
const SCENARIOS: Scenario[] = [
	{ subject: 'own node', method: 'POST' },
	{ subject: 'HTTP Request node', method: 'GET' },
	{ subject: 'HTTP Request node', method: 'POST' },
	{ subject: 'OAuth2 control', method: 'POST' },
	{ subject: 'stock control', method: 'POST' },
];

async function main(): Promise<void> {
	const results: StormResult[] = [];
	const cluster = await startCluster();
	try {
		for (let round = 1; round <= ROUNDS; round += 1) {
			for (const scenario of SCENARIOS) {
				results.push(await storm(cluster, scenario, { executions: EXECUTIONS, ...SETTING }));
				console.log(`round ${round}: ${JSON.stringify(results.at(-1))}`);
			}
		}
	} finally {
		await cluster.stop();
	}
	const machine = { cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) };
	const directory = join(ROOT, 'test', 'bench', 'results');
	mkdirSync(directory, { recursive: true });
	const report = { machine, executions: EXECUTIONS, rounds: ROUNDS, ...SETTING, results };
	writeFileSync(join(directory, 'tokens.json'), `${JSON.stringify(report, null, '\t')}\n`);
	console.log(`\n${rows(results)}`);
}

/** The figures of each round, the worst one telling. */
function rows(results: StormResult[]): string {
	const header = ['node', 'failed', 'mints', 'allowed', 'refused', 'sent twice', 'seconds'];
	const lines = SCENARIOS.map(({ subject, method }) => {
		const own = results.filter((each) => each.subject === subject && each.method === method);
		const all = (field: keyof StormResult) => own.map((each) => String(each[field])).join(', ');
		return [
			`${subject}, ${method}`,
			all('failed'),
			all('mints'),
			all('allowedMints'),
			all('refused'),
			all('sentTwice'),
			all('seconds'),
		];
	});
	return table(header, lines);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
