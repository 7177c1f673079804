import type { IDataObject } from 'n8n-workflow';
import { pledg } from '../../nodes/Pledg/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const simulate = operationOf(pledg, 'paymentSchedule', 'simulate');
const simulatePublic = operationOf(pledg, 'paymentSchedule', 'simulatePublic');
const simulateCompany = operationOf(pledg, 'paymentSchedule', 'simulateCompany');
const credit = operationOf(pledg, 'purchase', 'creditByTransfer');
const release = operationOf(pledg, 'purchase', 'release');
const OPERATIONS = { simulate, simulatePublic, simulateCompany, credit, release };
type Name = keyof typeof OPERATIONS;

const SCHEDULE = { merchantUid: 'mer_1', amountCents: 20000, created: '2026-01-31T00:00:00' };
const CREDIT = { purchaseUid: 'pur_1', amountCents: 200 };
const PUBLIC_PATH = '/api/users/me/merchants';
const COMPANY = { companyUid: 'cmp_1', amountCents: '20000', created: '2026-01-31' };
const COMPANY_PATH = '/api/users/me/companies/cmp_1/simulate_payment_schedule';
const second = (secondInstallmentDate: unknown) =>
	({ options: { secondInstallmentDate } }) as IDataObject;

describe('the request of an operation', () => {
	it.each<[Name, IDataObject, IDataObject, object]>([
		[
			'simulatePublic',
			SCHEDULE,
			{ authentication: 'signature', merchantUid: 'mer_2' },
			{
				method: 'POST',
				path: `${PUBLIC_PATH}/mer_1/simulate_payment_schedule`,
				body: { amount_cents: 20000, created: '2026-01-31' },
			},
		],
		[
			'simulatePublic',
			{ ...SCHEDULE, merchantUid: ' ' },
			{ merchantUid: 'mer/2' },
			{
				method: 'POST',
				path: `${PUBLIC_PATH}/mer%2F2/simulate_payment_schedule`,
				body: { amount_cents: 20000, created: '2026-01-31' },
			},
		],
		[
			'simulateCompany',
			COMPANY,
			{ authentication: 'signature', merchantUid: 'mer_2' },
			{
				method: 'POST',
				path: COMPANY_PATH,
				body: { amount_cents: 20000, created: '2026-01-31' },
			},
		],
		[
			'simulateCompany',
			{ ...COMPANY, companyUid: ' a/../b', ...second('2026-03-05T00:00:00') },
			{},
			{
				method: 'POST',
				path: '/api/users/me/companies/a%2F..%2Fb/simulate_payment_schedule',
				body: {
					amount_cents: 20000,
					created: '2026-01-31',
					second_installment_date: '2026-03-05',
				},
			},
		],
		[
			'credit',
			CREDIT,
			{ authentication: 'accessToken' },
			{
				method: 'POST',
				path: '/api/purchases/pur_1/credit_by_transfer',
				body: { amount_cents: 200 },
				reference: 'Purchase pur_1',
			},
		],
		[
			'credit',
			{ purchaseUid: ' pur_a/../b ', amountCents: '1' },
			{ authentication: 'dashboardLogin' },
			{
				method: 'POST',
				path: '/api/purchases/pur_a%2F..%2Fb/credit_by_transfer',
				body: { amount_cents: 1 },
				reference: 'Purchase pur_a/../b',
			},
		],
		[
			'release',
			{ purchaseUid: 'pur_1' },
			{ authentication: 'dashboardLogin' },
			{ method: 'POST', path: '/api/purchases/pur_1/release', reference: 'Purchase pur_1' },
		],
	])('%s with %j and the account %j', (name, parameters, account, expected) => {
		expect(OPERATIONS[name].request(parameters, account)).toEqual(expected);
	});

	const WHOLE = 'Amount (Cents) must be a whole number of at least 1';
	it.each<[Name, IDataObject, IDataObject, string]>([
		['simulatePublic', { ...SCHEDULE, merchantUid: '' }, {}, 'Merchant UID is empty'],
		['simulatePublic', { ...SCHEDULE, merchantUid: '..' }, {}, 'Merchant UID is not valid'],
		['simulatePublic', { ...SCHEDULE, amountCents: 0.5 }, {}, WHOLE],
		['simulatePublic', { ...SCHEDULE, created: '2026-02-30' }, {}, 'Purchase Date is not a date'],
		['simulateCompany', { ...COMPANY, companyUid: '' }, {}, 'Company UID is empty'],
		['simulateCompany', { ...COMPANY, companyUid: '..' }, {}, 'Company UID is not valid'],
		['simulateCompany', { ...COMPANY, amountCents: 0 }, {}, WHOLE],
		['simulateCompany', { ...COMPANY, created: '' }, {}, 'Purchase Date is empty'],
		[
			'simulateCompany',
			{ ...COMPANY, ...second('soon') },
			{},
			'Second Instalment Date is not a date',
		],
		['credit', { ...CREDIT, purchaseUid: '' }, {}, 'Purchase UID is empty'],
		['credit', { ...CREDIT, purchaseUid: 'order_1' }, {}, 'Purchase UID must begin with pur_'],
		['credit', { ...CREDIT, amountCents: 0 }, {}, WHOLE],
		['credit', { ...CREDIT, amountCents: 1.5 }, {}, WHOLE],
		['credit', { ...CREDIT, amountCents: '2e400' }, {}, WHOLE],
		['release', { purchaseUid: 'mer_1' }, {}, 'Purchase UID must begin with pur_'],
	])('%s with %j is refused', (name, parameters, account, message) => {
		expect(refusalOf(() => OPERATIONS[name].request(parameters, account)).message).toBe(message);
	});

	it.each<[Name, string, string, RegExp]>([
		[
			'simulate',
			'signature',
			'This payment schedule needs the access token',
			/Simulate \(Public\)/,
		],
		['simulate', 'dashboardLogin', 'This payment schedule needs the access token', /Access Token/],
		['credit', 'signature', 'This operation does not take a signature', /Dashboard Login/],
		['release', 'signature', 'This operation does not take a signature', /Nothing was sent/],
	])('%s is refused with the authentication %s', (name, authentication, message, wayOut) => {
		const refusal = refusalOf(() =>
			OPERATIONS[name].request({ ...SCHEDULE, ...CREDIT }, { authentication }),
		);
		expect(refusal).toEqual({ message, description: expect.stringMatching(wayOut) });
	});

	it.each(['simulate', 'simulatePublic', 'simulateCompany'] as const)(
		'%s has a day for the second instalment only where it is filled in',
		(name) => {
			const sentWith = (options: IDataObject) =>
				OPERATIONS[name].request({ ...SCHEDULE, ...COMPANY, ...options }, {}).body;
			const plain = { amount_cents: 20000, created: '2026-01-31' };
			for (const empty of ['', ' ', null, undefined])
				expect(sentWith(second(empty))).toEqual(plain);
			const dated = { ...plain, second_installment_date: '2026-03-05' };
			expect(sentWith(second('2026-03-05'))).toEqual(dated);
		},
	);

	it('reads only where a schedule is simulated, so that nothing else is repeated', () => {
		const reads = Object.entries(OPERATIONS).filter(([, { isRead }]) => isRead);
		expect(reads.map(([name]) => name)).toEqual(['simulate', 'simulatePublic', 'simulateCompany']);
	});
});

