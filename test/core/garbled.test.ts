import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';
import { SuApi } from '../../credentials/SuApi.credentials';
import { NetzmeTrigger } from '../../nodes/Netzme/NetzmeTrigger.node';
import { PledgTrigger } from '../../nodes/Pledg/PledgTrigger.node';
import { PledgApi } from '../../credentials/PledgApi.credentials';
import { SuTrigger } from '../../nodes/Su/SuTrigger.node';
import type { FailNext } from '../simulator';
import { invoicePayment } from '../simulator/notifierNetzme';
import { basicHeader, suPush } from '../simulator/notifierSu';
import { pledgBack } from '../simulator/notifierPledg';
import { accounts } from './accounts';
import { contextFor, store } from './harness';
import { NODES, request, type ProviderName } from './nodes';
import { emitted, hotelid, startSuQueue, type SuQueue } from './su-queue';
import { serveTrigger, type Served } from './webhook';

let queue: SuQueue;
beforeEach(async () => {
	queue = await startSuQueue();
});
afterEach(() => queue.simulator.stop());

const inLatin1 = (provider: ProviderName, body: unknown, more: Partial<FailNext> = {}) =>
	queue.simulator.configure(provider, {
		failNext: [
			{
				target: 'api',
				count: 1,
				kind: 'status',
				status: 200,
				body: typeof body === 'string' ? body : JSON.stringify(body),
				contentType: 'application/json',
				encoding: 'latin1',
				...more,
			},
		],
	});

/** What a user sees of an execution. */
async function execute(
	provider: ProviderName,
	parameters: IDataObject,
	items?: IDataObject[],
	data?: IDataObject,
) {
	const nodeType = new NODES[provider]();
	const stored = accounts[provider](queue.simulator, data);
	const context = contextFor(stored, { nodeType, parameters, items });
	const [output] = await nodeType.execute.call(context);
	const { hints } = context as unknown as { hints: NodeExecutionHint[] };
	return { json: output.map(({ json }) => json), binary: output[0]?.binary, hints };
}

const PULL = { resource: 'reservation', operation: 'pull', hotelId: hotelid, returnAll: true };
const RESERVATIONS = {
	reservations: [{ reservation_notif_id: 'RN-1', customer: { first_name: 'José' } }],
};
const hintOf = (provider: string) => ({
	message: expect.stringContaining(`Some characters of an answer of ${provider} could not be read`),
	type: 'warning',
	location: 'outputPane',
});

describe('an answer with a byte that is not UTF-8', () => {
	it.each(['application/json', 'application/json; charset=utf-8', 'text/html', ''])(
		'is read but for that one, with a hint, as "%s"',
		async (contentType) => {
			inLatin1('sasom', { name: 'José' }, { contentType });
			const { json, hints } = await execute('sasom', request());
			expect(json).toEqual([{ name: 'Jos\ufffd' }]);
			expect(hints).toEqual([hintOf('SASOM')]);
		},
	);

	it.each(['ISO-8859-1', '"windows-1252"'])(
		'is read as a whole in its charset %s',
		async (name) => {
			inLatin1('sasom', { name: 'José' }, { contentType: `application/json; charset=${name}` });
			const { json, hints } = await execute('sasom', request());
			expect(json).toEqual([{ name: 'José' }]);
			expect(hints).toEqual([]);
		},
	);

	it('holds what the operation looks for', async () => {
		inLatin1('su', RESERVATIONS);
		const { json, hints } = await execute('su', { ...PULL, simplify: false });
		expect(json).toMatchObject([{ customer: { first_name: 'Jos\ufffd' } }]);
		expect(hints).toEqual([hintOf('Su')]);
	});

	it('has one hint for all items', async () => {
		inLatin1('sasom', { name: 'José' }, { count: 3 });
		const { json, hints } = await execute('sasom', request(), [{}, {}, {}]);
		expect(json).toHaveLength(3);
		expect(hints).toHaveLength(1);
	});

	const DELETE = {
		resource: 'property',
		operation: 'delete',
		hotelId: hotelid,
		hotelIdAgain: hotelid,
	};

	it('is a failure where it says so', async () => {
		inLatin1('su', { Status: 'Fail', Errors: { Code: '400', ShortText: 'Hôtel inconnu' } });
		const running = execute('su', DELETE);
		await expect(running).rejects.toThrow(/^Su: H\ufffdtel inconnu \(HTTP 200, code 400\)$/);
	});

	it('is a success where it says so', async () => {
		inLatin1('su', { Status: 'Success', Message: 'Supprimé' });
		expect((await execute('su', DELETE)).json).toMatchObject([{ deleted: true }]);
	});

	const RELEASE = { resource: 'purchase', operation: 'release', purchaseUid: 'pur_1' };

	it('is understood as plain text, too', async () => {
		inLatin1('pledg', 'Déjà remboursé', { contentType: 'text/plain' });
		const { json } = await execute('pledg', RELEASE);
		expect(json).toMatchObject([{ answer: 'D\ufffdj\ufffd rembours\ufffd' }]);
	});

	it('has the words of a failure as plain text, too', async () => {
		inLatin1('pledg', 'Déjà remboursé', { contentType: 'text/plain', status: 400 });
		await expect(execute('pledg', RELEASE)).rejects.toThrow(
			'Pledg: D\ufffdj\ufffd rembours\ufffd (HTTP 400)',
		);
	});

	it('repeats no secret, also one with such a byte in it', async () => {
		inLatin1('pledg', { said: 'passwörd-4711 is wrong' });
		const data = { authentication: 'dashboardLogin', dashboardPassword: 'passwörd-4711' };
		const { json } = await execute('pledg', request(), [{}], data);
		expect(json).toEqual([{ said: '*** is wrong' }]);
	});
});

