import { netzme } from '../../nodes/Netzme/provider';
import type { Asked } from '../../nodes/shared/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const operation = (name: string) => {
	const [resource, value] = name.split('.');
	return operationOf(netzme, resource, value);
};
const asked = (request: Partial<Asked['request']> = {}): Asked => ({
	parameters: {},
	request: { method: 'GET', path: '/', ...request },
});

describe('the items of', () => {
	it.each([
		'balance.get',
		'deposit.getBalance',
		'deposit.inquireWithdrawal',
		'deposit.getWithdrawalStatus',
		'merchant.get',
		'transaction.getInvoice',
		'transaction.getQrisAcquire',
		'withdrawal.getStatus',
		'splitFee.getStatus',
	])('%s are what the answer holds', (name) => {
		const answer = { status: '100', requestId: 'x', body: { amount: 'IDR 5.00' } };
		expect(operation(name).items?.(answer, asked())).toEqual([{ amount: 'IDR 5.00' }]);
		for (const odd of ['', '<html></html>', null, 5, {}, { body: null }, { body: [] }]) {
			expect(refusalOf(() => operation(name).items?.(odd, asked())).message).toBe(
				'The answer is not what this operation gets as a rule',
			);
		}
	});

	const sent = asked({ body: { requestId: 'r1' } });

	it('an inquiry have the request ID', () => {
		const answer = { requestId: 'r1', body: { withdrawalAmount: 'IDR 5.00' } };
		expect(operation('withdrawal.inquire').items?.(answer, sent)).toEqual([
			{ withdrawalAmount: 'IDR 5.00', requestId: 'r1' },
		]);
	});

	it('a forgotten PIN have no PIN, also where Netzme tells the new one', () => {
		const answer = { status: 100, body: { timeLeftInMillis: 1800000, pin: '672240' } };
		expect(operation('pin.forgot').items?.(answer, sent)).toEqual([
			{ timeLeftInMillis: 1800000, requestId: 'r1' },
		]);
	});

	const WRITES = [
		'withdrawal.submit',
		'deposit.submitWithdrawal',
		'splitFee.deduct',
		'pin.create',
		'pin.forgot',
		'receipt.create',
	];
	describe.each(WRITES)('%s', (name) => {
		it.each([
			[
				{ status: '100', requestId: 'r1', body: { userId: 'M_1' } },
				{ userId: 'M_1', requestId: 'r1' },
			],
			[
				{ status: 100, requestId: 'uuid', body: { userId: 'M_1', requestId: 'uuid' } },
				{ userId: 'M_1', requestId: 'r1', providerRequestId: 'uuid' },
			],
			[{ status: 100, body: null }, { requestId: 'r1' }],
			[{ status: 100 }, { requestId: 'r1' }],
		])('have the request ID of %j', (answer, item) => {
			expect(operation(name).items?.(answer, sent)).toEqual([item]);
		});

		it.each(['', '<html></html>', null, []])('are none where %j comes', (answer) => {
			expect(refusalOf(() => operation(name).items?.(answer, sent)).message).toBe(
				'The answer is not what this operation gets as a rule',
			);
		});

		it.each([
			{},
			{ message: 'Forbidden' },
			{ body: { userId: 'M_1' } },
			{ status: null },
			{ status: true },
		])('are none where %j comes, which does not say that it was done', (answer) => {
			const refusal = refusalOf(() => operation(name).items?.(answer, sent));
			expect(refusal.message).toBe('The answer does not report success');
			expect(refusal.description.includes('Forbidden')).toBe('message' in answer);
		});
	});
});

describe('Simplify keeps', () => {
	it.each(['transaction.getMany', 'transaction.getInvoice', 'transaction.getQrisAcquire'])(
		'the known fields of %s, or all where it knows none',
		(name) => {
			const { simplify } = operation(name);
			expect(simplify?.({ amount: 'IDR 5.00', status: 'PAID', tsLong: 5 })).toEqual({
				amount: 'IDR 5.00',
				status: 'PAID',
			});
			expect(simplify?.({ other: 1 })).toEqual({ other: 1 });
		},
	);
});
