import type { IDataObject } from 'n8n-workflow';
import { HmacSHA256, enc } from 'crypto-js';
import { DEFAULT_ACCOUNTS } from '../simulator';
import { Netzme } from '../../nodes/Netzme/Netzme.node';
import { accounts } from './accounts';
import { contextFor } from './harness';
import { netzmeSnapNode } from './netzmeSnap';

const { clientId, merchantId, pin, bank } = DEFAULT_ACCOUNTS.netzmeSnap;
const { simulator, received, operate, lastBody } = netzmeSnapNode();
const REFERENCE = expect.stringMatching(/^snapaggregator\d{18}$/) as string;
const idr = (value: string) => ({ value, currency: 'IDR' });

const FROM_INQUIRY = {
	withdrawalAmount: '={{ $json.amount.value }}',
	accountHolderName: '={{ $json.beneficiaryAccountName }}',
	bankAccountNumber: '={{ $json.beneficiaryAccountNumber }}',
	bankName: '={{ $json.beneficiaryBankName }}',
	bankCode: '={{ $json.beneficiaryBankCode }}',
};

describe.each([
	[
		'withdrawal',
		['inquireSnap', 'submitSnap', 'getStatusSnap'],
		['emoney/bank-account-inquiry', 'emoney/transfer-bank', 'debit/status'],
		'605368.00',
	],
	[
		'deposit',
		['inquireWithdrawalSnap', 'submitWithdrawalSnap', 'getWithdrawalStatusSnap'],
		['emoney/bank-account-inquiry/deposit', 'emoney/transfer-bank/deposit', 'debit/status-deposit'],
		'1000000.00',
	],
])('A withdrawal from %s', (resource, [inquiry, submission, status], paths, amount) => {
	const inquire = async () => await operate(resource, inquiry);
	const submit = async (parameters: IDataObject = {}, items?: IDataObject[], data?: IDataObject) =>
		await operate(
			resource,
			submission,
			{ ...FROM_INQUIRY, ...parameters },
			{ items: items ?? (await inquire()), data },
		);
	const submitted = () => received().filter(({ url }) => url === `/api/v1.0/${paths[1]}`);

	it('goes from inquiry to transfer to status', async () => {
		const [inquired] = await inquire();
		expect(inquired).toMatchObject({ amount: idr(amount), ...bank });
		expect(lastBody()).toEqual({ custIdMerchant: merchantId, partnerReferenceNo: REFERENCE });

		const [withdrawal] = await submit({}, [inquired]);
		expect(withdrawal).toMatchObject({ partnerReferenceNo: REFERENCE, amount: idr(amount) });
		expect(lastBody()).toEqual({
			partnerReferenceNo: withdrawal.partnerReferenceNo,
			customerNumber: merchantId,
			amount: idr(amount),
			...bank,
			additionalInfo: {
				type: 'submit_withdraw',
				pin: HmacSHA256(pin, clientId + merchantId).toString(enc.Hex),
			},
		});

		const found = await operate(resource, status, {
			withdrawalReference: withdrawal.partnerReferenceNo,
		});
		expect(found).toMatchObject([
			{ withdrawalAmount: idr(amount), additionalInfo: { status: 'PENDING' } },
		]);
		expect(received().map(({ url }) => url)).toEqual(paths.map((path) => `/api/v1.0/${path}`));
	});

	it('takes a reference of the user, once', async () => {
		const items = await inquire();
		const parameters = { partnerReferenceNo: 'mine-1', compareWithInquiry: false };
		const half = { ...parameters, withdrawalAmount: '1000' };
		expect(await submit(half, items)).toMatchObject([{ partnerReferenceNo: 'mine-1' }]);
		await expect(submit(half, items)).rejects.toThrow(
			'Netzme: Duplicate partnerReferenceNo: this Partner Reference Number was used before. Look up what became of it before you send another one (HTTP 409, code 4094301)',
		);
	});

	it('is compared with the inquiry before anything is sent', async () => {
		const items = await inquire();
		await expect(submit({ withdrawalAmount: '1' }, items)).rejects.toThrow(
			`Withdrawal Amount is IDR 1.00, but the inquiry gave IDR ${amount}`,
		);
		await expect(submit({}, [{ ...items[0], amount: null }])).rejects.toThrow(
			/(Withdrawal|Inquired) Amount is empty/,
		);
		expect(submitted()).toEqual([]);
	});

	it.each<[string, object]>([
		['the connection is cut', { kind: 'cut' }],
		['Netzme fails', { kind: 'status', status: 500 }],
	])('is not sent twice where %s, and the error says what to look for', async (_what, fault) => {
		const items = await inquire();
		simulator().configure('netzmeSnap', {
			failNext: [{ target: 'api', count: 1, ...fault } as never],
		});
		await expect(submit({ partnerReferenceNo: 'mine-1' }, items)).rejects.toThrow(
			'It may have been carried out: look at the provider for Partner Reference Number mine-1 before you send it again',
		);
		expect(submitted()).toHaveLength(1);
	});

	it.each<[string, object]>([
		['no code', { partnerReferenceNo: 'x' }],
		['a web page', '<html></html>' as never],
	])('is in doubt where the answer has %s', async (_what, body) => {
		const items = await inquire();
		simulator().configure('netzmeSnap', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 200, body }],
		});
		await expect(submit({}, items)).rejects.toThrow('It may have been carried out');
	});

	it.each<[IDataObject, IDataObject | undefined, string]>([
		[
			{ withdrawalAmount: '0', inquiredAmount: '0' },
			undefined,
			'Withdrawal Amount must be more than 0',
		],
		[{ withdrawalAmount: '1,5' }, undefined, 'Withdrawal Amount is not an amount'],
		[{ bankCode: '' }, undefined, 'Bank Code is empty'],
		[{ partnerReferenceNo: '={{ null }}' }, undefined, 'Partner Reference Number is empty'],
		[{}, { pinSecret: '' }, 'PIN must be six digits'],
	])('is not sent with %j and %j', async (parameters, data, message) => {
		await expect(submit(parameters, undefined, data)).rejects.toThrow(message);
		expect(submitted()).toEqual([]);
	});

	it('is refused with a wrong PIN, which does not come back', async () => {
		const error = await submit({}, undefined, { pinSecret: '654321' }).catch((each: Error) => each);
		expect((error as Error).message).toContain('Check PIN in the credential');
		const hash = HmacSHA256('654321', clientId + merchantId).toString(enc.Hex);
		expect(JSON.stringify(error)).not.toContain(hash);
	});
});

