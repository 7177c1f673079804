/** Tests of what a person sees: a real n8n with the packed package, in headless Chromium. */
module.exports = {
	rootDir: '../..',
	testEnvironment: '<rootDir>/test/browser/environment.js',
	testMatch: ['<rootDir>/test/browser/*.test.ts'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	globalSetup: '<rootDir>/test/browser/setup.ts',
	globalTeardown: '<rootDir>/test/e2e/teardown.ts',
	maxWorkers: 1,
	testTimeout: 240_000,
};
