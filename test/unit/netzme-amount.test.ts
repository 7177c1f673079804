import type { IDataObject } from 'n8n-workflow';
import { netzme } from '../../nodes/Netzme/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const submit = operationOf(netzme, 'withdrawal', 'submit');
const ACCOUNT = { clientId: 'aggregator-1', merchantId: 'M_own', pinSecret: '123456' };
const WITHDRAWAL = {
	accountHolderName: 'Test Holder',
	bankAccountNumber: '12345678',
	bankName: 'TEST BANK',
	bankCode: '014',
	requestId: 'r1',
};

describe('the amount of a withdrawal', () => {
	const amountOf = (withdrawalAmount: unknown, inquiredAmount?: unknown) => {
		const amounts = { withdrawalAmount, inquiredAmount } as IDataObject;
		const { body } = submit.request({ ...WITHDRAWAL, ...amounts }, ACCOUNT);
		return (body as { body: IDataObject }).body.withdrawalAmount;
	};

	it.each([
		['58532500', 58532500],
		['IDR 58532500.00', 58532500],
		['idr58532500', 58532500],
		[' 58532500.0 ', 58532500],
		['0058532500', 58532500],
		[58532500, 58532500],
		['999999999999999', 999999999999999],
	])('may be %j', (given, sent) => expect(amountOf(given)).toBe(sent));

	it.each([
		['IDR 58532500.00', '58532500'],
		['58532500', 'IDR 58532500.00'],
		[58532500, 'IDR 58532500.00'],
		['58532500', ''],
		['58532500', undefined],
	])('%j is that of an inquiry with %j', (given, inquired) => {
		expect(amountOf(given, inquired)).toBe(58532500);
	});

	it.each([
		['', undefined, 'Withdrawal Amount is empty'],
		['soon', undefined, 'Withdrawal Amount is not an amount'],
		['58.532.500', undefined, 'Withdrawal Amount is not an amount'],
		['58,532,500', undefined, 'Withdrawal Amount is not an amount'],
		['USD 5', undefined, 'Withdrawal Amount is not an amount'],
		['-5', undefined, 'Withdrawal Amount is not an amount'],
		['1e9', undefined, 'Withdrawal Amount is not an amount'],
		['1000000000000000', undefined, 'Withdrawal Amount is not an amount'],
		['5.50', undefined, 'Withdrawal Amount must be a whole number of rupiah, at least 1'],
		[5.5, undefined, 'Withdrawal Amount must be a whole number of rupiah, at least 1'],
		['0', undefined, 'Withdrawal Amount must be a whole number of rupiah, at least 1'],
		['58532500', 'later', 'Inquired Amount is not an amount'],
		[
			'58532500',
			'IDR 58532500.01',
			'Withdrawal Amount is IDR 58532500.00, but the inquiry gave IDR 58532500.01',
		],
		[
			'58532500',
			'5853250',
			'Withdrawal Amount is IDR 58532500.00, but the inquiry gave IDR 5853250.00',
		],
	])('%j with an inquiry of %j is refused', (given, inquired, message) => {
		expect(refusalOf(() => amountOf(given, inquired)).message).toBe(message);
	});
});
