import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { readCallback, type Callback } from '../../nodes/Netzme/trigger/callback';
import { differences } from '../../nodes/Netzme/trigger/differences';
import { judge, type Known } from '../../nodes/Netzme/trigger/judge';
import { invoicePayment, qrisPayment, type Payment } from '../simulator/notifierNetzme';
import { changedOnce } from './changed-once';

/** What must hold of a callback and the transaction it is compared with, whatever their values. */
const bodyOf = ({ sending }: Payment) => JSON.parse(sending.body) as IDataObject;
const transactionOf = ({ known }: Payment) => known.transaction as IDataObject;
const invoice = invoicePayment(1);
const qris = qrisPayment(1);
const read = (body: IDataObject): Callback => readCallback(body)!;

it('two amounts are the same exactly where the numbers are equal, however they are written', () => {
	const amount = fc.record({
		cents: fc.constantFrom(0, 1, 10, 99, 100, 110, 10_000, 10_005, 10_050, 100_000),
		before: fc.constantFrom('', 'IDR ', 'idr', '0', 'IDR 00'),
		isShort: fc.boolean(),
	});
	const written = ({ cents, before, isShort }: { [name: string]: unknown }) => {
		const text = `${String(before)}${(Number(cents) / 100).toFixed(2)}`;
		return isShort ? text.replace(/\.?0{1,2}$/, '') : text;
	};
	fc.assert(
		fc.property(amount, amount, (given, known) => {
			const body = { ...bodyOf(invoice), amount: written(given) };
			const transaction = { ...transactionOf(invoice), amount: written(known), totalAmount: null };
			expect(differences(read(body), transaction)).toEqual(
				given.cents === known.cents ? [] : ['amount'],
			);
		}),
		{ numRuns: 2000 },
	);
});

it('a transaction is known by its own amount only', () => {
	const other = fc.integer({ min: 0, max: 1e12 }).filter((amount) => amount !== 15001);
	fc.assert(
		fc.property(other, (amount) => {
			const body = { ...bodyOf(invoice), amount };
			expect(differences(read(body), transactionOf(invoice))).toEqual(['amount']);
		}),
		{ numRuns: 1000 },
	);
});

it.each<[Payment, string[]]>([
	[invoice, ['transaction_id', 'trxId', 'id', 'invoiceId']],
	[qris, ['rrn', 'referenceId', 'transactionId']],
])('an ID that is there, but is no text, is refused', (payment, names) => {
	const noText = fc
		.oneof(fc.array(fc.string()), fc.object(), fc.boolean(), fc.double(), fc.constant(' '))
		.filter((value) => !Number.isSafeInteger(value));
	fc.assert(
		fc.property(fc.constantFrom(...names), noText, (name, value) => {
			const body = { ...bodyOf(payment), [name]: value } as IDataObject;
			expect(readCallback(body)).toBeUndefined();
		}),
	);
});

it.each<[string, Payment, string[]]>([
	['invoice', invoice, ['transaction_id', 'id', 'status']],
	['qris', qris, ['referenceId', 'transactionId', 'status']],
])('nothing is verified in which a character has changed: %s', async (_kind, payment, names) => {
	const body = bodyOf(payment) as Record<string, string>;
	const { id, transaction } = payment.known;
	const lookUp = async ({ transactionId }: Callback): Promise<Known> =>
		transactionId === id ? { transaction: transaction as IDataObject } : 'unknown';
	const change = fc
		.constantFrom(...names)
		.chain((name) => changedOnce(body[name]).map((to) => [name, to]))
		// White space at the ends and, in a status, capital letters make no difference.
		.filter(([name, to]) => to.trim().toLowerCase() !== body[name].toLowerCase());
	await fc.assert(
		fc.asyncProperty(change, async ([name, to]) => {
			const verdict = await judge({ ...body, [name]: to }, { allowUnverified: true, lookUp });
			expect(verdict).not.toMatchObject({ items: [{ json: { verified: true } }] });
		}),
		{ numRuns: 1000 },
	);
});
