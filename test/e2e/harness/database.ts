import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command';
import { n8nCommand, n8nDirectory } from './paths';

/** With the module that n8n itself uses: not every Node that n8n runs with has one. */
const OPEN = `
	const sqlite3 = require('sqlite3');
	const [, file, ...args] = process.argv;
	const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY);
	database.configure('busyTimeout', 10_000);
	const orThrow = (then) => (error, result) => {
		if (error) throw error;
		then(result);
	};
`;
const PRINT_ALL_TABLES = `
	const print = (name) => (row) => {
		const values = Object.values(row).map((value) =>
			value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
		);
		process.stdout.write(name + '\\t' + values.join('\\t') + '\\n');
	};
	database.each(
		"SELECT name FROM sqlite_master WHERE type = 'table'",
		orThrow(({ name }) => database.each('SELECT * FROM "' + name + '"', orThrow(print(name)))),
	);
`;

/**
 * Runs a script on n8n's SQLite database; n8n may be running. The script finds `database` (of the
 * package sqlite3, for reading), `args`, and `orThrow` for its callbacks.
 *
 * @returns what it printed
 */
export async function readDatabase(
	userFolder: string,
	script: string,
	args: string[] = [],
): Promise<string> {
	const file = fileIn(userFolder);
	return await runCommand(
		n8nCommand().node,
		['--no-warnings', '-e', OPEN + script, file, ...args],
		n8nDirectory(),
	);
}

/**
 * All that n8n's SQLite database holds, to search it for secrets: every row of every table, and the
 * raw bytes of the files, where deleted rows may live on. n8n may be running.
 */
export async function dumpSqlite(userFolder: string): Promise<string> {
	const rows = await readDatabase(userFolder, PRINT_ALL_TABLES);
	const raw = [fileIn(userFolder), `${fileIn(userFolder)}-wal`]
		.filter((file) => existsSync(file))
		.map((file) => readFileSync(file).toString('utf8'));
	return [rows, ...raw].join('\n');
}

const fileIn = (userFolder: string) => join(userFolder, '.n8n', 'database.sqlite');
