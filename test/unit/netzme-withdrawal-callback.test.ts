import type { IDataObject } from 'n8n-workflow';
import { verdictOn, withdrawalPath, type Records } from './netzme-records';

describe('a withdrawal', () => {
	const records = {
		withdrawals: { r1: { requestId: 'r1', status: 'Success', withdrawalAmount: 'IDR 50000.00' } },
	};
	const pending = { withdrawals: { r1: { ...records.withdrawals.r1, status: 'PENDING' } } };

	it.each<[string, IDataObject, Records, string]>([
		['by its request ID', { requestId: 'r1', status: 'SUCCESS' }, records, 'paid'],
		['with its amount', { requestId: 'r1', status: '100', amount: '50,000.00' }, records, 'paid'],
		[
			'as SNAP names it',
			{
				originalReferenceNo: 'r1',
				originalPartnerReferenceNo: 'p1',
				latestTransactionStatus: '00',
			},
			records,
			'paid',
		],
		['that is pending', { requestId: 'r1', status: 'pending' }, pending, 'pending'],
	])('is confirmed %s', async (_what, body, known, status) => {
		const { item, asked } = await verdictOn(body, known);
		expect(asked).toEqual([withdrawalPath('r1')]);
		expect(item).toMatchObject({
			id: JSON.stringify([true, 'withdrawal', 'r1', status]),
			json: { kind: 'withdrawal', verified: true, transactionId: 'r1', notification: body },
		});
	});

	it.each<[string, IDataObject, Records, string[]]>([
		['another status', { requestId: 'r1', status: 'SUCCESS' }, pending, ['status']],
		[
			'a status of SNAP that is another',
			{ requestId: 'r1', latestTransactionStatus: '06' },
			records,
			['status'],
		],
		[
			'two statuses, one of them another',
			{ requestId: 'r1', status: 'SUCCESS', latestTransactionStatus: '06' },
			records,
			['status'],
		],
		['no status', { requestId: 'r1' }, records, ['status']],
		['a list for a status', { requestId: 'r1', status: ['SUCCESS'] }, records, ['status']],
		[
			'a status that Netzme does not name',
			{ requestId: 'r1', status: 'SUCCESS' },
			{ withdrawals: { r1: { requestId: 'r1' } } },
			['status'],
		],
		[
			'a list for a status, of which Netzme names none, too',
			{ requestId: 'r1', status: ['SUCCESS'] },
			{ withdrawals: { r1: { requestId: 'r1' } } },
			['status'],
		],
		['another amount', { requestId: 'r1', status: 'SUCCESS', amount: 1 }, records, ['amount']],
		[
			'an amount that is none',
			{ requestId: 'r1', status: 'SUCCESS', amount: 'x' },
			records,
			['amount'],
		],
		[
			'an amount that Netzme does not name',
			{ requestId: 'r1', status: 'SUCCESS', withdrawalAmount: 5 },
			{ withdrawals: { r1: { requestId: 'r1', status: 'SUCCESS' } } },
			['amount'],
		],
		['another ID', { requestId: 'r2', status: 'SUCCESS' }, records, ['id']],
		['two IDs', { requestId: 'r1', originalReferenceNo: 'r2', status: 'SUCCESS' }, records, ['id']],
		[
			'the ID of another withdrawal in what Netzme has',
			{ requestId: 'r1', status: 'SUCCESS' },
			{ withdrawals: { r1: { ...records.withdrawals.r1, requestId: 'r2' } } },
			['id'],
		],
	])('is not confirmed with %s', async (_what, body, known, differs) => {
		expect((await verdictOn(body, known)).item?.json).toMatchObject({ verified: false, differs });
		expect((await verdictOn(body, known, false)).verdict).toMatchObject({ refuse: 403 });
	});
});
