/** Tests that kill n8n: each starts its own, with the packed package. They share the simulator. */
module.exports = {
	...require('../jest.config.js'),
	rootDir: '../../..',
	testMatch: ['<rootDir>/test/e2e/killed/*.test.ts'],
	globalSetup: '<rootDir>/test/e2e/killed/setup.ts',
};
