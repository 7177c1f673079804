import { isOver, parseExecution, type Execution, type StoredExecution } from './execution';
import { poll, RestError, type Rest } from './rest';
import { triggerOf, type Workflow } from './workflow';

const RUN_WITHIN_MS = 120_000;
const PUBLISH_WITHIN_MS = 30_000;
const NOT_FOUND = 404;
const CONFLICT = 409;

export interface StoredWorkflow extends Workflow {
	id: string;
	active: boolean;
	versionId: string;
}

export interface WorkflowCalls {
	createWorkflow(workflow: Workflow): Promise<StoredWorkflow>;
	updateWorkflow(id: string, workflow: Workflow): Promise<StoredWorkflow>;
	getWorkflow(id: string): Promise<StoredWorkflow>;
	listWorkflows(): Promise<Array<{ id: string; name: string; active: boolean }>>;
	deleteWorkflow(id: string): Promise<void>;
	/** Publishes the latest version and returns when its triggers and webhooks work. */
	activate(id: string): Promise<void>;
	/** Returns when its triggers and webhooks have gone. */
	deactivate(id: string): Promise<void>;
	/** "Execute workflow": waits for the end, two minutes at most. A failed execution does not throw. */
	run(workflowId: string, triggerName?: string): Promise<Execution>;
	/** A stored execution, over or not. */
	execution(id: string): Promise<Execution>;
	/** Ids and states of a workflow's executions, newest first, 100 at most. */
	executions(workflowId: string): Promise<Array<{ id: string; status: string; mode: string }>>;
}

interface Publication {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: Array<{ errorMessage?: string | null }>;
}

/** What the editor does with workflows. The calls throw `RestError` when n8n refuses. */
export function workflowCalls(rest: Rest): WorkflowCalls {
	const path = '/rest/workflows';

	/** Before n8n 2 a workflow has a switch in place of published versions. */
	async function turn(id: string, call: 'activate' | 'deactivate'): Promise<void> {
		const { versionId } = await calls.getWorkflow(id);
		await orWhereMissing(
			async () => await rest('POST', `${path}/${id}/${call}`, { versionId }),
			async () => await rest('PATCH', `${path}/${id}`, { versionId, active: call === 'activate' }),
		);
	}

	/** n8n publishes and unpublishes in the background; earlier versions have done so when they answer. */
	async function published(id: string, wanted: Publication['status']): Promise<void> {
		const { status, triggers } = await poll(
			async () => {
				const now = await orWhereMissing(
					async () => await rest<Publication>('GET', `${path}/${id}/publication-status`),
					async () => ({ status: wanted, triggers: [] }),
				);
				return now.status === 'in_progress' ? undefined : now;
			},
			PUBLISH_WITHIN_MS,
			`Workflow ${id} was still being published after ${PUBLISH_WITHIN_MS / 1000} s.`,
		);
		if (status === wanted) return;
		const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
		throw new Error(`Workflow ${id} is "${status}". ${reasons.join(' ')}`);
	}

	const calls: WorkflowCalls = {
		// n8n 1 stores no workflow without that field, which later versions pass over.
		createWorkflow: async (workflow) =>
			await rest('POST', path, { ...accepted(workflow), active: false }),
		updateWorkflow: async (id, workflow) =>
			await rest('PATCH', `${path}/${id}`, accepted(workflow)),
		getWorkflow: async (id) => await rest('GET', `${path}/${id}`),
		listWorkflows: async () => await rest('GET', path),
		deleteWorkflow: async (id) => {
			// n8n deletes only what has been archived, and is no longer published.
			await rest('POST', `${path}/${id}/archive`, {});
			const remove = async () => {
				try {
					await rest('DELETE', `${path}/${id}`);
					return true;
				} catch (error) {
					if (error instanceof RestError && error.status === CONFLICT) return undefined;
					throw error;
				}
			};
			await poll(remove, PUBLISH_WITHIN_MS, `Workflow ${id} could not be deleted.`);
		},
		activate: async (id) => {
			await turn(id, 'activate');
			await published(id, 'published');
		},
		deactivate: async (id) => {
			await turn(id, 'deactivate');
			await published(id, 'not_published');
		},
		run: async (workflowId, triggerName) => {
			const workflowData = await calls.getWorkflow(workflowId);
			const name = triggerName ?? triggerOf(workflowData);
			const { executionId: id } = await rest<{ executionId?: string }>(
				'POST',
				`${path}/${workflowId}/run`,
				// The newest n8n runs what it has stored, others what they are sent.
				{ triggerToStartFrom: { name }, workflowData },
			);
			if (!id) throw new Error(`The workflow waits for a call of its trigger "${name}".`);
			return await poll(
				async () => {
					const stored = await rest<StoredExecution>('GET', `/rest/executions/${id}`);
					return isOver(stored) ? parseExecution(stored) : undefined;
				},
				RUN_WITHIN_MS,
				`Execution ${id} was not over after ${RUN_WITHIN_MS / 1000} s.`,
			);
		},
		execution: async (id) =>
			parseExecution(await rest<StoredExecution>('GET', `/rest/executions/${id}`)),
		executions: async (workflowId) => {
			const filter = encodeURIComponent(JSON.stringify({ workflowId }));
			const list = `/rest/executions?filter=${filter}&limit=100`;
			return (await rest<{ results: never[] }>('GET', list)).results;
		},
	};
	return calls;
}

/** Calls `other` where this version of n8n does not know the first call. */
async function orWhereMissing<T>(call: () => Promise<T>, other: () => Promise<T>): Promise<T> {
	try {
		return await call();
	} catch (error) {
		if (error instanceof RestError && error.status === NOT_FOUND) return await other();
		throw error;
	}
}

/** The fields of an exported workflow that n8n takes. */
function accepted({ name, nodes, connections, settings = {}, pinData }: Workflow) {
	return { name, nodes, connections, settings, pinData };
}