describe('the items of an operation', () => {
	const itemsOf = (name: Name, parameters: IDataObject, body: unknown) =>
		OPERATIONS[name].items?.(body, { parameters, request: { method: 'POST', path: '/' } });

	it.each<[string, unknown, IDataObject]>([
		['an object', { status: 'credited' }, { status: 'credited' }],
		['its own amount', { amount_cents: 100 }, { amount_cents: 100 }],
		['nothing', '', {}],
		['null', null, {}],
		['plain text', 'OK', { answer: 'OK' }],
		['a number', 5, { answer: 5 }],
		['a list', [1], { answer: [1] }],
	])('show what was credited, and the answer: %s', (_what, body, shown) => {
		const known = { purchase_uid: 'pur_1', amount_cents: 200 };
		expect(itemsOf('credit', CREDIT, body)).toEqual([{ ...known, ...shown }]);
	});

	it('show what was released', () => {
		expect(itemsOf('release', { purchaseUid: ' pur_1' }, '')).toEqual([{ purchase_uid: 'pur_1' }]);
	});

	it.each<[string, unknown, unknown]>([
		[
			'one for each payment solution',
			{ items: [{ taeg: 1 }, { taeg: 2 }] },
			[{ taeg: 1 }, { taeg: 2 }],
		],
		['none of a company without', { items: [] }, []],
		['the whole answer where it has no list', { INSTALLMENT: [] }, [{ INSTALLMENT: [] }]],
	])('of a company are %s', (_what, body, items) => {
		expect(itemsOf('simulateCompany', COMPANY, body)).toEqual(items);
	});

	it.each(['<html></html>', null, [], { items: [5] }])(
		'of a company are not made of %j',
		(body) => {
			const { message } = refusalOf(() => itemsOf('simulateCompany', COMPANY, body));
			expect(message).toBe('The answer is not what this operation gets as a rule');
		},
	);

	it('are none of a web page', () => {
		const { message } = refusalOf(() => itemsOf('credit', CREDIT, '\n<html></html>'));
		expect(message).toBe('The answer is not what this operation gets as a rule');
	});
});

describe('a failure', () => {
	it.each<[number, unknown, unknown]>([
		[200, { error: { debug: 'x' } }, undefined],
		[400, { error: { debug: 'No such merchant' } }, { message: 'No such merchant' }],
		[400, { error: 'No' }, { message: 'No' }],
		[
			400,
			{ type: 'invalid_request_error', message: 'No' },
			{ message: 'No', code: 'invalid_request_error' },
		],
		[400, { error: null }, { message: '' }],
		[400, null, { message: '' }],
		// The loop shows text as it is, and no web pages.
		[400, 'amount_cents is too high', undefined],
		[502, '<html></html>', undefined],
	])('HTTP %i with %j', (status, body, failure) => {
		expect(pledg.failure({ status, headers: {}, body })).toEqual(failure);
	});
});
