import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command';
import { n8nCommand } from './paths';

const PRINT_ALL_TABLES = `
	const { DatabaseSync } = require('node:sqlite');
	const database = new DatabaseSync(process.argv[1], { readOnly: true });
	const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
	for (const { name } of tables) {
		for (const row of database.prepare('SELECT * FROM "' + name + '"').iterate()) {
			const values = Object.values(row).map((value) =>
				value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
			);
			process.stdout.write(name + '\\t' + values.join('\\t') + '\\n');
		}
	}
`;

/**
 * All that n8n's SQLite database holds, to search it for secrets: every row of every table, and the
 * raw bytes of the files, where deleted rows may live on. n8n may be running.
 */
export async function dumpSqlite(userFolder: string): Promise<string> {
	const database = join(userFolder, '.n8n', 'database.sqlite');
	const rows = await runCommand(
		n8nCommand().node,
		['--no-warnings', '-e', PRINT_ALL_TABLES, database],
		userFolder,
	);
	const raw = [database, `${database}-wal`]
		.filter((file) => existsSync(file))
		.map((file) => readFileSync(file).toString('utf8'));
	return [rows, ...raw].join('\n');
}
