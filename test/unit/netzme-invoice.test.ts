import type { IDataObject } from 'n8n-workflow';
import { netzme } from '../../nodes/Netzme/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const create = operationOf(netzme, 'invoice', 'create');
const ACCOUNT = {
	clientId: 'aggregator-1',
	merchantId: 'M_own',
	environment: 'staging',
	invoiceToken: 'invoice-token',
	invoiceClientName: 'shop',
	payBaseUrl: '',
};
const INVOICE = {
	amount: '50000',
	paymentMethod: 'QRIS',
	fullName: 'Test Buyer',
	email: 'buyer@example.com',
	phoneNumber: '+628110000001',
	description: 'Two tickets',
	options: {},
};
const SENT = {
	merchant: 'M_own',
	amount: 50000,
	fullname: 'Test Buyer',
	email: 'buyer@example.com',
	phone_number: '+628110000001',
	description: 'Two tickets',
	notes: 'Two tickets',
	image_url: '',
	commission_percentage: 0,
	type: 'single',
	fee_type: 'on_seller',
	payment_method: 'QRIS',
	amount_detail: { basicAmount: 50000, shippingAmount: 0 },
};

const requestOf = (parameters: IDataObject = {}, account: IDataObject = {}) =>
	create.request({ ...INVOICE, ...parameters }, { ...ACCOUNT, ...account });
const refusal = (parameters: IDataObject, account: IDataObject = {}) =>
	refusalOf(() => requestOf(parameters, account)).message;

