import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command';

/**
 * Installs a tarball where n8n looks for community packages, without development and peer
 * dependencies: n8n brings its own `n8n-workflow`. Nothing is done when this very tarball is there.
 */
export async function installCommunityPackage(userFolder: string, tarball: string): Promise<void> {
	const directory = join(userFolder, '.n8n', 'nodes');
	const stamp = join(directory, '.installed-tarball');
	const hash = createHash('sha256').update(readFileSync(tarball)).digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;

	mkdirSync(directory, { recursive: true });
	const manifest = join(directory, 'package.json');
	if (!existsSync(manifest)) {
		const content = { name: 'installed-nodes', private: true, dependencies: {} };
		writeFileSync(manifest, JSON.stringify(content, null, 2));
	}
	// npm would keep a package of the same name and version, whatever is in the new tarball.
	rmSync(join(directory, 'node_modules'), { recursive: true, force: true });
	await runCommand(
		'npm',
		[
			'install',
			tarball,
			'--omit=dev',
			'--legacy-peer-deps',
			'--ignore-scripts',
			'--package-lock=false',
			'--no-audit',
			'--no-fund',
		],
		directory,
	);
	writeFileSync(stamp, hash);
}
