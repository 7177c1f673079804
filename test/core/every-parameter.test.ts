import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS, startSimulator, type LoggedRequest, type Simulator } from '../simulator';
import { accounts } from './accounts';
import { everyParameter, type EveryParameter } from './every-parameter';
import { runNode, type StoredCredential } from './harness';
import { NODES, PROVIDERS, type ProviderName } from './nodes';

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
/** Tells where in an answer the next page is named; the provider never sees it. */
const READ_HERE = 'cursorField';
const NUMBERS_OF_NOBODY = /\b(500|1000|1250)\b/;

let simulator: Simulator;
let credentials: Record<ProviderName, StoredCredential>;
/** The operations of a wallet take no other credential. */
let wallet: StoredCredential;
const nodes = Object.fromEntries(PROVIDERS.map((name) => [name, new NODES[name]()])) as Record<
	ProviderName,
	INodeType
>;

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
	};
	wallet = accounts.netzme(simulator, { apiFamily: 'netzmeWallet' });
});
afterAll(async () => await simulator.stop());

interface Outcome {
	output?: INodeExecutionData[];
	error?: Error & { description?: string };
	arrived: LoggedRequest[];
}

async function run(
	{ provider, resource, parametersWith }: EveryParameter,
	value: unknown,
): Promise<Outcome> {
	const before = simulator.log(provider).length;
	const outcome = await runNode(
		resource === 'wallet' ? wallet : credentials[provider],
		nodes[provider],
		{
			parameters: parametersWith('={{ $json.value }}'),
			items: [{ value } as IDataObject],
		},
	).then(
		(output) => ({ output }),
		(error: Outcome['error']) => ({ error }),
	);
	const arrived = simulator.log(provider).slice(before);
	return { ...outcome, arrived: arrived.filter(({ outcome: what }) => what !== 'token') };
}

/** From the beginning of a word only: else 10,000 letters are looked through from each one. */
const JWT = /(?<![\w-])[\w-]{10,}\.([\w-]{10,})\.[\w-]{10,}/g;

/** All that a request says, decoded, and what a JWT in it says. */
function saidBy({ url, body, headers }: LoggedRequest): string {
	const text = Buffer.from(body, 'base64').toString();
	const isForm = headers['content-type']?.includes('form');
	const own = Object.entries(headers).filter(
		([name]) => !/^(host|authorization|signature)$/.test(name),
	);
	const said = [decodeURIComponent(url), isForm ? decodeURIComponent(text) : text].join('\n');
	// As it is written, a JWT may hold anything by chance.
	const claims = [...said.matchAll(JWT)].map(([, payload]) =>
		Buffer.from(payload, 'base64url').toString(),
	);
	return [said.replace(JWT, ''), ...claims, JSON.stringify(Object.fromEntries(own))].join('\n');
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
	if (property.type !== 'string' || !isText || property.name === READ_HERE) return;
	const text = String(value)
		.replace(/^\ufeff/, '')
		.toLowerCase();
	const parts = property.name.endsWith('Ids') ? text.split(',') : [text];
	const written = [said, said.replaceAll('\\\\', '\\')].join('\n').toLowerCase();
	expect(parts.filter((part) => !written.includes(part))).toEqual([]);
}

describe.each(everyParameter().map((each) => [each.title, each] as const))('%s', (_title, each) => {
	it('is sent as documented, or refused by name before anything is sent', async () => {
		for (const [what, value] of HOSTILE) {
			const { output, error, arrived } = await run(each, value);
			try {
				if ('result' in each.operation) {
					const isOwnJson = each.property.type === 'json' && typeof value === 'object';
					if (error && !isOwnJson) assertNamed(each, error);
					else expect(JSON.stringify(output ?? '')).not.toMatch(MADE_TO_TEXT);
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
