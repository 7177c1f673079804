/** The core of the end-to-end tests, for versions of n8n other than the one they are written for. */
module.exports = {
	...require('../e2e/jest.config.js'),
	globalSetup: '<rootDir>/test/compat/setup.ts',
	testMatch: [
		'<rootDir>/test/compat/*.test.ts',
		'<rootDir>/test/e2e/{http-request,secrets}.test.ts',
	],
};
