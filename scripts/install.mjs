// Installs what the tests and the demo need: the packages of the checkout, and a complete n8n with
// a Node of its own in `test/e2e`. Plain Node without dependencies, because nothing is there yet
// when it runs.
//
//   node scripts/install.mjs          both
//   node scripts/install.mjs root     the packages of the checkout only
//   node scripts/install.mjs n8n      n8n only
//
// PARTNER_APIS_N8N_DIR may name a directory that has been prepared already (it holds the
// `package.json`, the `package-lock.json` and the `node_modules` of `test/e2e`). It is used in place
// of `test/e2e` and nothing is installed into it, which saves every further clone 3 GB.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, run, seconds } from './run.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const E2E = join(ROOT, 'test', 'e2e');
const BROWSER = join(ROOT, 'test', 'browser');
const LOWEST_NODE_FOR_N8N = 24;

/** The packages of the checkout: `npm ci` unless they match the lock file already. */
export async function ensureRoot() {
	const major = Number(process.versions.node.split('.')[0]);
	if (major < 20) fail(`This project needs Node 20 or newer, this is ${process.version}.`);
	if (isStamped(ROOT)) return;
	if (!matchesLock(ROOT)) {
		// Without install scripts: none is needed, and one of the linter's packages fails on purpose
		// when npm is not the package manager of its own developers.
		const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
		await run('npm', args, { cwd: ROOT, label: 'Installing the packages of the checkout' });
	}
	stamp(ROOT);
}

/** A complete n8n that has been seen to load; about 3 GB and five minutes the first time. */
export async function ensureN8n() {
	const prepared = process.env.PARTNER_APIS_N8N_DIR;
	if (prepared) return await checkPrepared(resolve(prepared));
	await installN8n(E2E, 'ci', LOWEST_NODE_FOR_N8N);
}

/**
 * Installs the n8n that the `package.json` of a directory names, unless that has been done, and sees
 * it load.
 *
 * @param {string} directory
 * @param {'ci' | 'install'} command of npm: `install` where there is no lock file yet
 * @param {number} lowestNode the major version that n8n needs. It gets the Node that comes with its
 * packages, else the running one
 */
export async function installN8n(directory, command, lowestNode) {
	if (isStamped(directory)) return;
	const version = readJson(join(directory, 'package.json')).dependencies.n8n;
	const args = [command, '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund'];
	await run('npm', args, {
		cwd: directory,
		label: `Installing n8n ${version} (about 3 GB, five minutes)`,
	});
	await linkNode(directory, lowestNode);
	await buildSqlite(directory);
	await run(nodeOf(directory), [n8nOf(directory), 'start', '--help'], {
		cwd: directory,
		label: 'Checking that n8n loads',
		env: { N8N_USER_FOLDER: tmpdir(), N8N_DIAGNOSTICS_ENABLED: 'false' },
	});
	stamp(directory);
}

/** A private npm registry, for the tests in a browser. */
export async function ensureRegistry() {
	await installPackages(BROWSER, 'Installing a private npm registry');
}

/** The packages that the `package-lock.json` of a directory names, unless that has been done. */
export async function installPackages(directory, label) {
	if (isStamped(directory)) return;
	const args = ['ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund'];
	await run('npm', args, { cwd: directory, label });
	stamp(directory);
}

/** The Node that runs the n8n of a directory. */
export const nodeOf = (directory) => join(directory, 'node_modules', '.bin', 'node');
const n8nOf = (directory) => join(directory, 'node_modules', 'n8n', 'bin', 'n8n');

async function checkPrepared(directory) {
	const wanted = readJson(join(E2E, 'package.json')).dependencies.n8n;
	const manifest = join(directory, 'node_modules', 'n8n', 'package.json');
	const found = existsSync(manifest) ? readJson(manifest).version : 'none';
	if (found === wanted && (await majorOf(nodeOf(directory))) >= LOWEST_NODE_FOR_N8N) return;
	fail(
		`PARTNER_APIS_N8N_DIR names ${directory}, where n8n ${wanted} with its own Node was expected ` +
			`(n8n there: ${found}). Unset it to install n8n into test/e2e, or name the test/e2e ` +
			'directory of a clone that has run "node scripts/install.mjs n8n".',
	);
}

/**
 * Sees to it that `node_modules/.bin/node` is a Node that n8n accepts. npm links it from the package
 * of the platform; where there is none, or it does not run (musl), the running Node takes its place.
 */
async function linkNode(directory, lowestNode) {
	const link = nodeOf(directory);
	if ((await majorOf(link)) >= lowestNode) return;
	if ((await majorOf(process.execPath)) < lowestNode) {
		fail(
			`No Node ${lowestNode} came with n8n for ${process.platform}-${process.arch}. ` +
				`Run this with Node ${lowestNode} or newer.`,
		);
	}
	if (!existsSync(link)) symlinkSync(process.execPath, link);
	else fail(`${link} does not run here. Delete ${join(directory, 'node_modules')} and try again.`);
}

async function majorOf(node) {
	if (!existsSync(node)) return 0;
	const version = await run(node, ['--version'], { quiet: true }).catch(() => 'v0');
	return Number(version.trim().replace(/^v(\d+)\..*$/s, '$1'));
}

/** The one native module that n8n cannot start without. */
async function buildSqlite(directory) {
	const loads = () =>
		run(nodeOf(directory), ['-e', "require('sqlite3')"], { cwd: directory, quiet: true }).then(
			() => true,
			() => false,
		);
	const env = headers(directory);
	await run('npm', ['rebuild', 'sqlite3'], {
		cwd: directory,
		env,
		label: 'Building SQLite for n8n (a minute when it compiles)',
	});
	if (await loads()) return;
	await run('npm', ['rebuild', 'sqlite3', '--build-from-source'], {
		cwd: directory,
		env,
		label: 'Compiling SQLite for n8n, as the ready-made one does not load here',
	});
	if (!(await loads())) {
		fail('SQLite was built but does not load. It needs python3 and a C++ compiler with C++20.');
	}
}

/** The headers that came with n8n's Node, so that the compiler need not fetch them. */
function headers(directory) {
	const home = dirname(dirname(realpathSync(nodeOf(directory))));
	return existsSync(join(home, 'include', 'node', 'node_api.h'))
		? { npm_config_nodedir: home }
		: {};
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const stampOf = (directory) => join(directory, 'node_modules', '.partner-apis-lock');

function lockHash(directory) {
	const lock = readFileSync(join(directory, 'package-lock.json'));
	return createHash('sha256').update(lock).digest('hex');
}

function isStamped(directory) {
	const file = stampOf(directory);
	return existsSync(file) && readFileSync(file, 'utf8') === lockHash(directory);
}

function stamp(directory) {
	writeFileSync(stampOf(directory), lockHash(directory));
}

/** True where npm's own record of what it installed has every package of the lock file. */
function matchesLock(directory) {
	const record = join(directory, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const installed = readJson(record).packages;
	const wanted = readJson(join(directory, 'package-lock.json')).packages;
	return Object.entries(wanted).every(
		([path, { version, optional }]) =>
			path === '' || installed[path]?.version === version || (optional && !installed[path]),
	);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const what = process.argv[2];
	const startedAt = Date.now();
	try {
		if (what !== 'n8n') await ensureRoot();
		if (what !== 'root') await ensureN8n();
		console.log(`Everything is installed (${seconds(startedAt)}).`);
	} catch (error) {
		console.error(error.message);
		process.exitCode = 1;
	}
}
