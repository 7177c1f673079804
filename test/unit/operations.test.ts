import { UserError, type IDataObject } from 'n8n-workflow';
import { guestlineCheckout } from '../../nodes/GuestlineCheckout/provider';
import { netzme } from '../../nodes/Netzme/provider';
import { pledg } from '../../nodes/Pledg/provider';
import { sasom } from '../../nodes/Sasom/provider';
import type { Asked } from '../../nodes/shared/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const OPERATIONS = {
	getProcessing: operationOf(sasom, 'order', 'getProcessing'),
	simulate: operationOf(pledg, 'paymentSchedule', 'simulate'),
	create: operationOf(guestlineCheckout, 'session', 'create'),
	getBalance: operationOf(netzme, 'balance', 'get'),
};
type Name = keyof typeof OPERATIONS;

const ASKED: Asked = { parameters: {}, request: { method: 'GET', path: '/' } };

const PURCHASE = { merchantUid: 'mer_1', amountCents: 20000, created: '2026-01-31T00:00:00' };
const SCHEDULE = { amount_cents: 20000, created: '2026-01-31' };
const BALANCE = '/api/aggregator/merchant/qr/balance/detail';

describe('the request of an operation', () => {
	it.each<[Name, IDataObject, IDataObject, object]>([
		[
			'getProcessing',
			{ options: {} },
			{},
			{ method: 'GET', path: '/partner/processing/orders', query: {} },
		],
		[
			'getProcessing',
			{ options: { cursor: 'a+b=' } },
			{},
			{ method: 'GET', path: '/partner/processing/orders', query: { cursor: 'a+b=' } },
		],
		[
			'simulate',
			PURCHASE,
			{},
			{ method: 'POST', path: '/api/merchants/mer_1/simulate_payment_schedule', body: SCHEDULE },
		],
		[
			'simulate',
			{ ...PURCHASE, merchantUid: '' },
			{ merchantUid: 'mer_2' },
			{ method: 'POST', path: '/api/merchants/mer_2/simulate_payment_schedule', body: SCHEDULE },
		],
		[
			'simulate',
			PURCHASE,
			{ merchantUid: 'mer_2' },
			{ method: 'POST', path: '/api/merchants/mer_1/simulate_payment_schedule', body: SCHEDULE },
		],
		[
			'simulate',
			{ ...PURCHASE, merchantUid: 'a/../b', amountCents: '200' },
			{},
			{
				method: 'POST',
				path: '/api/merchants/a%2F..%2Fb/simulate_payment_schedule',
				body: { ...SCHEDULE, amount_cents: 200 },
			},
		],
		[
			'create',
			{ session: '{"amount": {"value": 5}}' },
			{},
			{ method: 'POST', path: '/api/checkout/sessions', body: { amount: { value: 5 } } },
		],
		[
			'create',
			{ session: { amount: 5 } },
			{},
			{ method: 'POST', path: '/api/checkout/sessions', body: { amount: 5 } },
		],
		[
			'getBalance',
			{ merchantId: ' M_1 ' },
			{},
			{ method: 'GET', path: BALANCE, query: { userId: 'M_1' } },
		],
		[
			'getBalance',
			{ merchantId: '' },
			{ merchantId: 'M_2' },
			{ method: 'GET', path: BALANCE, query: { userId: 'M_2' } },
		],
		[
			'getBalance',
			{ merchantId: 'M_1' },
			{ merchantId: 'M_2' },
			{ method: 'GET', path: BALANCE, query: { userId: 'M_1' } },
		],
	])('%s with %j and the account %j', (name, parameters, account, expected) => {
		expect(OPERATIONS[name].request(parameters, account)).toEqual(expected);
	});

	it.each<[Name, IDataObject, string]>([
		['simulate', { ...PURCHASE, merchantUid: '' }, 'Merchant UID is empty'],
		['simulate', { ...PURCHASE, merchantUid: '..' }, 'Merchant UID is not valid'],
		[
			'simulate',
			{ ...PURCHASE, amountCents: 0 },
			'Amount (Cents) must be a whole number of at least 1',
		],
		[
			'simulate',
			{ ...PURCHASE, amountCents: 19.99 },
			'Amount (Cents) must be a whole number of at least 1',
		],
		['simulate', { ...PURCHASE, created: 'soon' }, 'Purchase Date is not a date'],
		['create', { session: '{"amount": ' }, 'Session (JSON) is not valid JSON'],
		['create', { session: '[]' }, 'Session (JSON) must be a JSON object'],
		['getBalance', { merchantId: ' ' }, 'Merchant ID is empty'],
	])('%s with %j is refused', (name, parameters, message) => {
		expect(refusalOf(() => OPERATIONS[name].request(parameters, {})).message).toBe(message);
	});
});

describe('the items of an operation', () => {
	it.each<[Name, unknown, unknown]>([
		['getProcessing', { success: true, data: [{ id: 1 }, { id: 2 }] }, [{ id: 1 }, { id: 2 }]],
		['getProcessing', { success: true, data: { next: 'x', orders: [{ id: 1 }] } }, [{ id: 1 }]],
		['getProcessing', { success: true, data: [] }, []],
		['getProcessing', [{ id: 1 }], [{ id: 1 }]],
		['getProcessing', { success: true, data: { id: 1 } }, [{ id: 1 }]],
		['getBalance', { status: 100, body: { balance: 'IDR 5.00' } }, [{ balance: 'IDR 5.00' }]],
	])('%s from %j', (name, body, items) => {
		expect(OPERATIONS[name].items?.(body, ASKED)).toEqual(items);
	});

	const ODD_BODIES = [
		'',
		'<html></html>',
		null,
		5,
		{},
		{ body: null, data: null, properties: null },
	];

	it.each(['getProcessing', 'getBalance'] as const)(
		'%s are objects whatever comes back under HTTP 200, or there is a clear error',
		(name) => {
			for (const body of ODD_BODIES) {
				const items = itemsOrRefusal(() => OPERATIONS[name].items?.(body, ASKED) ?? []);
				for (const item of items) expect(item).toEqual(expect.any(Object));
			}
		},
	);
});

function itemsOrRefusal(items: () => IDataObject[]): IDataObject[] {
	try {
		return items();
	} catch (error) {
		expect(error).toBeInstanceOf(UserError);
		return [];
	}
}
