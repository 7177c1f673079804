// Runs the steps of a test command one after the other, in the foreground, and counts tests.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outsideOfNpm } from './run.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RESULTS = join(ROOT, '.cache', 'results');

/**
 * Runs a program of a package in node_modules; what it prints is shown as it comes.
 *
 * @param {string} program path below node_modules
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it ended well
 */
export async function step(program, ...args) {
	console.log(`\n> ${program.split('/').pop()} ${args.join(' ')}`);
	const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
		cwd: ROOT,
		stdio: 'inherit',
		env: outsideOfNpm(process.env),
	});
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', (code) => resolve(code === 0));
	});
}

/**
 * Runs jest and adds a step that failed before it as one failed test.
 * Prints `N passed, N failed` and leaves the numbers in .cache/results for the CI's sum.
 *
 * @param {string} name of the result file
 * @param {string[]} jestArgs
 * @param {number} failedSteps
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function jest(name, jestArgs, failedSteps = 0) {
	const file = join(RESULTS, `${name}.json`);
	mkdirSync(RESULTS, { recursive: true });
	rmSync(file, { force: true });
	const ok = await step('jest/bin/jest.js', '--json', `--outputFile=${file}`, ...jestArgs);
	const counts = { passed: 0, failed: failedSteps };
	try {
		const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
			readFileSync(file, 'utf8'),
		);
		counts.passed += numPassedTests;
		counts.failed += numFailedTests + numRuntimeErrorTestSuites;
	} catch {
		counts.failed += 1;
	}
	if (!ok && counts.failed === 0) counts.failed = 1;
	writeFileSync(file, JSON.stringify(counts));
	console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
	if (counts.failed > 0) process.exitCode = 1;
	return counts;
}
