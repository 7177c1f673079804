import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS } from '../simulator';
import { netzmeNode } from './netzme';

const { merchantId, bank } = DEFAULT_ACCOUNTS.netzme;
const MERCHANT = '/api/aggregator/merchant';
const { simulator, received, operate, lastBody } = netzmeNode();

const FROM_INQUIRY = Object.fromEntries(
	['withdrawalAmount', ...Object.keys(bank)].map((name) => [name, `={{ $json.${name} }}`]),
);

describe('A withdrawal from the deposit', () => {
	const inquire = async () => await operate('deposit', 'inquireWithdrawal');
	const submit = async (parameters: IDataObject, items: IDataObject[]) =>
		await operate('deposit', 'submitWithdrawal', { ...FROM_INQUIRY, ...parameters }, { items });
	const submitted = () => received().filter(({ url }) => url === `${MERCHANT}/deposit/withdraw`);

	it('goes from inquiry to submission to status', async () => {
		const [inquiry] = await inquire();
		expect(inquiry).toMatchObject({ withdrawalAmount: 'IDR 1000000.00', ...bank });
		const [{ requestId }] = await submit({}, [inquiry]);
		expect(lastBody()).toMatchObject({
			requestId,
			type: 'submit_withdraw',
			body: { userId: merchantId, withdrawalAmount: 1000000 },
		});
		expect(await operate('deposit', 'getWithdrawalStatus', { requestId })).toMatchObject([
			{ requestId, status: 'PENDING' },
		]);
		expect(await operate('deposit', 'getBalance')).toMatchObject([{ totalBalance: 'IDR 0.00' }]);
		expect(await operate('balance', 'get')).toMatchObject([{ balance: 'IDR 58532500.00' }]);
	});

	it('is compared with the inquiry before anything is sent', async () => {
		await expect(submit({ withdrawalAmount: '1' }, await inquire())).rejects.toThrow(
			'Withdrawal Amount is IDR 1.00, but the inquiry gave IDR 1000000.00',
		);
		expect(submitted()).toEqual([]);
	});

	it('is not sent again where the connection is cut, and names its request ID', async () => {
		const items = await inquire();
		simulator().configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'cut' }] });
		await expect(submit({}, items)).rejects.toThrow(
			/may have been carried out: .* Request ID aggr/,
		);
		expect(submitted()).toHaveLength(1);
	});

	it('shows the hash of the PIN nowhere', async () => {
		const items = await inquire();
		simulator().configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'echo' }] });
		const error = await submit({}, items).catch((caught: Error) => caught);
		const { pin } = lastBody().body;
		expect(pin).toMatch(/^[0-9a-f]{64}$/);
		expect(JSON.stringify(error) + (error as Error).message).not.toContain(pin);
	});
});

it('The transactions of a deposit come page by page', async () => {
	simulator().configure('netzme', { orderCount: 3, pageSize: 2 });
	const days = { startDate: '2026-01-01', endDate: '2026-01-31' };
	const items = await operate('deposit', 'getManyTransactions', { ...days, returnAll: true });
	expect(items).toHaveLength(3);
	expect(items[0]).toHaveProperty('tsLong');
	const path = `${MERCHANT}/deposit/transaction/list?userId=${merchantId}`;
	expect(received().map(({ url }) => url)).toEqual(
		[1, 2].map((page) => `${path}&startdate=2026-01-01&enddate=2026-01-31&page=${page}`),
	);
});
