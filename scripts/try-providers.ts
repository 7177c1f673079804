import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProviderCredential } from '../test/e2e/harness/accounts';
import type { Client } from '../test/e2e/harness/client';
import { ROOT } from '../test/e2e/harness/paths';
import type { Cell } from '../test/e2e/harness/table';
import { attachCredentials, waitsForProvider, type Workflow } from '../test/e2e/harness/workflow';
import type { Simulator } from '../test/simulator';

const EXAMPLES = join(ROOT, 'examples');
const OK = 'OK';
const FAILED = 'failed';

export interface Outcome {
	/** Provider, credential test, workflow, requests, mints, milliseconds. */
	rows: Cell[][];
	/** What went wrong, one line each. */
	failures: string[];
	/** Providers whose credential test and workflows, one at least, all succeeded. */
	providersOk: number;
}

/**
 * Stores the credentials and the example workflows in n8n, tests each credential and runs each
 * workflow that is started by hand. What was stored by an earlier start is brought up to date.
 * A provider's first row counts the requests of its credential test too.
 */
export async function tryProviders(
	client: Client,
	simulator: Simulator,
	credentials: ProviderCredential[],
): Promise<Outcome> {
	const stored = await storeCredentials(client, credentials);
	const workflows = await storeWorkflows(client, stored, readExamples(simulator.urls.exchange));
	const outcome: Outcome = { rows: [], failures: [], providersOk: 0 };

	for (const { provider, title, type, name } of credentials) {
		const id = stored.find((each) => each.type === type && each.name === name)?.id ?? '';
		const own = workflows.filter(
			(workflow) => firstCredential(workflow) === id && !waitsForProvider(workflow),
		);
		let counted = simulator.counts(provider);
		let ok = own.length > 0;
		const fail = (what: string, why: string) => {
			ok = false;
			outcome.failures.push(`${what}: ${why}`);
		};

		const test = await client.testCredential(id);
		if (test.status !== 'OK') fail(`Test of the credential "${name}"`, test.message);
		if (own.length === 0) fail(title, 'there is no example workflow in examples/.');

		let tested: string = test.status === 'OK' ? OK : FAILED;
		let label = title;
		for (const workflow of own) {
			const { problem, milliseconds } = await runWorkflow(client, workflow.id);
			if (problem) fail(`Workflow "${workflow.name}"`, problem);
			const now = simulator.counts(provider);
			outcome.rows.push([
				label,
				tested,
				`${workflow.name}: ${problem ? FAILED : OK}`,
				now.requests - counted.requests,
				now.mints - counted.mints,
				milliseconds,
			]);
			counted = now;
			label = tested = '';
		}
		if (own.length === 0) {
			const { requests, mints } = simulator.counts(provider);
			outcome.rows.push([
				label,
				tested,
				'none',
				requests - counted.requests,
				mints - counted.mints,
			]);
		}
		if (ok) outcome.providersOk += 1;
	}
	return outcome;
}

/** The ID of the credential that the first of a workflow's nodes with one has. */
function firstCredential({ nodes }: Workflow): string | null | undefined {
	return nodes.flatMap(({ credentials = {} }) => Object.values(credentials))[0]?.id;
}

async function storeCredentials(client: Client, credentials: ProviderCredential[]) {
	const existing = await client.listCredentials();
	const stored = [];
	for (const { name, type, data } of credentials) {
		const found = existing.find((each) => each.name === name && each.type === type);
		const { id } = found
			? await client.updateCredential(found.id, { data })
			: await client.createCredential(name, type, data);
		stored.push({ id, name, type });
	}
	return stored;
}

async function storeWorkflows(
	client: Client,
	credentials: Array<{ id: string; name: string; type: string }>,
	examples: Workflow[],
) {
	const existing = await client.listWorkflows();
	const stored = [];
	for (const example of examples) {
		const workflow = attachCredentials(example, credentials);
		const found = existing.find((each) => each.name === workflow.name);
		stored.push(
			found
				? await client.updateWorkflow(found.id, workflow)
				: await client.createWorkflow(workflow),
		);
	}
	return stored;
}

/** @param exchange the address of the partner that one of them calls in n8n's HTTP Request node */
function readExamples(exchange: string): Workflow[] {
	if (!existsSync(EXAMPLES)) return [];
	return readdirSync(EXAMPLES)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => readFileSync(join(EXAMPLES, file), 'utf8'))
		.map(
			(text) => JSON.parse(text.replaceAll('https://exchange.example.com', exchange)) as Workflow,
		);
}

async function runWorkflow(
	client: Client,
	id: string,
): Promise<{ problem?: string; milliseconds: number }> {
	try {
		const { status, error, milliseconds } = await client.run(id);
		if (status === 'success') return { milliseconds };
		const texts = [error?.message ?? `it ended as "${status}".`, error?.description];
		return { problem: texts.filter(Boolean).join(' '), milliseconds };
	} catch (error) {
		return { problem: (error as Error).message, milliseconds: 0 };
	}
}
