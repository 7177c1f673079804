import type { IDataObject } from 'n8n-workflow';
import { differences, readCallback, type Callback } from '../../nodes/Netzme/trigger/callback';
import { judge, type Known } from '../../nodes/Netzme/trigger/judge';
import { invoicePayment, qrisPayment, type Payment } from '../simulator/notifierNetzme';

const bodyOf = ({ sending }: Payment) => JSON.parse(sending.body) as IDataObject;
const transactionOf = ({ known }: Payment) => known.transaction as IDataObject;
const invoice = invoicePayment(1);
const qris = qrisPayment(1);
const read = (body: IDataObject): Callback => readCallback(body)!;
const refusal = (status: number) => ({ refuse: status, reason: expect.any(String) as string });

describe('a callback', () => {
	it.each<[string, IDataObject, string, string]>([
		['of an invoice', bodyOf(invoice), 'invoice', 'trx_order_1'],
		[
			'of an invoice paid by QRIS',
			{ ...bodyOf(invoice), referenceId: '3' },
			'invoice',
			'trx_order_1',
		],
		[
			'with the name of the field when an invoice is created',
			{ trxId: 'e337a47dc0ca4fe28e9ae1c2969dcbf5', amount: 1, status: 'paid' },
			'invoice',
			'e337a47dc0ca4fe28e9ae1c2969dcbf5',
		],
		['of a payment by QRIS', bodyOf(qris), 'qris', '300000000001'],
		['with an RRN by its name', { ...bodyOf(qris), rrn: 'P9CY11' }, 'qris', 'P9CY11'],
	])('is asked for by its ID: %s', (_what, body, kind, transactionId) =>
		expect(readCallback(body)).toEqual({ kind, transactionId, notification: body }),
	);

	it.each<[string, IDataObject]>([
		['nothing', {}],
		['an invoice ID alone', { id: 'NETZ-INV-1', status: 'paid', amount: 1 }],
		['no amount', { ...bodyOf(invoice), amount: undefined }],
		['no amount in figures', { ...bodyOf(invoice), amount: 'much' }],
		['a negative amount', { ...bodyOf(invoice), amount: -1 }],
		['no status', { ...bodyOf(invoice), status: '' }],
		['another path for an ID', { ...bodyOf(invoice), transaction_id: '../../balance/detail' }],
		['a query for an ID', { ...bodyOf(invoice), transaction_id: 'a?b=c' }],
		['dots for an ID', { ...bodyOf(invoice), transaction_id: '..' }],
		['a long ID', { ...bodyOf(invoice), transaction_id: 'a'.repeat(101) }],
		['an object for an ID', { ...bodyOf(invoice), transaction_id: { a: 1 } }],
		// Else an own paid invoice could be asked for, and another one's ID be emitted as verified.
		[
			'a list for an ID, another one beside it',
			{ ...bodyOf(invoice), transaction_id: ['trx_order_2'], trxId: 'trx_order_1' },
		],
		['a list for what is compared', { ...bodyOf(invoice), id: ['NETZ-INV-2'] }],
		['a list for an RRN, a reference beside it', { ...bodyOf(qris), rrn: ['300000000002'] }],
		['a list for an invoice ID, an RRN beside it', { ...bodyOf(qris), transaction_id: ['trx'] }],
		['an RRN that lost digits', { ...bodyOf(qris), referenceId: 2 ** 60 }],
	])('is none with %s', (_what, body) => expect(readCallback(body)).toBeUndefined());
});

describe('a transaction', () => {
	it.each([invoice, qris])('confirms its callback', (payment) =>
		expect(differences(read(bodyOf(payment)), transactionOf(payment))).toEqual([]),
	);

	it.each<[unknown, unknown]>([
		['IDR 15000.00', 15000],
		[15000, 'IDR 15000.00'],
		['15000', 'IDR 15000'],
		['15000.5', 'IDR 15000.50'],
		['100.0', '100'],
		['IDR 100', '100.0'],
		['0015000', 15000],
		[123456789012345, 'IDR 123456789012345.00'],
	])('has the same amount: %s and %s', (given, known) => {
		const body = { ...bodyOf(invoice), amount: given } as IDataObject;
		const transaction = { ...transactionOf(invoice), amount: known, totalAmount: known };
		expect(differences(read(body), transaction as IDataObject)).toEqual([]);
	});

	it('may have the amount that was paid in totalAmount, the fee included', () => {
		const body = { ...bodyOf(invoice), amount: 16100 };
		const transaction = { ...transactionOf(invoice), totalAmount: 'IDR 16100.00' };
		expect(differences(read(body), transaction)).toEqual([]);
	});

	it.each<[string, Payment, IDataObject, string[]]>([
		[
			'another amount',
			invoice,
			{ amount: 'IDR 15002.00', totalAmount: 'IDR 15002.00' },
			['amount'],
		],
		['a cent more', invoice, { amount: 'IDR 15001.01', totalAmount: undefined }, ['amount']],
		['no amount', invoice, { amount: null, totalAmount: null }, ['amount']],
		['still open', invoice, { status: 'INIT' }, ['status']],
		['closed', qris, { status: 'CLOSED' }, ['status']],
		['no status', qris, { status: undefined }, ['status']],
		['another invoice', invoice, { invoiceId: 'NETZ-INV-2' }, ['id']],
		['another transaction ID', invoice, { transactionId: 'other' }, ['id']],
		['another RRN', qris, { rrn: '300000000002' }, ['id']],
		['another ID of a QRIS payment', qris, { transactionId: '2' }, ['id']],
		[
			'all of it',
			qris,
			{ rrn: '3', status: 'INIT', amount: 'IDR 1.00' },
			['id', 'amount', 'status'],
		],
	])('does not confirm it: %s', (_what, payment, changes, expected) =>
		expect(differences(read(bodyOf(payment)), { ...transactionOf(payment), ...changes })).toEqual(
			expected,
		),
	);
});

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
