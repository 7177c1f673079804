import { PledgTrigger } from '../../nodes/Pledg/PledgTrigger.node';
import { PledgApi } from '../../credentials/PledgApi.credentials';
import { notify } from '../simulator/notifier';
import { pledgBack } from '../simulator/notifierPledg';
import { store, type StoredCredential } from './harness';
import { serveTrigger, type Served } from './webhook';

const SECRET = 'merchant secret key';
const EXPRESSION = "={{ 'merchant ' + 'secret key' }}";

let served: Served;
afterEach(async () => {
	jest.restoreAllMocks();
	await served.stop();
});

async function serve(merchantSecretKey: string): Promise<StoredCredential> {
	const stored = store(new PledgApi(), { environment: 'custom', merchantSecretKey });
	served = await serveTrigger(new PledgTrigger(), stored);
	return stored;
}

/** Statuses of the answers to notifications that are signed with the secret, one after the other. */
async function statuses(secret: string, ...references: string[]): Promise<number[]> {
	const sendings = references.map((reference) => pledgBack(reference, secret));
	return (await notify(served.url, sendings)).answers.map(({ status }) => status);
}

it('the credential of a webhook is read for each notification, without an isolate for it', async () => {
	const stored = await serve(SECRET);
	expect(await statuses(SECRET, '1', '2', '3')).toEqual([200, 200, 200]);
	expect(stored).toMatchObject({ reads: 3, isolates: 0 });
});

it('an expression in it is evaluated by n8n', async () => {
	const stored = await serve(EXPRESSION);
	expect(await statuses(SECRET, '1')).toEqual([200]);
	expect(await statuses(EXPRESSION, '2')).toEqual([401]);
	expect(stored.isolates).toBe(2);
});

it('a new secret counts from the next notification on, and the old one no more', async () => {
	const stored = await serve('the old one');
	expect(await statuses('the old one', '1')).toEqual([200]);
	stored.data = { ...stored.data, merchantSecretKey: SECRET };
	expect(await statuses('the old one', '2')).toEqual([401]);
	expect(await statuses(SECRET, '3')).toEqual([200]);
});
