import { UserError, type IDataObject } from 'n8n-workflow';
import { switchOf } from './fields/boolean';
import { decimalOf, LONGEST_TIMER_IN_MS, requiredInteger } from './fields/number';
import type { Parameters } from './provider';

const DEFAULT_TIMEOUT_IN_MS = 60_000;
const DEFAULT_LONGEST_WAIT_IN_SECONDS = 300;
const DEFAULT_CONCURRENCY = 10;
const MOST_AT_ONCE = 100;

/** What a user chose besides the fields of an operation: for one item, read before anything is sent. */
export interface Settings {
	/** How many items a list gives at most; Infinity with Return All. */
	limit: number;
	simplify: boolean;
	fullResponse: boolean;
	neverError: boolean;
	/** Milliseconds. */
	timeout: number;
	/** Milliseconds from the first try on; where a limit asks for more, the item fails. */
	longestWait: number;
}

/**
 * Reads them.
 *
 * @throws UserError naming the field that does not fit
 */
export function settingsOf(parameters: Parameters): Settings {
	const options = optionsOf(parameters);
	concurrencyOf(options);
	return {
		limit: limitOf(parameters),
		simplify: switchOf(parameters, 'simplify', 'Simplify', true),
		fullResponse: switchOf(options, 'fullResponse', 'Full Response'),
		neverError: switchOf(options, 'neverError', 'Never Error'),
		timeout: timeoutOf(options),
		longestWait: longestWaitOf(options),
	};
}

/** The collection "Options" of a node; the parameters of an operation may lack it. */
export function optionsOf({ options }: Parameters): IDataObject {
	return typeof options === 'object' && options !== null ? (options as IDataObject) : {};
}

/**
 * How many items are sent at the same time.
 *
 * @throws UserError where it is no whole number from 1 to 100
 */
export function concurrencyOf(options: IDataObject): number {
	if (options.concurrency === undefined) return DEFAULT_CONCURRENCY;
	return requiredInteger(options, 'concurrency', 'Items at Once', 1, MOST_AT_ONCE);
}

/**
 * How long to wait for an answer, in milliseconds.
 *
 * @throws UserError where a timer does not take it
 */
export function timeoutOf(options: IDataObject): number {
	if (options.timeout === undefined) return DEFAULT_TIMEOUT_IN_MS;
	return requiredInteger(options, 'timeout', 'Timeout (Milliseconds)', 1, LONGEST_TIMER_IN_MS);
}

function limitOf(parameters: Parameters): number {
	if (switchOf(parameters, 'returnAll', 'Return All') || !('limit' in parameters)) return Infinity;
	return requiredInteger(parameters, 'limit', 'Limit', 1);
}

function longestWaitOf(options: IDataObject): number {
	if (options.longestWait === undefined) return DEFAULT_LONGEST_WAIT_IN_SECONDS * 1000;
	const label = 'Longest Wait (Seconds)';
	const seconds = decimalOf(options, 'longestWait', label, 3);
	if (seconds !== undefined && seconds >= 0) return seconds * 1000;
	throw new UserError(`${label} must be a number of seconds, 0 or more`, {
		description: `Check ${label} in Options. Write it in digits only, e.g. 300. Nothing was sent.`,
	});
}
