import type { IDataObject } from 'n8n-workflow';
import { readCallback, type Callback } from '../../nodes/Netzme/trigger/callback';
import { differences } from '../../nodes/Netzme/trigger/differences';
import {
	invoicePayment,
	qrisPayment,
	withdrawalNotice,
	type Payment,
} from '../simulator/notifierNetzme';

const bodyOf = ({ sending }: Payment) => JSON.parse(sending.body) as IDataObject;
const transactionOf = ({ known }: Payment) => known.transaction as IDataObject;
const invoice = invoicePayment(1);
const qris = qrisPayment(1);
const withdrawal = withdrawalNotice(1);
const read = (body: IDataObject): Callback => readCallback(body)!;

describe('a transaction', () => {
	it.each([invoice, qris, withdrawal])('confirms its callback', (payment) =>
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
		['15000.000', 15000],
		['IDR 15,000.00', '15000.0000'],
		['1,500,000', 'IDR 1500000.00'],
		[{ value: '15000.00', currency: 'IDR' }, 15000],
		[15000, { value: 15000, currency: ' idr ' }],
	])('has the same amount: %s and %s', (given, known) => {
		const body = { ...bodyOf(invoice), amount: given } as IDataObject;
		const transaction = { ...transactionOf(invoice), amount: known, totalAmount: known };
		expect(differences(read(body), transaction as IDataObject)).toEqual([]);
	});

	it.each<[unknown, unknown]>([
		['10,000', 'IDR 10000.00'],
		['10.000', 'IDR 10000.00'],
		['10.000', 'IDR 10.00'],
		['10.500', 'IDR 10.50'],
		['10.000,00', 'IDR 10000.00'],
		['1,0000.00', 'IDR 10000.00'],
		['1,00,000.00', 'IDR 100000.00'],
		['10000.001', 'IDR 10000.00'],
		['10000.', 'IDR 10000.00'],
		['1e4', 'IDR 10000.00'],
		['-10000', 'IDR 10000.00'],
		[-10000, 'IDR 10000.00'],
		['USD 10000.00', 'IDR 10000.00'],
		['much', 'IDR 10000.00'],
		[undefined, 'IDR 10000.00'],
		[['10000'], 'IDR 10000.00'],
		[true, 'IDR 1.00'],
		[{ value: '10000.00', currency: 'USD' }, 'IDR 10000.00'],
		[{ value: '10000.00' }, 'IDR 10000.00'],
		[{ value: { value: '1', currency: 'IDR' }, currency: 'IDR' }, 'IDR 1.00'],
		[{ value: '10000.00', currency: ['IDR'] }, 'IDR 10000.00'],
		['IDR 10000.00', { value: '10000.00', currency: 'USD' }],
		['much', 'much'],
		[undefined, undefined],
		['0'.repeat(1_000_000) + 'x', 'IDR 10000.00'],
	])('has another amount: %j and %j', (given, known) => {
		const body = { ...bodyOf(invoice), amount: given } as IDataObject;
		const transaction = { ...transactionOf(invoice), amount: known, totalAmount: undefined };
		expect(differences(read(body), transaction as IDataObject)).toEqual(['amount']);
	});

	it.each([undefined, null, '', 'odd', ['paid'], { paid: true }, true, 1])(
		'does not confirm a callback with the status %j',
		(status) => {
			const body = { ...bodyOf(invoice), status, invoiceStatus: 'paid' } as IDataObject;
			expect(differences(read(body), transactionOf(invoice))).toEqual(['status']);
		},
	);

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
