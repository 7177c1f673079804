import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../e2e/harness/paths';
import { triggerWorkflow } from '../e2e/harness/trigger';
import type { StoredAccount } from '../e2e/harness/accounts';
import { attachCredentials, type Workflow } from '../e2e/harness/workflow';
import type { Act, Notifier } from '../e2e/notifiers';
import { DEFAULT_ACCOUNTS } from '../simulator';
import type { Sending } from '../simulator/notifier';
import { invoicePayment } from '../simulator/notifierNetzme';
import { STRIPE_WEBHOOK, stripeEvent } from '../simulator/notifierPartner';
import { pledgBack } from '../simulator/notifierPledg';
import { suPushes } from '../simulator/notifierSu';
import type { Services } from './services';

interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

/** A workflow in which a repeat that passes the trigger does no harm. */
export interface Recipe {
	provider: Notifier['provider'];
	/** Where it is not that of the provider. */
	account?: StoredAccount;
	/** Where it is written down. */
	from: string;
	/** Runs for each notification that passes. */
	each: string;
	/** Runs once for a reference. */
	once: string;
	workflow: (credentials: StoredCredential[]) => Workflow;
	/** Makes the table that it needs; `run` starts the branch of an example that does so. */
	prepare: (services: Services, run: () => Promise<unknown>, count: number) => Promise<void>;
	/** All lead to the branch that counts. */
	notifications: (count: number, act: Act) => Promise<Sending[]>;
}

/** Five minutes are allowed in both directions; a slow machine may need more for all of them. */
const AHEAD = 240;

const positions = (count: number) => Array.from({ length: count }, (_, at) => at);

export const RECIPES: Recipe[] = [
	{
		provider: 'pledg',
		from: 'examples/pledg-payment-completed.json',
		each: 'Mark order',
		once: 'Once per order',
		workflow: (credentials) => example('pledg-payment-completed', credentials),
		prepare: async (services, run, count) => {
			await run();
			await openRows(services, 'pledg orders', 'reference', 'order_', count);
		},
		notifications: async (count) =>
			positions(count).map((at) =>
				pledgBack(`order_${at}`, DEFAULT_ACCOUNTS.pledg.merchantSecretKey),
			),
	},
	{
		provider: 'netzme',
		from: 'examples/netzme-paid-invoice.json',
		each: 'Mark invoice',
		once: 'Once per invoice',
		workflow: (credentials) => example('netzme-paid-invoice', credentials),
		prepare: async (services, run, count) => {
			await run();
			await openRows(services, 'netzme invoices', '"trxId"', 'trx_order_', count);
		},
		notifications: async (count, act) => {
			const payments = positions(count).map((at) => invoicePayment(at));
			for (const { known } of payments) await act('netzme', 'putTransaction', known);
			return payments.map(({ sending }) => sending);
		},
	},
	{
		provider: 'partner',
		account: { type: 'partnerWebhookApi', name: 'Stripe', data: STRIPE_WEBHOOK },
		from: 'examples/partner-webhook-stripe.json',
		each: 'Mark order',
		once: 'Once per order',
		workflow: (credentials) => example('partner-webhook-stripe', credentials),
		prepare: async (services, run, count) => {
			await run();
			await openRows(services, 'stripe orders', 'reference', 'order_', count);
		},
		notifications: async (count) =>
			positions(count).map((at) => stripeEvent(`event_${at}`, `order_${at}`, 'paid', AHEAD)),
	},
	{
		provider: 'su',
		from: 'docs/triggers.md',
		each: 'Then 0',
		once: 'Then 1',
		workflow: onceBySql,
		prepare: async ({ query }) => void (await query(documentedSql(0))),
		notifications: async (count) => suPushes(count, DEFAULT_ACCOUNTS.su.push),
	},
];

function example(name: string, credentials: StoredCredential[]): Workflow {
	const text = readFileSync(join(ROOT, 'examples', `${name}.json`), 'utf8');
	const workflow = JSON.parse(text) as Workflow;
	const settings = { ...workflow.settings, saveDataSuccessExecution: 'all' };
	return attachCredentials({ ...workflow, settings }, credentials);
}

async function openRows(
	{ query }: Services,
	name: string,
	column: string,
	id: string,
	count: number,
): Promise<void> {
	const [tableId] = await query(`SELECT id FROM data_table WHERE name = '${name}'`);
	const table = `"data_table_user_${tableId}"`;
	await query(`DELETE FROM ${table}`);
	await query(
		`INSERT INTO ${table} (${column}, status)
		 SELECT '${id}' || n, 'open' FROM generate_series(0, ${count - 1}) n`,
	);
}

/** One of the blocks of SQL on the page: the table, the statement. */
function documentedSql(at: number): string {
	const page = readFileSync(join(ROOT, 'docs', 'triggers.md'), 'utf8');
	return [...page.matchAll(/```sql\n([^`]+)```/g)][at][1];
}

/** The statement in n8n's Postgres node; who comes second ends there. */
function onceBySql(credentials: StoredCredential[]): Workflow {
	const credential = (type: string) => ({ [type]: { id: null, name: '' } });
	const trigger = {
		type: 'n8n-nodes-partner-apis.suTrigger',
		parameters: {},
		credentials: credential('suApi'),
	};
	const postgres = {
		type: 'n8n-nodes-base.postgres',
		typeVersion: 2.6,
		parameters: {
			operation: 'executeQuery',
			query: documentedSql(1),
			options: {
				queryReplacement: '={{ [$json.reservation_notif_id, JSON.stringify($json)] }}',
			},
		},
		credentials: credential('postgres'),
	};
	const end = { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	return attachCredentials(triggerWorkflow(trigger, [postgres, end]), credentials);
}
