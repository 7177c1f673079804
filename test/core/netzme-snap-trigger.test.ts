import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { NetzmeTrigger } from '../../nodes/Netzme/NetzmeTrigger.node';
import { DEFAULT_ACCOUNTS, startSimulator, type Simulator } from '../simulator';
import { notify, type NotifierAnswer, type Sending } from '../simulator/notifier';
import {
	snapInvoicePayment,
	snapQrisPayment,
	snapWithdrawal,
	withSignature,
	withToken,
	type SnapPayment,
} from '../simulator/notifierNetzmeSnap';
import { accounts } from './accounts';
import { serveTrigger, type Served } from './webhook';

const { callbackToken } = DEFAULT_ACCOUNTS.netzmeSnap;
const { publicKey: callbackPublicKey } = JSON.parse(
	readFileSync(join(__dirname, '../vectors/snap-bi.json'), 'utf8'),
) as { publicKey: string };

let simulator: Simulator;
let served: Served;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await served.stop();
	await simulator.stop();
});

const serve = async (data: IDataObject = { callbackToken }, parameters: object = {}) => {
	served = await serveTrigger(new NetzmeTrigger(), accounts.netzmeSnap(simulator, data), {
		responseMode: 'lastNode',
		...parameters,
	});
};
const know = (...payments: SnapPayment[]) => {
	for (const { known } of payments) simulator.act('netzmeSnap', 'putTransaction', known);
};
const send = async (...sendings: Sending[]): Promise<NotifierAnswer[]> =>
	(await notify(served.url, sendings)).answers;
const tokened = (payment: Pick<SnapPayment, 'body'>) => withToken(payment, callbackToken);
const items = () => served.executions.flat();
const asked = () =>
	simulator
		.log('netzmeSnap')
		.filter(({ url }) => !url.includes('/access-token/'))
		.map(({ url }) => url);

describe('A callback of SNAP BI', () => {
	it.each([
		['invoice', snapInvoicePayment(1), ['/api-invoice/v2.0/transaction-history-detail']],
		['qris', snapQrisPayment(1), ['/api-qris/v2.0/transaction-history-detail']],
		['withdrawal', snapWithdrawal(1), ['/api/v1.0/debit/status']],
	])('about %s is looked up, emitted and answered', async (kind, payment, urls) => {
		await serve();
		know(payment);
		const [answer] = await send(tokened(payment));
		expect(answer.status).toBe(200);
		expect(JSON.parse(answer.body)).toEqual({
			responseCode: '2000000',
			responseMessage: 'Successful',
			additionalInfo: { originalReferenceNo: payment.body.originalReferenceNo },
		});
		expect(items()).toMatchObject([
			{
				kind,
				verified: true,
				transactionId: payment.known.id,
				notification: payment.body,
				transaction: payment.known.transaction,
			},
		]);
		expect(asked()).toEqual(urls);
	});

	it('starts the workflow once, however often it comes', async () => {
		const payment = snapInvoicePayment(1);
		await serve();
		know(payment);
		const answers = await send(tokened(payment), tokened(payment));
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(items()).toHaveLength(1);
	});

	it('about a withdrawal from the deposit is looked up there, too', async () => {
		await serve();
		expect(await send(tokened(snapWithdrawal(1)))).toMatchObject([{ status: 403 }]);
		expect(asked()).toEqual(['/api/v1.0/debit/status', '/api/v1.0/debit/status-deposit']);
	});

	it('comes again where Netzme cannot be asked', async () => {
		const payment = snapInvoicePayment(1);
		await serve();
		know(payment);
		simulator.configure('netzmeSnap', {
			failNext: [{ target: 'api', count: 1, kind: 'status', status: 500 }],
		});
		const answers = await send(tokened(payment), tokened(payment));
		expect(answers.map(({ status }) => status)).toEqual([503, 200]);
		expect(items()).toHaveLength(1);
	});

	it.each<[string, IDataObject]>([
		['nothing', {}],
		['another path for an ID', { ...snapWithdrawal(1).body, originalReferenceNo: '../../x' }],
		['a list for an ID', { ...snapWithdrawal(1).body, originalReferenceNo: ['x'] }],
		[
			'no transaction ID of an invoice',
			{ ...snapInvoicePayment(1).body, originalPartnerReferenceNo: undefined },
		],
	])('is none with %s', async (_what, body) => {
		await serve();
		expect(await send(tokened({ body }))).toMatchObject([{ status: 400 }]);
		expect(asked()).toEqual([]);
	});
});

