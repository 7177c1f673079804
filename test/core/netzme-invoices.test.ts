import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS } from '../simulator';
import { netzmeNode } from './netzme';

const { merchantId, invoiceToken } = DEFAULT_ACCOUNTS.netzme;
const { simulator, received, operate, payHost } = netzmeNode();

const INVOICE = {
	amount: '50000',
	fullName: 'Test Buyer',
	email: 'buyer@example.com',
	phoneNumber: '+628110000001',
	description: 'Two tickets',
};

describe('An invoice', () => {
	const create = async (parameters: IDataObject = {}, data: IDataObject = payHost(invoiceToken)) =>
		await operate('invoice', 'create', { ...INVOICE, ...parameters }, { data });

	it('is created at the pay host, and is a transaction then', async () => {
		const options = { partnerTransactionId: 'order-1', expireInSecond: 600 };
		const [invoice] = await create({ options });
		expect(invoice).toMatchObject({ id: 'invoice_1', paymentMethod: 'QRIS' });
		const sent = received().at(-1);
		expect(sent).toMatchObject({ method: 'POST', url: '/api/v1/invoice/createTransaction' });
		expect(sent?.headers).toMatchObject({
			authorization: `custom ${invoiceToken}`,
			'user-agent': `shop;${merchantId}`,
			host: expect.stringMatching(/^localhost:/),
		});
		for (const name of ['signature', 'client-id', 'request-time']) {
			expect(sent?.headers).not.toHaveProperty(name);
		}
		const parameters = { invoiceTransactionId: invoice.trxId };
		const [transaction] = await operate('transaction', 'getInvoice', parameters);
		expect(transaction).toMatchObject({ invoiceId: 'invoice_1', amount: 'IDR 50000.00' });
		expect(transaction).not.toHaveProperty('email');
	});

	it('with every option is accepted', async () => {
		const options = {
			amountDetail: '{"basicAmount": 40000, "shippingAmount": 10000}',
			commissionPercentage: 5,
			feeType: 'on_buyer',
			imageUrl: 'https://example.com/logo.png',
			notes: 'Soon',
			splitFees: '[{"merchant": "M_other"}]',
			terminalId: 'B12',
			topUpDeposit: true,
			type: 'multiple',
		};
		expect(await create({ options })).toMatchObject([{ terminalId: 'B12' }]);
	});

	it('is refused in the words of the pay host', async () => {
		await expect(
			create({}, { ...payHost(invoiceToken), invoiceToken: 'another-token' }),
		).rejects.toThrow('Netzme: Unauthorized (HTTP 401, code 401)');
		expect(received()).toHaveLength(1);
		expect(simulator().counts('netzme').mints).toBe(1);
	});

	it.each([
		['Invoice Token', { invoiceToken: '' }],
		['Pay Base URL', { payBaseUrl: '' }],
	])('without %s is refused by the node', async (label, data) => {
		await expect(create({}, { ...payHost(invoiceToken), ...data })).rejects.toThrow(
			`${label} is empty`,
		);
		expect(received()).toEqual([]);
	});

	it('shows the token nowhere, also where the pay host repeats it', async () => {
		simulator().configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'echo' }] });
		const error = await create().catch((caught: Error) => caught);
		expect((error as Error).message).toContain('Request refused');
		expect(JSON.stringify(error) + (error as Error).message).not.toContain(invoiceToken);
	});
});

describe('An invoice by card', () => {
	const itemDetails = '[{"item_id": "T1", "name": "Ticket", "amount": 25000, "qty": 2}]';
	const byCard = async (parameters: IDataObject) =>
		await operate(
			'invoice',
			'create',
			{ ...INVOICE, paymentMethod: 'CREDIT_CARD', ...parameters },
			{ data: payHost(invoiceToken) },
		);

	it('goes with address and items', async () => {
		const [invoice] = await byCard({ address: 'Jalan Contoh 1', itemDetails });
		expect(invoice).toMatchObject({ paymentMethod: 'CREDIT_CARD' });
	});

	it('does not go without them', async () => {
		await expect(byCard({ itemDetails })).rejects.toThrow('Address is empty');
		await expect(byCard({ address: 'x' })).rejects.toThrow('Item Details (JSON) is empty');
		expect(received()).toEqual([]);
	});
});

describe('An invoice link', () => {
	const createLink = async (parameters: IDataObject = {}) =>
		await operate(
			'invoice',
			'createLink',
			{ ...INVOICE, ...parameters },
			{ data: payHost(invoiceToken) },
		);

	it('is created at the pay host, with the invoice token and no signature', async () => {
		const [invoice] = await createLink({ paymentMethods: ['QRIS', 'VA_MANDIRI'] });
		expect(invoice).toMatchObject({ id: 'invoice_1' });
		const sent = received().at(-1);
		expect(sent).toMatchObject({ method: 'POST', url: '/api/v1/invoice/create', outcome: 'ok' });
		expect(sent?.headers.authorization).toBe(`custom ${invoiceToken}`);
		expect(sent?.headers).not.toHaveProperty('signature');
	});

	it('may be validated', async () => {
		await createLink({ options: { validated: true, partnerTransactionId: 'o1' } });
		expect(received().at(-1)).toMatchObject({
			url: '/api/v1/invoice/create/validated',
			outcome: 'ok',
		});
	});

	it('is not sent again where the connection is cut, and says what to look for', async () => {
		simulator().configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'cut' }] });
		await expect(createLink()).rejects.toThrow(
			'It may have been carried out: look at the provider for the invoice over IDR 50000.00',
		);
		expect(received()).toHaveLength(1);
	});
});