describe('the request for an invoice', () => {
	it('goes to the pay host, with client name and merchant', () => {
		expect(requestOf()).toEqual({
			method: 'POST',
			origin: 'https://pay-stg.netzme.com',
			path: '/api/v1/invoice/createTransaction',
			headers: { 'User-Agent': 'shop;M_own' },
			body: { request: SENT },
		});
	});

	it('names the client by its ID where it has no other name', () => {
		const { headers } = requestOf({ merchantId: 'M_1' }, { invoiceClientName: ' ' });
		expect(headers).toEqual({ 'User-Agent': 'aggregator-1;M_1' });
	});

	it.each([
		['custom', 'https://pay.example.com', 'https://pay.example.com'],
		['production', ' https://pay.example.com/ ', 'https://pay.example.com'],
		['production', '', 'https://pay.netzme.com'],
		['production', ' ', 'https://pay.netzme.com'],
		['staging', 'https://pay.example.com', 'https://pay-stg.netzme.com'],
	])('in environment %s with the field %j goes to %s', (environment, payBaseUrl, origin) => {
		expect(requestOf({}, { environment, payBaseUrl }).origin).toBe(origin);
	});

	it.each<[IDataObject, IDataObject]>([
		[{ amountDetail: '{"basicAmount": 1}' }, { amount_detail: { basicAmount: 1 } }],
		[{ amountDetail: { basicAmount: 1 } }, { amount_detail: { basicAmount: 1 } }],
		[{ commissionPercentage: 2.5 }, { commission_percentage: 2.5 }],
		[{ expireInSecond: 600 }, { expire_in_second: 600 }],
		[{ feeType: 'on_buyer' }, { fee_type: 'on_buyer' }],
		[{ imageUrl: 'https://example.com/logo.png' }, { image_url: 'https://example.com/logo.png' }],
		[{ notes: 'Soon' }, { notes: 'Soon' }],
		[{ partnerTransactionId: ' o1 ' }, { partner_transaction_id: 'o1' }],
		[
			{ splitFees: '[{"merchant": "M_2"}]' },
			{ isSplitFee: true, splitFees: [{ merchant: 'M_2' }] },
		],
		[{ terminalId: 'B12' }, { terminal_id: 'B12' }],
		[{ topUpDeposit: true }, { apiSource: 'topup_deposit' }],
		[{ topUpDeposit: 'true' }, { apiSource: 'topup_deposit' }],
		[{ topUpDeposit: false }, {}],
		[{ topUpDeposit: 'false' }, {}],
		[{ type: 'multiple' }, { type: 'multiple' }],
	])('with the options %j', (options, added) => {
		expect(requestOf({ options }).body).toEqual({ request: { ...SENT, ...added } });
	});

	it('is refused where Amount Detail is added and left as it is: no example figures go out', () => {
		const added = create.options?.find(({ name }) => name === 'amountDetail')?.default;
		expect(refusal({ amount: '75000', options: { amountDetail: added } })).toBe(
			'Amount Detail (JSON) is empty',
		);
	});

	describe('by card', () => {
		const ITEM = { item_id: 'T1', name: 'Ticket', amount: 25000, qty: 2 };
		const card = (itemDetails: unknown, address = ' Jalan Contoh 1 ') =>
			({ paymentMethod: 'CREDIT_CARD', address, itemDetails }) as IDataObject;

		it('has the address and what is sold', () => {
			const details = [
				ITEM,
				{ ...ITEM, item_id: ' T2 ', amount: 'IDR 5000.00', qty: '1', size: 'L' },
			];
			for (const given of [details, JSON.stringify(details)]) {
				expect(requestOf(card(given)).body).toEqual({
					request: {
						...SENT,
						payment_method: 'CREDIT_CARD',
						address: 'Jalan Contoh 1',
						item_details: [
							ITEM,
							{ item_id: 'T2', name: 'Ticket', amount: 5000, qty: 1, size: 'L' },
						],
					},
				});
			}
		});

		it('only: with another method neither is sent', () => {
			const others = { address: 'x', itemDetails: [ITEM] };
			expect(requestOf(others as IDataObject).body).toEqual({ request: SENT });
		});

		const LIST = 'Item Details (JSON) must be a JSON list of objects';
		it.each<[unknown, string]>([
			['', 'Item Details (JSON) is empty'],
			[undefined, 'Item Details (JSON) is empty'],
			['[', 'Item Details (JSON) is not valid JSON'],
			['[]', LIST],
			['{}', LIST],
			['[1]', LIST],
			[[{ ...ITEM, name: '' }], 'Item Details (JSON): Item 1: name is empty'],
			[[ITEM, { ...ITEM, item_id: undefined }], 'Item Details (JSON): Item 2: item_id is empty'],
			[
				[{ ...ITEM, amount: 0.5 }],
				'Item Details (JSON): Item 1: amount must be a whole number of rupiah, at least 1',
			],
			[
				[{ ...ITEM, qty: 0 }],
				'Item Details (JSON): Item 1: qty must be a whole number of at least 1',
			],
		])('is refused with the items %j', (items, message) => {
			expect(refusal(card(items))).toBe(message);
		});

		it('is refused without an address', () => {
			expect(refusal(card([ITEM], ''))).toBe('Address is empty');
		});
	});

	it('is found by the partner transaction ID, where there is one', () => {
		const options = { partnerTransactionId: 'o1' };
		expect(requestOf({ options }).reference).toBe('Partner Transaction ID o1');
		expect(requestOf()).not.toHaveProperty('reference');
	});

	it.each<[IDataObject, string]>([
		[{ amount: '' }, 'Amount is empty'],
		[{ amount: '5.50' }, 'Amount must be a whole number of rupiah, at least 1'],
		[{ fullName: '' }, 'Full Name is empty'],
		[{ fullName: 'Buyer 1' }, 'Full Name must be letters and spaces only'],
		[{ email: '' }, 'Email is empty'],
		[{ phoneNumber: '' }, 'Phone Number is empty'],
		[{ description: ' ' }, 'Description is empty'],
		[
			{ options: { commissionPercentage: 101 } },
			'Commission (Percent) must be a number from 0 to 100',
		],
		[
			{ options: { commissionPercentage: 'half' } },
			'Commission (Percent) must be a number from 0 to 100',
		],
		[
			{ options: { expireInSecond: 0 } },
			'Expires In (Seconds) must be a whole number of at least 1',
		],
		[{ options: { partnerTransactionId: '' } }, 'Partner Transaction ID is empty'],
		[{ options: { splitFees: '{}' } }, 'Split Fees (JSON) must be a JSON list'],
		[{ options: { splitFees: '[]' } }, 'Split Fees (JSON) must be a JSON list'],
		[
			{ options: { terminalId: 'A00' } },
			'Terminal ID must be a capital letter and two digits, A01 to Z99',
		],
		[{ options: { splitFees: null } }, 'Split Fees (JSON) is empty'],
		[{ options: { feeType: undefined } }, 'Fee Type is empty'],
		[{ options: { amountDetail: '' } }, 'Amount Detail (JSON) is empty'],
		[{ options: { amountDetail: '[1]' } }, 'Amount Detail (JSON) must be a JSON object'],
	])('is refused with %j', (parameters, message) => {
		expect(refusal(parameters)).toBe(message);
	});

	it.each<[IDataObject, string]>([
		[{ invoiceToken: '' }, 'Invoice Token is empty'],
		[{ invoiceToken: undefined }, 'Invoice Token is empty'],
		[{ environment: 'production', payBaseUrl: undefined }, 'Pay Base URL is empty'],
		[{ environment: 'custom' }, 'Pay Base URL is empty'],
		[
			{ environment: 'production', payBaseUrl: 'http://pay.example.com' },
			'Pay Base URL must begin with https://',
		],
		[{ environment: 'custom', payBaseUrl: undefined }, 'Pay Base URL is empty'],
		[
			{ environment: 'custom', payBaseUrl: 'http://pay.example.com' },
			'Pay Base URL must begin with https://',
		],
		[
			{ invoiceClientName: 'shop;M_2' },
			'Invoice Client Name contains a character that it cannot have',
		],
		[{ invoiceClientName: 'shöp' }, 'Invoice Client Name contains a character that it cannot have'],
		[{ merchantId: '' }, 'Merchant ID is empty'],
	])('is refused with the credential %j', (account, message) => {
		expect(refusal({}, account)).toBe(message);
	});
});

describe('the item of an invoice', () => {
	const itemsOf = (answer: unknown) =>
		create.items?.(answer, { parameters: {}, request: requestOf() });

	it('is the result', () => {
		const result = { id: 'invoice_1', paymentUrl: 'https://pay.example.com/1' };
		expect(itemsOf({ status: true, result })).toEqual([result]);
	});

	it.each(['', '<html></html>', null, {}, { status: true, result: null }])(
		'is a clear error where %j comes',
		(answer) => {
			expect(refusalOf(() => itemsOf(answer)).message).toBe(
				'The answer is not what this operation gets as a rule',
			);
		},
	);
});
