import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

const NOT_COPIED = new Set(['node_modules', '.git', '.cache', 'dist', 'coverage', 'e2e']);

export interface Packed {
	/** The package as a user gets it. */
	directory: string;
	/** The files in the tarball. */
	files: string[];
	/** Size of the tarball in bytes. */
	size: number;
	remove(): void;
}

/** Builds and packs a copy of the checkout: other tests may be reading its `dist` at the same time. */
export function packCopy(): Packed {
	const copy = mkdtempSync(join(tmpdir(), 'partner-apis-package-'));
	const remove = () => rmSync(copy, { recursive: true, force: true });
	try {
		return { ...pack(copy), remove };
	} catch (error) {
		remove();
		throw error;
	}
}

function pack(copy: string): Omit<Packed, 'remove'> {
	const filter = (path: string) => path === ROOT || !NOT_COPIED.has(basename(path));
	cpSync(ROOT, copy, { recursive: true, filter });
	symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');
	npm(copy, 'run', 'build');
	const [{ filename, size, files }] = JSON.parse(npm(copy, 'pack', '--json')) as PackResult[];
	const unpacked = join(copy, 'unpacked');
	mkdirSync(unpacked);
	execFileSync('tar', ['-xzf', join(copy, filename), '-C', unpacked]);
	return { directory: join(unpacked, 'package'), files: files.map(({ path }) => path), size };
}

interface PackResult {
	filename: string;
	size: number;
	files: Array<{ path: string }>;
}

/** Runs a script of this directory, which prints JSON. */
export function ask<T>(script: string, ...args: string[]): T {
	const command = [join(__dirname, script), ...args];
	// With the NODE_ENV that jest sets, eslint-plugin-n8n-nodes-base takes every file for its own test.
	const options = { encoding: 'utf8', env: { ...process.env, NODE_ENV: '' } } as const;
	return JSON.parse(execFileSync(process.execPath, command, options)) as T;
}

function npm(directory: string, ...args: string[]): string {
	return execFileSync('npm', args, {
		cwd: directory,
		encoding: 'utf8',
		stdio: 'pipe',
		shell: process.platform === 'win32',
	});
}
