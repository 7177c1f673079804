// Where tests run: in Node's own realm and with n8n's packages as Node loads them, as in n8n. Jest's
// own environment makes a realm for each file, with n8n's 2,000 modules loaded into it anew.
// The modules of the checkout are still loaded afresh for each file.
const { AsyncLocalStorage } = require('node:async_hooks');
const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

const THIS_REALM = {};
const { compileFunction } = vm;
const { exit, getBuiltinModule } = process;
const { console, Date, setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
const GLOBALS = { console, Date, setTimeout, clearTimeout, setInterval, clearInterval };
/** What jest-circus leaves behind for the tests of the same file. */
const STATE_OF_JEST = /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|\w*RETRY\w*)$/;

/** By file. What is compiled once serves all test files: each still runs the modules anew. */
const compiled = new Map();

// Jest compiles each module into the context of the environment; Node has no name for its own.
vm.compileFunction = (code, parameters, options) => {
	if (options?.parsingContext !== THIS_REALM) return compileFunction(code, parameters, options);
	const known = compiled.get(options.filename);
	if (known?.code === code) return known.run;
	const run = compileFunction(code, parameters, { ...options, parsingContext: undefined });
	compiled.set(options.filename, { code, run });
	return run;
};

globalThis.requireOfNode = require;

// Jest makes storages of its own for each file. Each that has run costs every promise a look, for ever.
const storages = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
	storages.add(this);
	return run.apply(this, args);
};

module.exports = class OneRealm {
	global = globalThis;
	fakeTimers = null;

	constructor({ projectConfig }) {
		this.moduleMocker = new ModuleMocker(globalThis);
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
	}

	async setup() {}

	/** Puts back what Jest and the file have replaced. */
	async teardown() {
		this.fakeTimersModern.dispose();
		this.moduleMocker.restoreAllMocks();
		Object.assign(process, { exit, getBuiltinModule });
		Object.assign(globalThis, GLOBALS);
		for (const storage of storages) storage.disable();
		storages.clear();
		for (const key of Object.getOwnPropertySymbols(globalThis)) {
			if (STATE_OF_JEST.test(key.description)) delete globalThis[key];
		}
	}

	getVmContext() {
		return THIS_REALM;
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}
};
