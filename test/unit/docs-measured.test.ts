import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './error-texts';

interface Row {
	subject: string;
	method: string;
	failed: number;
	mints: number;
	refused: number;
	seconds: number;
	tokenLifeMs: number;
}

/** README's table is of the file that `npm run bench:tokens` writes: the worst of its rounds. */
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { short } = JSON.parse(
	readFileSync(join(ROOT, 'test/bench/results/tokens.json'), 'utf8'),
) as { short: Row[] };

const NAMES: Record<string, [string, string]> = {
	'own node, POST': ['own node', 'POST'],
	'HTTP Request node, GET': ['HTTP Request node', 'GET'],
	'HTTP Request node, POST': ['HTTP Request node', 'POST'],
	"for comparison: n8n's OAuth 2 credentials": ['OAuth2 control', 'POST'],
	"for comparison: n8n's stock refresh": ['stock control', 'POST'],
};

/** The cells of a row of the table, by its first one. */
function cellsOf(name: string): string[] {
	const line = README.split('\n').find((each) => each.startsWith(`| ${name} `)) ?? '';
	return line
		.split('|')
		.slice(2, -1)
		.map((cell) => cell.trim());
}

const numberIn = (cell: string) => Number(/^[\d,]+/.exec(cell)?.[0].replace(',', ''));

it.each(Object.keys(NAMES))('README says what was measured: %s', (name) => {
	const [subject, method] = NAMES[name];
	const rounds = short.filter((row) => row.subject === subject && row.method === method);
	expect(rounds.length).toBeGreaterThanOrEqual(3);
	const [failed, mints, refused] = cellsOf(name);
	expect(numberIn(failed)).toBe(Math.max(...rounds.map((round) => round.failed)));
	expect(numberIn(mints)).toBe(Math.max(...rounds.map((round) => round.mints)));
	expect(numberIn(refused)).toBe(Math.max(...rounds.map((round) => round.refused)));
});
