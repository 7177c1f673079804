/** Tests with n8n in queue mode: one cluster per file. */
module.exports = {
	rootDir: '../..',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/queue/*.test.ts'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	maxWorkers: 1,
	testTimeout: 600_000,
};
