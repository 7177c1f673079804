// Runs the steps of a test command and counts tests.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outsideOfNpm } from './run.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RESULTS = join(ROOT, '.cache', 'results');
const JEST = 'jest/bin/jest.js';

/**
 * Runs a program of a package in node_modules; what it prints is shown as it comes.
 *
 * @param {string} program path below node_modules
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it ended well
 */
export async function step(program, ...args) {
	console.log(titleOf(program, args));
	return await endOf(start(program, args, 'inherit'));
}

/**
 * Starts a program as `step` does, but holds back what it prints until `show` is called. That shows
 * it, and what is still to come, and tells whether the program ended well.
 *
 * @param {string} program path below node_modules
 * @param {string[]} args
 * @returns {{ show: () => Promise<boolean> }}
 */
function heldBack(program, ...args) {
	const child = start(program, args, ['ignore', 'pipe', 'pipe']);
	const ended = endOf(child);
	const held = [`${titleOf(program, args)}\n`];
	let write = (data) => held.push(data);
	for (const output of [child.stdout, child.stderr]) output.on('data', (data) => write(data));
	const show = async () => {
		write = (data) => process.stdout.write(data);
		held.forEach(write);
		return await ended;
	};
	return { show };
}

const resultOf = (name) => join(RESULTS, `${name}.json`);
const titleOf = (program, args) => `\n> ${program.split('/').pop()} ${args.join(' ')}`;

function start(program, args, stdio) {
	return spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
		cwd: ROOT,
		stdio,
		env: outsideOfNpm(process.env),
	});
}

async function endOf(child) {
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve(code === 0));
	});
}

/**
 * Runs jest. Prints `N passed, N failed` and leaves the numbers in .cache/results for the CI's sum.
 *
 * @param {string} name of the result file
 * @param {string[]} jestArgs
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function jest(name, jestArgs) {
	return await jestAtOnce(name, [jestArgs]);
}

/**
 * Runs jest several times and other programs, all at once, and counts as `jest` does; a program that
 * ends badly is one failed test. What the first run prints is shown as it comes, then that of the
 * others.
 *
 * @param {string} name of the result file
 * @param {string[][]} runs the arguments of each
 * @param {string[][]} checks of each program its path below node_modules and its arguments
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function jestAtOnce(name, runs, checks = []) {
	rmSync(resultOf(name), { force: true });
	const directory = mkdtempSync(join(tmpdir(), 'partner-apis-jest-'));
	const fileOf = (at) => join(directory, `${at}.json`);
	const commandOf = (at) => [JEST, '--json', `--outputFile=${fileOf(at)}`, ...runs[at]];
	const beside = checks.map((check) => heldBack(...check));
	const others = runs.slice(1).map((_, at) => heldBack(...commandOf(at + 1)));
	const ends = [await step(...commandOf(0))];
	for (const { show } of others) ends.push(await show());
	const results = ends.map((endedWell, at) => countsIn(fileOf(at), endedWell));
	rmSync(directory, { recursive: true });
	for (const { show } of beside) results.push({ passed: 0, failed: (await show()) ? 0 : 1 });
	return conclude(name, results);
}

/** What a run of jest has counted; one that ended badly has a failure at least. */
function countsIn(file, endedWell) {
	let counts;
	try {
		const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
			readFileSync(file, 'utf8'),
		);
		counts = { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
	} catch {
		return { passed: 0, failed: 1 };
	}
	return endedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function conclude(name, results) {
	const sum = (key) => results.reduce((total, each) => total + each[key], 0);
	const counts = { passed: sum('passed'), failed: sum('failed') };
	mkdirSync(RESULTS, { recursive: true });
	writeFileSync(resultOf(name), JSON.stringify(counts));
	console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
	if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
	return counts;
}
