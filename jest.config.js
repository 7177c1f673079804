/** Loaded once for all test files, which is most of the time that one would take. */
const PACKAGES = [
	'crypto-js',
	'fast-check',
	'n8n-core',
	'n8n-workflow',
	'reflect-metadata',
	'typescript',
	'undici',
	'yaml',
];

const TYPESCRIPT = { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] };

/**
 * Unit, vector, simulator and n8n-core tests. Those with a real n8n have their own configuration.
 */
module.exports = {
	testTimeout: 30_000,
	// Jest leaves one core unused by default, which is half of a small machine.
	maxWorkers: '100%',
	projects: [
		{
			displayName: 'tests',
			testEnvironment: './test/jest/one-realm.js',
			testMatch: ['<rootDir>/test/{unit,vectors,core,simulator,package}/**/*.test.ts'],
			transform: {
				...TYPESCRIPT,
				[`/node_modules/(${PACKAGES.join('|')})/`]: '<rootDir>/test/jest/package-of-node.js',
			},
			transformIgnorePatterns: [],
			// What Node and Jest themselves run on, in the same realm.
			fakeTimers: {
				doNotFake: ['hrtime', 'nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate'],
			},
		},
		{
			// Many promises: once n8n-core is loaded by Node itself, its hooks see each of them.
			displayName: 'simulation',
			testEnvironment: 'node',
			testMatch: ['<rootDir>/test/simulation/**/*.test.ts'],
			transform: TYPESCRIPT,
		},
	],
};