describe('What Netzme does not confirm', () => {
	const paid = snapInvoicePayment(1);
	const info = paid.body.additionalInfo as IDataObject;
	const cases: Array<[string, SnapPayment, string[]]> = [
		[
			'an amount',
			snapInvoicePayment(1, { amount: { value: '1.00', currency: 'IDR' } }),
			['amount'],
		],
		[
			'a currency',
			snapInvoicePayment(1, { amount: { value: '15001.00', currency: 'USD' } }),
			['amount'],
		],
		['a status', snapInvoicePayment(1, { latestTransactionStatus: '06' }), ['status']],
		['an invoice', snapInvoicePayment(1, { originalReferenceNo: 'NETZ-INV-2' }), ['id']],
		[
			'a merchant',
			snapInvoicePayment(1, { additionalInfo: { ...info, custIdMerchant: 'M_other' } }),
			['id'],
		],
		['a transaction that is made up', snapInvoicePayment(2), ['id']],
	];

	it.each(cases)('is refused: %s', async (_what, forged) => {
		await serve();
		know(paid);
		expect(await send(tokened(forged))).toMatchObject([{ status: 403, body: '' }]);
		expect(items()).toEqual([]);
	});

	it.each(cases)('is emitted as such on request: %s', async (_what, forged, differs) => {
		await serve({ callbackToken }, { allowUnverified: true });
		know(paid);
		expect(await send(tokened(forged))).toMatchObject([{ status: 200 }]);
		expect(items()).toMatchObject([{ verified: false, differs, notification: forged.body }]);
	});
});

describe('The callback token', () => {
	const payment = snapInvoicePayment(1);

	it.each<[string, Sending]>([
		['another one', withToken(payment, 'callback-token-90c2')],
		['a part of it', withToken(payment, 'callback-token')],
		['none', { body: JSON.stringify(payment.body) }],
	])('is compared before anything else: %s', async (_what, sending) => {
		await serve({ callbackToken }, { allowUnverified: true });
		know(payment);
		expect(await send(sending)).toMatchObject([{ status: 401, body: '' }]);
		expect(items()).toEqual([]);
		expect(asked()).toEqual([]);
		expect(served.warnings.join()).toContain('its callback token is not that of the credential');
		expect(served.warnings.join()).not.toContain('callback-token-90c');
	});

	it('need not be there: the transaction is looked up in any case', async () => {
		await serve({ callbackToken: '' });
		know(payment);
		expect(await send({ body: JSON.stringify(payment.body) })).toMatchObject([{ status: 200 }]);
		expect(items()).toMatchObject([{ verified: true }]);
	});
});

describe('A signature', () => {
	const payment = snapQrisPayment(1);

	it('of Netzme is taken in place of the token, over the body without white space', async () => {
		await serve({ callbackToken, callbackPublicKey });
		know(payment);
		expect(await send(withSignature(payment))).toMatchObject([{ status: 200 }]);
		expect(items()).toMatchObject([{ kind: 'qris', verified: true }]);
	});

	it.each<[string, Sending]>([
		['another path', withSignature(payment, { path: '/another' })],
		['another body', { ...withSignature(payment), body: JSON.stringify(snapQrisPayment(2).body) }],
		[
			'another time',
			{
				...withSignature(payment),
				headers: { ...withSignature(payment).headers, 'x-timestamp': '2026-02-01T00:00:00+07:00' },
			},
		],
		[
			'none of its own beside the right token',
			{
				body: JSON.stringify(payment.body),
				headers: { 'x-signature': 'AAAA', 'x-callback-token': callbackToken },
			},
		],
	])('over %s is refused', async (_what, sending) => {
		await serve({ callbackToken, callbackPublicKey }, { allowUnverified: true });
		know(payment);
		expect(await send(sending)).toMatchObject([{ status: 401 }]);
		expect(asked()).toEqual([]);
	});

	it('is missed where the credential has the key alone', async () => {
		await serve({ callbackPublicKey });
		know(payment);
		expect(await send({ body: JSON.stringify(payment.body) })).toMatchObject([{ status: 401 }]);
		expect(served.warnings).toEqual([expect.stringContaining('it has no signature')]);
	});

	it('cannot be told from another where the key is none: it comes again', async () => {
		await serve({ callbackPublicKey: 'abc' });
		expect(await send(withSignature(payment))).toMatchObject([{ status: 503 }]);
		expect(served.warnings).toEqual([
			expect.stringContaining('Callback Public Key is no public key'),
		]);
	});
});

describe('A callback of the wallet', () => {
	const notified = {
		body: {
			latestTransactionStatus: '00',
			transactionStatusDesc: 'Success',
			originalReferenceNo: '586b4a69-31fe-458d-bcc0-e297e509c8a6',
			balance: { value: '1299991.00', currency: 'IDR' },
			additionalInfo: { type: 'payment_bill', billId: 'b-1' },
		},
	};
	const data = { apiFamily: 'netzmeWalletSnap', callbackToken };

	it('is never verified, as Netzme cannot be asked about it', async () => {
		await serve(data, { allowUnverified: true });
		const [answer] = await send(tokened(notified));
		expect(JSON.parse(answer.body)).toMatchObject({ responseCode: '2000000' });
		expect(items()).toMatchObject([
			{ kind: 'wallet', verified: false, notification: notified.body },
		]);
		expect(asked()).toEqual([]);
	});

	it('is refused unless unverified ones are allowed, and without the token in any case', async () => {
		await serve(data);
		expect(await send(tokened(notified))).toMatchObject([{ status: 403 }]);
		await served.stop();
		await serve(data, { allowUnverified: true });
		expect(await send(withToken(notified, 'another-token'))).toMatchObject([{ status: 401 }]);
	});
});
