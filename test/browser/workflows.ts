import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../e2e/harness/paths';
import type { Workflow } from '../e2e/harness/workflow';

/** One of `examples/`. */
export function example(name: string): Workflow {
	return JSON.parse(readFileSync(join(ROOT, 'examples', `${name}.json`), 'utf8')) as Workflow;
}

/** A workflow that is started by hand and does nothing yet. */
export const EMPTY: Workflow = {
	name: 'Browser test',
	nodes: [
		{
			name: 'When clicking ‘Execute workflow’',
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
	],
	connections: {},
};
