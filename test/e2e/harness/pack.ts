import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command';
import { CACHE, ROOT } from './paths';

const PACKAGES = join(CACHE, 'package');
const SOURCES = [
	'credentials',
	'nodes',
	'icons',
	'index.js',
	'package.json',
	'rolldown.config.mjs',
	'tsconfig.json',
];

/**
 * Builds the package and packs it as npm would publish it; returns the path of the tarball.
 * Nothing is done when the sources are those of the last tarball. Throws when the build fails.
 */
export async function packPackage(): Promise<string> {
	const directory = join(PACKAGES, sourceHash());
	const packed = tarballIn(directory);
	if (packed) return packed;

	await runCommand('npm', ['run', 'build'], ROOT);
	rmSync(PACKAGES, { recursive: true, force: true });
	mkdirSync(directory, { recursive: true });
	await runCommand('npm', ['pack', '--ignore-scripts', '--pack-destination', directory], ROOT);
	const tarball = tarballIn(directory);
	if (!tarball) throw new Error(`npm pack left no tarball in ${directory}.`);
	return tarball;
}

function tarballIn(directory: string): string | undefined {
	if (!existsSync(directory)) return undefined;
	const name = readdirSync(directory).find((file) => file.endsWith('.tgz'));
	return name && join(directory, name);
}

function sourceHash(): string {
	const hash = createHash('sha256');
	for (const path of SOURCES.flatMap(filesOf)) {
		hash
			.update(`${path}\0`)
			.update(readFileSync(join(ROOT, path)))
			.update('\0');
	}
	return hash.digest('hex').slice(0, 16);
}

/** Paths below a source, relative to the checkout and in a fixed order. */
function filesOf(path: string): string[] {
	const absolute = join(ROOT, path);
	if (!existsSync(absolute)) return [];
	if (!statSync(absolute).isDirectory()) return [path];
	return readdirSync(absolute)
		.sort()
		.flatMap((name) => filesOf(join(path, name)));
}
