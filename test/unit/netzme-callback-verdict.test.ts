import type { IDataObject } from 'n8n-workflow';
import { judge, type Known } from '../../nodes/Netzme/trigger/judge';
import { invoicePayment, type Payment } from '../simulator/notifierNetzme';

const bodyOf = ({ sending }: Payment) => JSON.parse(sending.body) as IDataObject;
const transactionOf = ({ known }: Payment) => known.transaction as IDataObject;
const invoice = invoicePayment(1);
const refusal = (status: number) => ({ refuse: status, reason: expect.any(String) as string });

describe('the verdict', () => {
	const verdictOf = async (body: IDataObject, known: Known, allowUnverified = false) =>
		await judge(body, { allowUnverified, lookUp: async () => known });
	const open = { transaction: { ...transactionOf(invoice), status: 'INIT' } };

	it('on what Netzme confirms: verified, with what Netzme knows', async () =>
		expect(await verdictOf(bodyOf(invoice), { transaction: transactionOf(invoice) })).toEqual({
			items: [
				{
					id: '[true,"invoice","trx_order_1","paid"]',
					json: {
						kind: 'invoice',
						verified: true,
						transactionId: 'trx_order_1',
						notification: bodyOf(invoice),
						transaction: transactionOf(invoice),
					},
				},
			],
			answer: JSON.parse(invoice.sending.acknowledgement!) as object,
		}));

	it.each<[string, IDataObject]>([
		['a payment that both call open', { status: 'INIT' }],
		['another trxId beside its transaction_id', { trxId: 'trx_order_2' }],
	])('on %s: refused, whatever else fits', async (_what, changes) => {
		const body = { ...bodyOf(invoice), ...changes };
		const { status = transactionOf(invoice).status } = changes;
		const known = { transaction: { ...transactionOf(invoice), status } };
		expect(await verdictOf(body, known)).toEqual(refusal(403));
	});

	it.each<[string, IDataObject, Known, number]>([
		['what differs', bodyOf(invoice), open, 403],
		['an unknown transaction', bodyOf(invoice), 'unknown', 403],
		['another shape', { a: 1 }, 'unknown', 400],
		['no answer from Netzme', bodyOf(invoice), { failure: 'no answer in time' }, 503],
	])('on %s: refused', async (_what, body, known, status) => {
		expect(await verdictOf(body, known)).toEqual(refusal(status));
	});

	it.each<[string, Known, IDataObject]>([
		['what differs', open, { differs: ['status'], transaction: open.transaction }],
		['an unknown transaction', 'unknown', { differs: ['id'], transaction: {} }],
	])('on %s where the user wants it: not verified', async (_what, known, expected) => {
		const notification = bodyOf(invoice);
		expect(await verdictOf(notification, known, true)).toMatchObject({
			items: [{ json: { kind: 'invoice', verified: false, notification, ...expected } }],
		});
	});

	it.each<[string, IDataObject, object | undefined]>([
		[
			'a number for an ID',
			{ transaction_id: 7, status: 'paid', merchant: ['M_1'] },
			{ transaction_id: 7, status: 'paid' },
		],
		['none of the fields', { originalReferenceNo: 'r1', latestTransactionStatus: '00' }, undefined],
	])('comes with an answer that has what the callback has: %s', async (_what, body, answer) =>
		expect(await verdictOf(body, 'unknown', true)).toMatchObject({ answer }),
	);

	it('does not ask Netzme for what is no callback', async () => {
		const lookUp = jest.fn();
		await judge(
			{ transaction_id: '../x', amount: 1, status: 'paid' },
			{ allowUnverified: true, lookUp },
		);
		expect(lookUp).not.toHaveBeenCalled();
	});

	it('lets no unverified callback pass for a verified one, or for another', async () => {
		const ids = [
			await verdictOf(bodyOf(invoice), { transaction: transactionOf(invoice) }, true),
			await verdictOf(bodyOf(invoice), open, true),
			await verdictOf({ ...bodyOf(invoice), amount: 1 }, open, true),
		].flatMap((verdict) => ('items' in verdict ? verdict.items.map(({ id }) => id) : []));
		expect(new Set(ids).size).toBe(3);
	});
});
