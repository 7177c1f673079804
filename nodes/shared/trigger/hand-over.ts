import {
	ExecutionCancelledError,
	type IDataObject,
	type IPollFunctions,
	type IRun,
} from 'n8n-workflow';

/**
 * Whether n8n writes what a poll notes in its static data before it stores the execution, so that a
 * crash in between leaves the note without the execution. Only with durable cursors it writes both
 * in one transaction; the static data is a plain copy then, not the object that n8n observes.
 */
export function isNoteStoredFirst(context: IPollFunctions): boolean {
	return '__dataChanged' in context.getWorkflowStaticData('node');
}

/**
 * Starts the workflow from inside a poll, which is to return null then.
 *
 * @returns when the execution is over: whether there was one. n8n has stored it then, also where it
 * has failed, has timed out or was stopped. False where it is not certain, with a line in n8n's log:
 * the trigger is to emit them again. Never rejects.
 * @throws what n8n throws where it can't start such a workflow
 */
export function handOver(
	context: IPollFunctions,
	items: IDataObject[],
): { isOver: Promise<boolean> } {
	const done = context.helpers.createDeferredPromise<IRun | undefined>();
	context.__emit([items.map((json) => ({ json }))], undefined, done);
	const isOver = done.promise.then(
		(run) => run !== undefined,
		(error: unknown) => error instanceof ExecutionCancelledError && error.reason !== 'shutdown',
	);
	void isOver.then((hasArrived) => {
		if (hasArrived) return;
		const { name } = context.getNode();
		context.logger.warn(
			`${name}: n8n may have no execution for what was emitted; it is emitted again`,
		);
	});
	return { isOver };
}
