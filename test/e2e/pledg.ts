import { credentialsFor } from './harness/accounts';
import type { Client } from './harness/client';
import { triggerWorkflow, type StoredRun } from './harness/trigger';
import type { Workflow } from './harness/workflow';
import { running } from './running';

/** What tells the simulated notifications apart. */
export const REFERENCE = 'order_\\d+';
export const NO_OPERATION = { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

const { name, type, data } = credentialsFor(running().urls).find(
	({ provider }) => provider === 'pledg',
)!;
/** The credential of the simulator's merchant. */
export const PLEDG = { name, type, data };
export const SECRET = String(data.merchantSecretKey);

/** A Pledg Trigger with what comes after it. */
export async function pledgWorkflow(
	client: Client,
	parameters: Record<string, unknown>,
	then = [NO_OPERATION],
): Promise<Workflow> {
	const { id } = await client.createCredential(name, type, data);
	const credentials = { [type]: { id, name } };
	const trigger = { type: 'n8n-nodes-partner-apis.pledgTrigger', parameters, credentials };
	return triggerWorkflow(trigger, then);
}

export const references = (runs: StoredRun[]) => runs.map(({ found }) => found).sort();
export const succeeded = (runs: StoredRun[]) => runs.filter(({ status }) => status === 'success');
/** The references of the simulator's first notifications. */
export const distinct = (count: number) =>
	Array.from({ length: count }, (_, at) => `order_${at}`).sort();
