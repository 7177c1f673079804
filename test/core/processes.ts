import * as workflow from 'n8n-workflow';
import type { ICredentialType, IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import type { SCHEDULE } from '../../credentials/token/schedule';
import { legacyRequest, runNode, type ContextOptions, type StoredCredential } from './harness';

const FILES = {
	pledg: { credential: 'PledgApi', node: 'Pledg' },
	su: { credential: 'SuApi', node: 'Su' },
	netzme: { credential: 'NetzmeApi', node: 'Netzme' },
} as const;

export type TokenProvider = keyof typeof FILES;

/** What another process does with a row of the shared database. */
export interface OtherProcess {
	/** Through n8n's HTTP Request node. */
	legacyRequest(
		row: StoredCredential,
		options: IDataObject,
	): Promise<Awaited<ReturnType<typeof legacyRequest>>>;
	/** Through our own node. */
	runNode(
		row: StoredCredential,
		options: Omit<ContextOptions, 'nodeType'>,
	): Promise<Awaited<ReturnType<typeof runNode>>>;
}

/**
 * Our code as one more process has it: its own state. n8n is shared, and so is the database.
 *
 * @param chance 0 to 1, in place of the process's own random number: the lower, the sooner it steps in
 * @param schedule times that differ in this process
 */
export function anotherProcess(
	provider: TokenProvider,
	chance = Math.random(),
	schedule: Partial<typeof SCHEDULE> = {},
): OtherProcess {
	const { credential, node } = FILES[provider];
	let type: ICredentialType | undefined;
	let nodeType: INodeType | undefined;
	const random = jest.spyOn(Math, 'random').mockReturnValue(chance);
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => workflow);
		Object.assign(required('../../credentials/token/schedule').SCHEDULE, schedule);
		type = new (required(`../../credentials/${credential}.credentials`)[credential])();
		nodeType = new (required(`../../nodes/${node}/${node}.node`)[node])();
		// The node loads this one later, when the modules are no longer apart.
		const { runOperation } =
			jest.requireActual<typeof import('../../nodes/shared/run')>('../../nodes/shared/run');
		const own = required(`../../nodes/${node}/provider`)[provider];
		const execute = async function (this: IExecuteFunctions) {
			return await runOperation(this, own);
		};
		nodeType = Object.assign(nodeType as INodeType, { execute });
	});
	jest.dontMock('n8n-workflow');
	random.mockRestore();
	const seen = (row: StoredCredential) => seenWith(row, type as ICredentialType);
	return {
		legacyRequest: async (row, options) => await legacyRequest(seen(row), options),
		runNode: async (row, options) => await runNode(seen(row), nodeType as INodeType, options),
	};
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const required = (path: string) => jest.requireActual<Record<string, any>>(path);

/** The same row with the credential class of another process. */
function seenWith(row: StoredCredential, type: ICredentialType): StoredCredential {
	return {
		type,
		get data() {
			return row.data;
		},
		set data(data) {
			row.data = data;
		},
		get reads() {
			return row.reads;
		},
		set reads(reads) {
			row.reads = reads;
		},
		get isolates() {
			return row.isolates;
		},
		set isolates(isolates) {
			row.isolates = isolates;
		},
		get writes() {
			return row.writes;
		},
		set writes(writes) {
			row.writes = writes;
		},
	};
}
