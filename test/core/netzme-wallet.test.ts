import type { IDataObject } from 'n8n-workflow';
import { netzmeNode } from './netzme';

const { simulator, received, operate, lastBody } = netzmeNode();
const userId = 'user-4711';
const wallet = async (operation: string, parameters: IDataObject = {}) =>
	await operate(
		'wallet',
		operation,
		{ userId, ...parameters },
		{ data: { apiFamily: 'netzmeWallet' } },
	);

describe('A wallet', () => {
	it.each<[string, IDataObject, string, IDataObject]>([
		['getAccountStatus', {}, `/aggregator/cdd/status?userid=${userId}`, { status: 'VERIFIED' }],
		[
			'getBalance',
			{},
			`/payment/aggregator/balance?userId=${userId}`,
			{ totalBalance: 'IDR 5000.00' },
		],
		['getFixedVa', {}, `/payment/aggregator/fixed_va?userId=${userId}`, { bankCode: '014' }],
		[
			'getQrDetails',
			{ qrContent: '00020101' },
			'/payment/aggregator/qr/scan',
			{ qrContent: '00020101' },
		],
		['getTransaction', { refId: 'ref-1' }, '/payment/aggregator/transaction', { refId: 'ref-1' }],
	])('%s', async (operation, parameters, url, expected) => {
		expect(await wallet(operation, parameters)).toMatchObject([expected]);
		expect(received()).toMatchObject([{ url, outcome: 'ok' }]);
		const [token] = simulator().log('netzme');
		expect(token.url).toBe('/oauth/token/accesstoken');
	});

	it('has a history, page by page', async () => {
		const seqIds = async (parameters: IDataObject) =>
			(await wallet('getHistory', parameters)).map(({ seqId }) => seqId);
		expect(await seqIds({})).toEqual([1, 2, 3]);
		expect(lastBody()).toMatchObject({
			requestId: expect.stringMatching(/^aggregatortest\d{18}$/),
			type: 'aggregator_transaction_history',
			body: { userId, limit: 20, seqId: 0 },
		});
		expect(await seqIds({ pageSize: 1, sequenceId: 1 })).toEqual([2]);
	});

	it('may be asked again where the connection is cut', async () => {
		simulator().configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'cut' }] });
		await wallet('getTransaction', { refId: 'ref-1' });
		expect(received()).toHaveLength(2);
	});

	it('is nothing for a credential of Toko Netzme, nor the other way round', async () => {
		const message = (family: string) =>
			`API Family of the credential must be ${family} for this operation`;
		await expect(operate('wallet', 'getBalance', { userId })).rejects.toThrow(
			message('Netzme Wallet'),
		);
		const data = { apiFamily: 'netzmeWallet' };
		await expect(operate('balance', 'get', {}, { data })).rejects.toThrow(message('Toko Netzme'));
		expect(received()).toEqual([]);
	});
});
