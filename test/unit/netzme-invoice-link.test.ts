import type { IDataObject } from 'n8n-workflow';
import { netzme } from '../../nodes/Netzme/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const createLink = operationOf(netzme, 'invoice', 'createLink');
const ACCOUNT = {
	clientId: 'aggregator-1',
	merchantId: 'M_own',
	environment: 'production',
	invoiceToken: 'invoice-token',
	invoiceClientName: 'shop',
	payBaseUrl: '',
};
const INVOICE = {
	amount: '50000',
	paymentMethods: ['QRIS', 'VA_BCA'],
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
	fee_type: 'on_seller',
	amount_detail: { basicAmount: 50000, shippingAmount: 0 },
};
const requestOf = (parameters: IDataObject = {}) =>
	createLink.request({ ...INVOICE, ...parameters }, ACCOUNT);

describe('the request for an invoice link', () => {
	it('leaves the buyer several methods', () => {
		expect(requestOf()).toEqual({
			method: 'POST',
			origin: 'https://pay.netzme.com',
			path: '/api/v1/invoice/create',
			headers: { 'User-Agent': 'shop;M_own' },
			body: { request: { ...SENT, type: 'single', payment_methods: ['QRIS', 'VA_BCA'] } },
			reference: 'the invoice over IDR 50000.00',
		});
		expect(createLink.isRead).toBeUndefined();
	});

	it('is found by the partner transaction ID, where there is one', () => {
		const options = { partnerTransactionId: 'o1' };
		const { reference, body } = requestOf({ options });
		expect(reference).toBe('Partner Transaction ID o1');
		expect(body).toMatchObject({ request: { partner_transaction_id: 'o1' } });
	});

	it('has one method and no type where it is validated', () => {
		const { path, body } = requestOf({ paymentMethods: ['QRIS'], options: { validated: true } });
		expect(path).toBe('/api/v1/invoice/create/validated');
		expect(body).toEqual({ request: { ...SENT, payment_method: 'QRIS' } });
	});

	it('has the items where they are added', () => {
		const items = [{ item_id: 'T1', name: 'Ticket', amount: 25000, qty: 2 }];
		const { body } = requestOf({ options: { itemDetails: JSON.stringify(items) } });
		expect(body).toMatchObject({ request: { item_details: items } });
	});

	it.each<[IDataObject, string]>([
		[{ paymentMethods: [] }, 'Payment Methods is empty'],
		[{ options: { validated: true } }, 'Payment Methods must be exactly one with Validated'],
		[{ options: { validated: null } }, 'Validated is empty'],
		[{ options: { validated: 'maybe' } }, 'Validated must be true or false'],
		[{ options: { itemDetails: null } }, 'Item Details (JSON) is empty'],
		[{ amount: '0' }, 'Amount must be a whole number of rupiah, at least 1'],
		[{ email: '' }, 'Email is empty'],
	])('is refused with %j', (parameters, message) => {
		expect(refusalOf(() => requestOf(parameters)).message).toBe(message);
	});
});

describe('the item of an invoice link', () => {
	const itemsOf = (answer: unknown) =>
		createLink.items?.(answer, { parameters: {}, request: requestOf() });

	it('is the result, or the answer where it has no such object', () => {
		expect(itemsOf({ status: true, result: { id: 'i1' } })).toEqual([{ id: 'i1' }]);
		const answer = { status: 'true', result: 'https://pay.example.com/1' };
		expect(itemsOf(answer)).toEqual([answer]);
	});

	it('is none where the answer does not say that it was done', () => {
		expect(refusalOf(() => itemsOf({ result: {} })).message).toBe(
			'The answer does not report success',
		);
	});
});
