import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { PartnerApi } from '../../credentials/PartnerApi.credentials';
import { PartnerWebhookApi } from '../../credentials/PartnerWebhookApi.credentials';
import { Partner } from '../../nodes/Partner/Partner.node';
import { DEFAULT_ACCOUNTS, startSimulator, type LoggedRequest, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { everyParameter, type EveryParameter, type NodeName } from './every-parameter';
import { runNode, store, type StoredCredential } from './harness';
import { NODES } from './nodes';

/**
 * Every parameter of every operation is given what nobody means to send, as an expression gives it:
 * either it is sent exactly as documented, or there is an error that names the field, and nothing
 * has arrived at the provider.
 */
const HOSTILE: Array<[string, unknown]> = [
	['an object', { a: 1 }],
	['a list', ['1', '2']],
	['a list of one', ['1']],
	['true', true],
	['null', null],
	['nothing', undefined],
	['NaN', NaN],
	['Infinity', Infinity],
	['minus zero', -0],
	['hexadecimal', '0x1F4'],
	['an exponent', '1e3'],
	['full-width digits', '１２'],
	['Arabic digits', '١٢'],
	['an underscore between digits', '1_000'],
	['a separator of thousands', '1,250'],
	['a point at the end', '12.'],
	['more than fifteen digits', 12345678901234567890],
	['a zero-width space', 'a\u200bb'],
	['a no-break space', 'a\u00a0b'],
	['a byte order mark', '\ufeffab'],
	['10,000 characters', 'x'.repeat(10_000)],
	['half of a character', 'a\ud800'],
	['__proto__', '__proto__'],
];
/** What these look like where they are made to text without a look. */
const MADE_TO_TEXT = /\[object|undefined|NaN|Infinity|1,2(?!50)|1\.2345678901234567e|\ufffd/;
/** Tells where to look in an answer, or is sent with the next page only: the provider never sees it here. */
const READ_HERE = [
	...['cursorField', 'cursorPath', 'cursorParameter', 'nextPath', 'stopPath', 'stopValue'],
	...['itemsPath', 'statusPath', 'values', 'messagePath'],
];
/** For the node for any partner, which calls SASOM as one. */
const BASIC = {
	steps: [
		{ name: 'basic', alg: 'text', text: '{apiKey}:{apiSecret}' },
		{ name: 'signature', alg: 'hmac-sha256', key: '{secret}', text: '{pathAndQuery}{body}' },
	],
	add: [
		{ in: 'header', name: 'Authorization', value: 'Basic {basic|base64}' },
		{ in: 'header', name: 'X-Signature', value: '{signature}' },
	],
};
const NUMBERS_OF_NOBODY = /\b(500|1000|1250)\b/;

let simulator: Simulator;
let credentials: Record<NodeName, StoredCredential>;
/** The operations of a wallet take no other credential. */
let wallet: StoredCredential;
/** Nor do those of SNAP BI, which another part of the simulator answers. */
let snap: StoredCredential;
let snapWallet: StoredCredential;
let webhook: StoredCredential;
const nodes = Object.fromEntries(
	Object.entries({ ...NODES, partner: Partner }).map(([name, node]) => [name, new node()]),
) as Record<NodeName, INodeType>;

beforeAll(async () => {
	simulator = await startSimulator();
	const { merchantSecretKey } = DEFAULT_ACCOUNTS.pledg;
	credentials = {
		sasom: accounts.sasom(simulator),
		pledg: accounts.pledg(simulator, { merchantSecretKey }),
		su: accounts.su(simulator),
		guestline: accounts.guestline(simulator),
		netzme: accounts.netzme(simulator, {
			payBaseUrl: simulator.urls.netzme.replace('127.0.0.1', 'localhost'),
			invoiceToken: DEFAULT_ACCOUNTS.netzme.invoiceToken,
		}),
		partner: store(new PartnerApi(), {
			scheme: 'json',
			baseUrl: simulator.urls.sasom,
			recipe: JSON.stringify(BASIC),
			secret: 'a-secret-of-mine',
			values: {
				entry: Object.entries(DEFAULT_ACCOUNTS.sasom).map(([name, value]) => ({
					name,
					value,
					mayBeSent: true,
				})),
			} as never,
		}),
	};
	wallet = accounts.netzme(simulator, { apiFamily: 'netzmeWallet' });
	snap = accounts.netzmeSnap(simulator);
	webhook = store(new PartnerWebhookApi(), { signatureName: 'X-Signature', secret: 'made up' });
	snapWallet = accounts.netzmeSnap(simulator, { apiFamily: 'netzmeWalletSnap' });
});
afterAll(async () => await simulator.stop());

interface Outcome {
	output?: INodeExecutionData[];
	error?: Error & { description?: string };
	arrived: LoggedRequest[];
}

function credentialFor({ provider, resource, operation }: EveryParameter): StoredCredential {
	const isWallet = resource === 'wallet';
	if (resource === 'webhook') return webhook;
	if (isOfSnap(operation)) return isWallet ? snapWallet : snap;
	return isWallet ? wallet : credentials[provider];
}

const isOfSnap = ({ name }: EveryParameter['operation']) => name.endsWith('(SNAP BI)');

async function run(
	each: EveryParameter,
	parameters: IDataObject,
	value: unknown,
): Promise<Outcome> {
	const { provider, operation } = each;
	const simulated = provider === 'partner' ? 'sasom' : provider;
	const log = () => simulator.log(isOfSnap(operation) ? 'netzmeSnap' : simulated);
	const before = log().length;
	const outcome = await runNode(credentialFor(each), nodes[provider], {
		parameters,
		items: [{ value } as IDataObject],
	}).then(
		(output) => ({ output }),
		(error: Outcome['error']) => ({ error }),
	);
	const arrived = log().slice(before);
	return { ...outcome, arrived: arrived.filter(({ outcome: what }) => what !== 'token') };
}

/** From the beginning of a word only: else 10,000 letters are looked through from each one. */
const JWT = /(?<![\w-])[\w-]{10,}\.([\w-]{10,})\.[\w-]{10,}/g;

const UUID = /\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/g;
const TIME_OF_DAY = /\bT?\d\d:\d\d:\d\d(\.\d{3})?/g;

/**
 * What the clock or a random number writes may spell anything by chance, so it is left out; a JWT
 * is replaced by what it says.
 */
function withoutChance(text: string): string {
	const claims = [...text.matchAll(JWT)].map(([, payload]) =>
		Buffer.from(payload, 'base64url').toString(),
	);
	return [text.replace(JWT, ''), ...claims].join('\n').replace(UUID, '').replace(TIME_OF_DAY, '');
}

/** All that a request says, decoded, and what a JWT in it says. */
function saidBy({ url, body, headers }: LoggedRequest): string {
	const text = Buffer.from(body, 'base64').toString();
	const isForm = headers['content-type']?.includes('form');
	const own = Object.entries(headers).filter(
		([name]) => !/^(host|authorization|content-length|signature)$/.test(name),
	);
	const said = [decodeURIComponent(url), isForm ? decodeURIComponent(text) : text];
	return withoutChance([...said, JSON.stringify(Object.fromEntries(own))].join('\n'));
}

function assertNamed({ labels }: EveryParameter, error: NonNullable<Outcome['error']>): void {
	const words = `${error.message} ${error.description}`;
	const named = labels.filter((label) => words.includes(label));
	expect({ labels, words, isNamed: named.length > 0 }).toMatchObject({ isNamed: true });
	expect(words).toMatch(/Nothing was \w+\./);
}

function assertAsDocumented(
	{ property }: EveryParameter,
	value: unknown,
	arrived: LoggedRequest[],
): void {
	const said = arrived.map(saidBy).join('\n');
	expect(said).not.toMatch(MADE_TO_TEXT);
	if (property.type === 'json') return;
	expect(said).not.toMatch(NUMBERS_OF_NOBODY);
	const isText = ['string', 'number', 'boolean'].includes(typeof value);
	if (property.type !== 'string' || !isText || READ_HERE.includes(property.name)) return;
	const text = String(value)
		.replace(/^\ufeff/, '')
		.toLowerCase();
	const parts = property.name.endsWith('Ids') ? text.split(',') : [text];
	const written = [said, said.replaceAll('\\\\', '\\')].join('\n').toLowerCase();
	expect(parts.filter((part) => !written.includes(part))).toEqual([]);
}

describe.each(everyParameter().map((each) => [each.title, each] as const))('%s', (_title, each) => {
	it('is sent as documented, or refused by name before anything is sent', async () => {
		const parameters = each.parametersWith('={{ $json.value }}');
		for (const [what, value] of HOSTILE) {
			const { output, error, arrived } = await run(each, parameters, value);
			try {
				if ('result' in each.operation) {
					const isOwnJson = each.property.type === 'json' && typeof value === 'object';
					if (error && !isOwnJson) assertNamed(each, error);
					else expect(withoutChance(JSON.stringify(output ?? ''))).not.toMatch(MADE_TO_TEXT);
					expect(arrived).toEqual([]);
				} else if (arrived.length === 0) {
					assertNamed(each, error ?? new Error('nothing was sent, and nothing said'));
				} else {
					assertAsDocumented(each, value, arrived);
					expect(error?.description ?? '').not.toContain('Nothing was sent');
				}
			} catch (failure) {
				(failure as Error).message = `${what}: ${(failure as Error).message}`;
				throw failure;
			}
		}
	});
});