describe('An invoice', () => {
	const BUYER = {
		amount: '50000',
		fullName: 'Test Buyer',
		email: 'buyer@example.com',
		phoneNumber: '+628110000001',
		description: 'Two tickets',
	};
	const additionalInfo = {
		email: 'buyer@example.com',
		notes: 'Two tickets',
		description: 'Two tickets',
		phoneNumber: '+628110000001',
		imageUrl: '',
		fullname: 'Test Buyer',
	};
	const amounts = {
		amount: idr('50000.00'),
		amountDetail: { basicAmount: idr('50000.00'), shippingAmount: idr('0.00') },
	};

	it('is created with its payment method, and found by its transaction ID', async () => {
		const [item] = await operate('invoice', 'createSnap', BUYER);
		expect(item).toMatchObject({
			partnerReferenceNo: REFERENCE,
			payMethod: 'QRIS',
			paymentUrl: expect.stringContaining('https://') as string,
			additionalInfo: { trxId: 'trx-snap-1' },
		});
		expect(received()[0].url).toBe('/api/v1.0/invoice/create-transaction');
		expect(lastBody()).toEqual({
			partnerReferenceNo: item.partnerReferenceNo,
			custIdMerchant: merchantId,
			...amounts,
			payMethod: 'QRIS',
			commissionPercentage: '0',
			expireInSecond: '3600',
			feeType: 'on_seller',
			additionalInfo,
		});
	});

	it('has the options that were added', async () => {
		await operate('invoice', 'createSnap', {
			...BUYER,
			amount: 'IDR 50000.50',
			paymentMethod: 'BCA',
			options: {
				commissionPercentage: 2,
				expireInSecond: 600,
				feeType: 'on_buyer',
				imageUrl: 'https://example.com/logo.png',
				notes: 'Note',
				terminalId: 'B02',
				topUpDeposit: true,
			},
		});
		expect(lastBody()).toMatchObject({
			amount: idr('50000.50'),
			payMethod: 'BCA',
			expireInSecond: '600',
			feeType: 'on_buyer',
			terminalId: 'B02',
			commissionPercentage: '2',
			additionalInfo: {
				...additionalInfo,
				notes: 'Note',
				imageUrl: 'https://example.com/logo.png',
				apiSource: 'topup_deposit',
			},
		});
	});

	it('for a card says where the buyer lives and what is sold', async () => {
		await operate('invoice', 'createSnap', {
			...BUYER,
			paymentMethod: 'CREDIT_CARD',
			address: 'Jalan Contoh 1',
			itemDetails: '[{"item_id": "T1", "name": "Ticket", "amount": 25000, "qty": 2}]',
		}).catch(() => undefined);
		expect(lastBody()).toMatchObject({
			payMethod: 'CREDIT_CARD',
			additionalInfo: {
				address: 'Jalan Contoh 1',
				item_details: [{ item_id: 'T1', name: 'Ticket', amount: 25000, qty: 2 }],
			},
		});
	});

	it('as a link leaves the method to the buyer', async () => {
		const [item] = await operate('invoice', 'createLinkSnap', BUYER);
		expect(received()[0].url).toBe('/api/v1.0/invoice/create');
		expect(lastBody()).toEqual({
			partnerReferenceNo: item.partnerReferenceNo,
			custIdMerchant: merchantId,
			...amounts,
			commissionPercentage: 0,
			feeType: 'on_seller',
			additionalInfo,
		});
	});

	it('is the same request where n8n runs the node again (Retry On Fail), and is refused then', async () => {
		const parameters = { resource: 'invoice', operation: 'createSnap', ...BUYER };
		const nodeType = new Netzme();
		const context = contextFor(accounts.netzmeSnap(simulator()), { nodeType, parameters });
		await nodeType.execute.call(context);
		await expect(nodeType.execute.call(context)).rejects.toThrow(
			'a request with this X-EXTERNAL-ID has been here today',
		);
		const [first, second] = received();
		expect(second.headers['x-external-id']).toBe(first.headers['x-external-id']);
		expect(second.body).toBe(first.body);
	});

	it('is not created twice where the connection is cut', async () => {
		simulator().configure('netzmeSnap', { failNext: [{ target: 'api', count: 1, kind: 'cut' }] });
		await expect(operate('invoice', 'createSnap', BUYER)).rejects.toThrow(
			'It may have been carried out',
		);
		expect(received()).toHaveLength(1);
	});
});
