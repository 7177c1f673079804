/** One run of one node. */
export interface NodeRun {
	executionStatus?: string;
	/** Milliseconds. */
	executionTime: number;
	error?: ExecutionError;
	data?: { main?: Array<Array<{ json: Record<string, unknown>; pairedItem?: unknown }> | null> };
}

export interface ExecutionError {
	name?: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
	[field: string]: unknown;
}

export interface ExecutionData {
	resultData: {
		runData: Record<string, NodeRun[]>;
		error?: ExecutionError;
		lastNodeExecuted?: string;
	};
	[part: string]: unknown;
}

export interface Execution {
	id: string;
	workflowId: string;
	/** `success`, `error`, `crashed`, `canceled`; `new`, `running`, `waiting` while it is not over. */
	status: string;
	mode: string;
	data: ExecutionData;
	/** What the workflow as a whole failed with. */
	error?: ExecutionError;
	/** From start to stop; 0 while it is not over. */
	milliseconds: number;
	/** The record as n8n stores it, for searches for secrets. */
	text: string;
}

/** An execution as `GET /rest/executions/:id` answers it. */
export interface StoredExecution {
	id: string | number;
	workflowId: string;
	status: string;
	mode: string;
	startedAt: string | null;
	stoppedAt?: string | null;
	data?: string;
}

/** States of an execution that is not over. */
export const UNFINISHED = ['new', 'running', 'waiting'];
/** n8n 1 stores the status of an execution a moment before its data. */
const NO_DATA_YET = '[]';

/** Whether the execution has come to its end, good or bad. */
export function isOver(stored: StoredExecution): boolean {
	return !UNFINISHED.includes(stored.status) && stored.data !== NO_DATA_YET;
}

/** Parses a stored execution. One without data (deleted, or too large) has empty run data. */
export function parseExecution(stored: StoredExecution): Execution {
	const text = stored.data ?? '';
	const parsed = text === '' ? undefined : (parseFlatted(text) as ExecutionData);
	const data = parsed?.resultData ? parsed : { resultData: { runData: {} } };
	const { startedAt, stoppedAt } = stored;
	return {
		id: String(stored.id),
		workflowId: stored.workflowId,
		status: stored.status,
		mode: stored.mode,
		data,
		error: data.resultData.error,
		milliseconds: startedAt && stoppedAt ? Date.parse(stoppedAt) - Date.parse(startedAt) : 0,
		text,
	};
}

/** The JSON of the items a node put out in its last run, all outputs together. */
export function itemsOf(execution: Execution, node: string): Array<Record<string, unknown>> {
	const outputs = execution.data.resultData.runData[node]?.at(-1)?.data?.main ?? [];
	return outputs.flatMap((items) => (items ?? []).map((item) => item.json));
}

/** What a node failed with in its last run. */
export function errorOf(execution: Execution, node: string): ExecutionError | undefined {
	return execution.data.resultData.runData[node]?.at(-1)?.error;
}

/**
 * The format of the npm package `flatted`: an array in which every string inside an object or array
 * is the index of the value meant.
 */
export function parseFlatted(text: string): unknown {
	const table = JSON.parse(text) as unknown[];
	const known = new Map<number, unknown>();
	const resolve = (index: number): unknown => {
		const entry = table[index];
		if (typeof entry !== 'object' || entry === null) return entry;
		if (known.has(index)) return known.get(index);
		const value: Record<string, unknown> = Array.isArray(entry) ? ([] as never) : {};
		known.set(index, value);
		for (const [key, inner] of Object.entries(entry)) {
			value[key] = typeof inner === 'string' ? resolve(Number(inner)) : inner;
		}
		return value;
	};
	return resolve(0);
}
