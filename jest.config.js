/** Unit, vector, simulator and n8n-core tests. Those with a real n8n have their own configuration. */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/{unit,vectors,core,simulation,simulator,package}/**/*.test.ts'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	testTimeout: 30_000,
	// Jest leaves one core unused by default, which is half of a small machine.
	maxWorkers: '100%',
};
