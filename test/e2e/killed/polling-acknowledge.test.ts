import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialsFor } from '../harness/accounts';
import { connect } from '../harness/client';
import { WITHOUT_PAGES } from '../harness/environment';
import { startN8n, type N8nProcess } from '../harness/n8n';
import { packPackage } from '../harness/pack';
import { ROOT } from '../harness/paths';
import { poll } from '../harness/rest';
import { attachCredentials, type Workflow } from '../harness/workflow';
import { acknowledged, EVERY_TWO_SECONDS } from '../polled';
import { running, simulator } from '../running';

const FIVE_MINUTES_IN_MS = 300_000;
const TRIGGER = 'Su Reservations Trigger';

/** The example, with shorter times, and with something slow at its beginning. */
function slowExample(): Workflow {
	const file = join(ROOT, 'examples', 'su-reservation-table.json');
	const workflow = JSON.parse(readFileSync(file, 'utf8')) as Workflow;
	const nodes = workflow.nodes.map((node) => {
		const times = { pollTimes: { item: EVERY_TWO_SECONDS }, repeatAfter: 1 };
		return node.name === TRIGGER ? { ...node, parameters: { ...node.parameters, ...times } } : node;
	});
	nodes.push({
		id: 'slow',
		name: 'Slow',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		position: [120, 160],
		parameters: { resume: 'timeInterval', amount: 5, unit: 'seconds' },
	});
	const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	const connections = {
		...workflow.connections,
		[TRIGGER]: to('Slow'),
		Slow: to('Create table'),
	};
	return { ...workflow, nodes, connections };
}

let process: N8nProcess;
beforeAll(async () => {
	await simulator.reset();
	process = await startN8n({ tarball: await packPackage(), env: WITHOUT_PAGES });
}, FIVE_MINUTES_IN_MS);
afterAll(async () => await process?.remove());

it(
	'a reservation is written once, though n8n is killed while the workflow is at work',
	async () => {
		let n8n = await connect(process);
		const { name, type, data } = credentialsFor(running().urls).find(
			({ provider }) => provider === 'su',
		)!;
		const credential = await n8n.createCredential(name, type, data);
		const { id } = await n8n.createWorkflow(attachCredentials(slowExample(), [credential]));
		await n8n.activate(id);
		const statuses = async () => (await n8n.executions(id)).map(({ status }) => status);
		await poll(
			async () => ((await statuses()).includes('running') ? true : undefined),
			30_000,
			'The workflow has not begun.',
		);
		const { userFolder } = process;
		await process.kill();
		expect(await acknowledged()).toEqual([]);

		process = await startN8n({ userFolder, env: WITHOUT_PAGES });
		n8n = await connect(process);
		await poll(
			async () => ((await acknowledged()).length >= 3 ? true : undefined),
			150_000,
			'The reservations have not been acknowledged.',
		);
		expect((await statuses()).sort()).toEqual([
			'crashed',
			expect.stringMatching(/running|success/),
		]);
		expect(await acknowledged()).toEqual(['RN-1', 'RN-2', 'RN-3']);

		const { id: project } = await n8n.rest<{ id: string }>('GET', '/rest/projects/personal');
		const path = `/rest/projects/${project}/data-tables`;
		const [table] = (await n8n.rest<{ data: Array<{ id: string }> }>('GET', path)).data;
		const rows = await n8n.rest<{ data: Array<Record<string, string>> }>(
			'GET',
			`${path}/${table.id}/rows`,
		);
		expect(rows.data.map((row) => [row.reservation_notif_id, row.guest, row.status])).toEqual([
			['RN-1', 'Guest One', 'new'],
			['RN-2', 'Guest Two', 'modified'],
			['RN-3', 'Guest Three', 'cancelled'],
		]);
	},
	FIVE_MINUTES_IN_MS,
);
