// Another n8n than the one of the end-to-end tests, for `npm run test:compat`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { installN8n } from './install.mjs';
import { run } from './run.mjs';
import { ROOT } from './steps.mjs';

/** What `test/e2e` installs: n8n, a Node for it, and what has to be held at a version. */
export const E2E_MANIFEST = JSON.parse(readFileSync(join(ROOT, 'test/e2e/package.json'), 'utf8'));

/** What earlier versions take from other hosts than npm's registry, in a version that is there. */
const FROM_ELSEWHERE = { xlsx: '0.18.5' };

/**
 * Installs a version of n8n into a directory like `test/e2e`, unless it is there. It gets the
 * running Node where it accepts that one, else the Node of `test/e2e`.
 *
 * @param {string} version
 * @returns {Promise<string>} the directory
 */
export async function installVersion(version) {
	const directory = join(ROOT, '.cache', 'n8n', version);
	const engines = await enginesOf(version);
	const acceptsRunning = semver.satisfies(process.version, engines);
	const manifest = {
		private: true,
		dependencies: { n8n: version },
		optionalDependencies: acceptsRunning ? {} : E2E_MANIFEST.optionalDependencies,
		overrides: { ...E2E_MANIFEST.overrides, ...FROM_ELSEWHERE },
	};
	mkdirSync(directory, { recursive: true });
	writeFileSync(join(directory, 'package.json'), JSON.stringify(manifest, null, '\t'));
	await installN8n(directory, 'install', semver.minVersion(engines).major);
	return directory;
}

/** The versions of Node that a version of n8n accepts, as a range. */
async function enginesOf(version) {
	const args = ['view', `n8n@${version}`, 'engines.node', '--loglevel=error'];
	const engines = (await run('npm', args, { quiet: true })).trim();
	if (!semver.validRange(engines)) {
		throw new Error(`There is no n8n ${version}, or it does not say which Node it needs.`);
	}
	return engines;
}
