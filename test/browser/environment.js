const { TestEnvironment } = require('jest-environment-node');

/** Lets `chromium.ts` keep what was on the screen when a test failed, before anything is closed. */
module.exports = class extends TestEnvironment {
	async handleTestEvent({ name, test }) {
		if (name === 'test_fn_failure') await this.global.keepFailure?.(test.name);
	}
};