describe('a file stays as it is', () => {
	it.each([
		['text/csv', 'name\nJosé\n'],
		['text/csv', '"José"'],
		['text/calendar', 'SUMMARY:José'],
		['image/svg+xml', '<svg>é</svg>'],
	])('%s %j', async (contentType, body) => {
		inLatin1('sasom', body, { contentType });
		const { binary, hints } = await execute('sasom', request());
		expect(Buffer.from(binary?.data.data ?? '', 'base64').toString('latin1')).toBe(body);
		expect(hints).toEqual([]);
	});
});

describe('a poll', () => {
	it('emits and acknowledges in spite of such a byte, and says so once', async () => {
		queue.enqueue(hotelid, { reservation_notif_id: 'RN-1' });
		const trigger = queue.start({ hotelIds: hotelid });
		inLatin1('su', RESERVATIONS);
		expect(await emitted(trigger)).toEqual(['RN-1']);
		expect(trigger.warnings).toEqual([
			expect.stringMatching(/^Trigger: some characters of an answer of Su could not be read/),
		]);
		expect(trigger.warnings.join()).not.toContain('Jos');
		await trigger.poll();
		expect(queue.received().at(-1)).toContain('acknowledge RN-1');
	});

	it('says so once for all properties', async () => {
		const trigger = queue.start({ hotelIds: `${hotelid}, ${hotelid}-MAPPED` });
		inLatin1('su', RESERVATIONS, { count: 2 });
		expect(await emitted(trigger)).toEqual(['RN-1', 'RN-1']);
		expect(trigger.warnings).toHaveLength(1);
	});
});

describe('a push', () => {
	const ACCOUNT = { user: 'su-push', password: 'correct horse battery' };
	let served: Served;
	afterEach(async () => {
		jest.restoreAllMocks();
		await served.stop();
	});

	const serveSu = async () => {
		const data = {
			domain: 'pms.example.com',
			pushUser: ACCOUNT.user,
			pushPassword: ACCOUNT.password,
		};
		served = await serveTrigger(new SuTrigger(), store(new SuApi(), data), {});
	};
	const push = async (body: string, contentType: string, encoding: 'latin1' | 'utf8') => {
		const headers = { ...basicHeader(ACCOUNT), 'content-type': contentType };
		const bytes = Buffer.from(body, encoding);
		return (await fetch(served.url, { method: 'POST', headers, body: bytes })).status;
	};
	const { body } = suPush(0, ACCOUNT, { remarks: 'José' });
	const remarks = () => served.executions.flat().map((each) => each.remarks);

	it.each([
		['application/json; charset=ISO-8859-1', 'latin1', 'José', 0],
		['application/json; charset=utf-8', 'utf8', 'José', 0],
		['application/json; charset=unheard-of', 'utf8', 'José', 0],
		['application/json', 'latin1', 'Jos\ufffd', 1],
		['application/json; charset=utf-8', 'latin1', 'Jos\ufffd', 1],
		['application/json; charset=unheard-of', 'latin1', 'Jos\ufffd', 1],
	] as const)('as %s in %s is read as %s, %i lines', async (type, encoding, text, lines) => {
		await serveSu();
		expect(await push(body, type, encoding)).toBe(200);
		expect(remarks()).toEqual([text]);
		expect(served.warnings).toEqual(
			Array(lines).fill(
				expect.stringMatching(/^Trigger: some characters of a notification could not be read/),
			),
		);
	});

	it('of Netzme is confirmed by an answer with such a byte, which has a line', async () => {
		served = await serveTrigger(new NetzmeTrigger(), accounts.netzme(queue.simulator), {});
		const { sending, known } = invoicePayment(1);
		inLatin1('netzme', { status: 100, body: { ...known.transaction, buyer: 'José' } });
		const headers = { 'content-type': 'application/json' };
		await fetch(served.url, { method: 'POST', headers, body: sending.body });
		expect(served.executions).toMatchObject([
			[{ verified: true, transaction: { buyer: 'Jos\ufffd' } }],
		]);
		expect(served.warnings).toEqual([
			expect.stringMatching(/^Trigger: some characters of an answer of Netzme could not be read/),
		]);
	});

	it('that is refused for another reason has one line', async () => {
		const secret = 'merchant secret key';
		const credential = store(new PledgApi(), { environment: 'custom', merchantSecretKey: secret });
		served = await serveTrigger(new PledgTrigger(), credential, {});
		const { body: signed } = pledgBack('é', secret);
		expect(await push(signed, 'application/json', 'latin1')).toBe(401);
		expect(served.warnings).toEqual([
			'Trigger refused a notification: its signature is wrong (some of its characters could not be read)',
		]);
		expect(await push(signed, 'application/json; charset=latin1', 'latin1')).toBe(200);
	});
});
