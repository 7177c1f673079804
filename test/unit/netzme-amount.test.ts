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
	const amountOf = (withdrawalAmount: unknown, more: IDataObject = {}) => {
		const parameters = { ...WITHDRAWAL, withdrawalAmount, ...more } as IDataObject;
		const { body } = submit.request(parameters, ACCOUNT);
		return (body as { body: IDataObject }).body.withdrawalAmount;
	};

	const ALONE = { compareWithInquiry: false };
	const comparedWith = (inquiredAmount: unknown, compareWithInquiry: unknown = true) =>
		({ inquiredAmount, compareWithInquiry }) as IDataObject;

	it.each([
		['58532500', 58532500],
		['IDR 58532500.00', 58532500],
		['idr58532500', 58532500],
		[' 58532500.0 ', 58532500],
		['0058532500', 58532500],
		[58532500, 58532500],
		['999999999999999', 999999999999999],
	])('may be %j', (given, sent) => expect(amountOf(given, ALONE)).toBe(sent));

	it.each([
		['IDR 58532500.00', '58532500'],
		['58532500', 'IDR 58532500.00'],
		[58532500, 'IDR 58532500.00'],
	])('%j is that of an inquiry with %j', (given, inquired) => {
		expect(amountOf(given, comparedWith(inquired))).toBe(58532500);
	});

	it.each([
		['', 'Withdrawal Amount is empty'],
		['soon', 'Withdrawal Amount is not an amount'],
		['58.532.500', 'Withdrawal Amount is not an amount'],
		['58,532,500', 'Withdrawal Amount is not an amount'],
		['USD 5', 'Withdrawal Amount is not an amount'],
		['-5', 'Withdrawal Amount is not an amount'],
		['1e9', 'Withdrawal Amount is not an amount'],
		['1000000000000000', 'Withdrawal Amount is not an amount'],
		['5.50', 'Withdrawal Amount must be a whole number of rupiah, at least 1'],
		[5.5, 'Withdrawal Amount must be a whole number of rupiah, at least 1'],
		['0', 'Withdrawal Amount must be a whole number of rupiah, at least 1'],
	])('%j is refused', (given, message) => {
		expect(refusalOf(() => amountOf(given, ALONE)).message).toBe(message);
	});

	it.each([
		['later', 'Inquired Amount is not an amount'],
		[
			'IDR 58532500.01',
			'Withdrawal Amount is IDR 58532500.00, but the inquiry gave IDR 58532500.01',
		],
		['5853250', 'Withdrawal Amount is IDR 58532500.00, but the inquiry gave IDR 5853250.00'],
		['', 'Inquired Amount is empty'],
		[' ', 'Inquired Amount is empty'],
		[undefined, 'Inquired Amount is empty'],
		[null, 'Inquired Amount is empty'],
	])('an inquiry of %j is refused', (inquired, message) => {
		const refused = refusalOf(() => amountOf('58532500', comparedWith(inquired)));
		expect(refused.message).toBe(message);
	});

	it.each([undefined, 'true', 'TRUE ', 1])(
		'is compared where an expression gives %j in place of a no',
		(isCompared) => {
			const refused = refusalOf(() => amountOf('58532500', comparedWith('1', isCompared)));
			expect(refused.message).toContain('but the inquiry gave IDR 1.00');
		},
	);

	it.each([null, '', 'no', 2])('is refused where the switch to compare holds %j', (isCompared) => {
		const refused = refusalOf(() => amountOf('58532500', comparedWith('1', isCompared)));
		expect(refused.message).toBe('Compare With Inquiry must be true or false');
	});

	it.each(['false', ' FALSE', '0', 0])('is not compared where an expression says %j', (word) => {
		expect(amountOf('58532500', comparedWith('1', word))).toBe(58532500);
	});

	it('is not compared where that is turned off, whatever the inquiry gave', () => {
		expect(amountOf('58532500', comparedWith('1', false))).toBe(58532500);
	});
});
