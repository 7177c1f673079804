import type { IDataObject } from 'n8n-workflow';
import { invoicePath, LIST, qrisPath, verdictOn, type Records } from './netzme-records';

/** Where the transaction of a callback is looked for, and what is made of what Netzme answers. */
const QRIS = {
	merchantUserId: 'M_1',
	transactionId: 't1',
	referenceId: '5723237453485750',
	ts: '2026-01-31 23:30:00.629000+0700',
	amount: 'IDR 2100.00',
	status: '100',
};
const RECORD = {
	rrn: '306410381877',
	transactionId: 't1',
	status: 'SUCCESS',
	amount: 'IDR 2100.00',
};
const LISTED = { transactionId: 't1', type: 'PAYMENT', status: 'SUCCESS', amount: 'IDR 2100.00' };
const other = (at: number) => ({ ...LISTED, transactionId: `other-${at}` });
const listed = (page: number, merchant = 'M_1', day = '2026-01-31') =>
	[LIST, merchant, day, day, page].join(' ');

describe('a payment by QRIS', () => {
	it.each<[string, IDataObject, Records, string[], string]>([
		[
			'by its RRN',
			{ ...QRIS, rrn: RECORD.rrn },
			{ acquired: { [RECORD.rrn]: RECORD } },
			[qrisPath(RECORD.rrn)],
			RECORD.rrn,
		],
		[
			'by a reference that is the RRN',
			{ ...QRIS, referenceId: RECORD.rrn },
			{ acquired: { [RECORD.rrn]: RECORD } },
			[qrisPath(RECORD.rrn)],
			RECORD.rrn,
		],
		[
			'by a reference that is another one',
			QRIS,
			{ acquired: { [QRIS.referenceId]: { ...RECORD, referenceId: QRIS.referenceId } } },
			[qrisPath(QRIS.referenceId)],
			QRIS.referenceId,
		],
		[
			'by its transaction ID',
			QRIS,
			{ acquired: { t1: RECORD } },
			[qrisPath(QRIS.referenceId), qrisPath('t1')],
			't1',
		],
		[
			'in the list of its day',
			QRIS,
			{ pages: [[other(1)], [other(2), LISTED]] },
			[qrisPath(QRIS.referenceId), qrisPath('t1'), listed(1), listed(2)],
			't1',
		],
		[
			'in the list, of the merchant of the credential',
			{ ...QRIS, merchantUserId: 'x'.repeat(1000) },
			{ pages: [[LISTED]] },
			[qrisPath(QRIS.referenceId), qrisPath('t1'), listed(1, 'M_own')],
			't1',
		],
		[
			'in the list, of a day in another time zone',
			{ ...QRIS, ts: '2026-01-31T23:30:00Z' },
			{ pages: [[LISTED]] },
			[qrisPath(QRIS.referenceId), qrisPath('t1'), listed(1, 'M_1', '2026-02-01')],
			't1',
		],
		[
			'in the list, by the reference',
			{ ...QRIS, transactionId: null },
			{ pages: [[{ ...LISTED, referenceId: QRIS.referenceId }]] },
			[qrisPath(QRIS.referenceId), listed(1)],
			QRIS.referenceId,
		],
		[
			'by the next ID where Netzme has another payment under the first one',
			QRIS,
			{ acquired: { [QRIS.referenceId]: { ...RECORD, transactionId: 't9' }, t1: RECORD } },
			[qrisPath(QRIS.referenceId), qrisPath('t1')],
			't1',
		],
		[
			'by the next ID where Netzme does not like the first one',
			QRIS,
			{
				acquired: { t1: RECORD },
				answers: { [qrisPath(QRIS.referenceId)]: { status: '300', statusMessage: 'invalid rrn' } },
			},
			[qrisPath(QRIS.referenceId), qrisPath('t1')],
			't1',
		],
	])('is found %s', async (_what, body, records, expected, transactionId) => {
		const { item, asked } = await verdictOn(body, records);
		expect(asked).toEqual(expected);
		expect(item?.json).toMatchObject({ kind: 'qris', verified: true, transactionId });
		// However it was found.
		expect(item?.id).toBe('[true,"qris","t1","paid"]');
	});

	it('without a time is looked for today, as it is in Jakarta', async () => {
		jest.useFakeTimers({ now: Date.parse('2026-02-01T18:00:00Z') });
		const { asked } = await verdictOn({ ...QRIS, ts: ['x'] }, {});
		jest.useRealTimers();
		expect(asked.at(-1)).toBe(listed(1, 'M_1', '2026-02-02'));
	});

	it('is not looked for in the list of nobody', async () => {
		const { asked } = await verdictOn({ ...QRIS, merchantUserId: null }, {}, true, '');
		expect(asked).toEqual([qrisPath(QRIS.referenceId), qrisPath('t1')]);
	});

	it('is asked for by nothing more once a payment of that ID is found, whatever else differs', async () => {
		const records = {
			acquired: { [QRIS.referenceId]: { ...RECORD, referenceId: QRIS.referenceId } },
		};
		const { item, asked } = await verdictOn({ ...QRIS, amount: 1 }, records);
		expect(asked).toHaveLength(1);
		expect(item?.json).toMatchObject({ verified: false, differs: ['amount'] });
	});

	it('is unknown where the list repeats a page for ever', async () => {
		const { item, asked } = await verdictOn(QRIS, { pages: [[other(1)], [other(2)], [other(2)]] });
		expect(asked.slice(2)).toEqual([listed(1), listed(2), listed(3)]);
		expect(item?.json).toMatchObject({ verified: false, differs: ['id'], transaction: {} });
	});

	it.each<[string, Records['answers'], number]>([
		['no answer', { [qrisPath('t1')]: 'none' }, 2],
		['a server error', { [qrisPath(QRIS.referenceId)]: 503 }, 1],
		['too many requests', { [qrisPath('t1')]: 429 }, 2],
		['a list that is not answered', { [LIST]: 'none' }, 3],
		['a list with a server error', { [LIST]: 500 }, 3],
		['a refusal other than "not found"', { [qrisPath('t1')]: { status: '300' } }, 3],
	])('is put off after %s, and nothing else is asked', async (_what, answers, count) => {
		const { verdict, asked } = await verdictOn(QRIS, { answers });
		expect(verdict).toMatchObject({ refuse: 503 });
		expect(asked).toHaveLength(count);
	});

	it.each<[string, IDataObject]>([
		['is refused', { status: '400', statusMessage: 'userId is not valid' }],
		['has another shape', { status: 100, body: { a: [], b: [] } }],
	])('is unknown where the list %s', async (_what, answer) => {
		const { item } = await verdictOn(QRIS, { answers: { [LIST]: answer } });
		expect(item?.json).toMatchObject({ verified: false, differs: ['id'] });
	});

	it('is put off where the list is a web page', async () => {
		await expect(verdictOn(QRIS, { answers: { [LIST]: {} } })).rejects.toThrow('no list');
	});
});

it('an ID with unusual characters is one step of the path', async () => {
	const id = 'INV/2026?a=b#c%2F..;é';
	const records = { invoices: { [id]: { trxId: id, status: 'PAID', amount: 1 } } };
	const body = { transaction_id: id, status: 'paid', amount: 1 };
	const { item, asked } = await verdictOn(body, records);
	expect(asked).toEqual([invoicePath('INV%2F2026%3Fa%3Db%23c%252F..%3B%C3%A9')]);
	expect(item?.json).toMatchObject({ verified: true, transactionId: id });
});
