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
