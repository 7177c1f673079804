import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS } from '../simulator';
import { netzmeNode } from './netzme';

const { merchantId, bank } = DEFAULT_ACCOUNTS.netzme;
const MERCHANT = '/api/aggregator/merchant';
const { simulator, received, operate, lastBody } = netzmeNode();

const FROM_INQUIRY = Object.fromEntries(
	['withdrawalAmount', ...Object.keys(bank)].map((name) => [name, `={{ $json.${name} }}`]),
);

describe('A withdrawal', () => {
	const inquire = async () => await operate('withdrawal', 'inquire');
	const submit = async (parameters: IDataObject = {}, items?: IDataObject[], data?: IDataObject) =>
		await operate(
			'withdrawal',
			'submit',
			{ ...FROM_INQUIRY, ...parameters },
			{ items: items ?? (await inquire()), data },
		);
	const submitted = () => received().filter(({ url }) => url === `${MERCHANT}/qr/withdraw`);

	it('goes from inquiry to submission to status', async () => {
		const [inquiry] = await inquire();
		expect(inquiry).toMatchObject({ withdrawalAmount: 'IDR 58532500.00', ...bank });
		expect(inquiry.requestId).toBe(lastBody().requestId);
		expect(lastBody()).toMatchObject({ type: 'withdraw_inquiry', body: { userId: merchantId } });

		const [withdrawal] = await submit({}, [inquiry]);
		expect(withdrawal).toMatchObject({ withdrawalAmount: 'IDR 58532500.00', ...bank });
		expect(lastBody()).toMatchObject({
			requestId: withdrawal.requestId,
			type: 'submit_withdraw',
			body: { userId: merchantId, withdrawalAmount: 58532500 },
		});
		expect(withdrawal.requestId).toMatch(/^aggregatortest\d{18}$/);
		expect(withdrawal.requestId).not.toBe(inquiry.requestId);

		const { requestId } = withdrawal;
		expect(await operate('withdrawal', 'getStatus', { requestId })).toMatchObject([
			{ requestId, status: 'PENDING' },
		]);
		expect(received().at(-1)?.url).toBe(`${MERCHANT}/withdraw/${String(requestId)}`);
	});

	it('takes a request ID of the user', async () => {
		const items = await inquire();
		expect(await submit({ requestId: 'mine-1' }, items)).toMatchObject([{ requestId: 'mine-1' }]);
		await expect(submit({ requestId: 'mine-1' }, items)).rejects.toThrow(
			'Netzme: Duplicate requestId (HTTP 200, code 409)',
		);
	});

	it.each(['={{ $json.nothing }}', '={{ null }}', '={{ [] }}', '={{ { a: 1 } }}'])(
		'gets no new request ID where the expression gives none: %s',
		async (requestId) => {
			await expect(submit({ requestId })).rejects.toThrow(/^Request ID (is empty|must be text)/);
			expect(submitted()).toEqual([]);
		},
	);

	it('is compared with the inquiry before anything is sent', async () => {
		const items = await inquire();
		await expect(submit({ withdrawalAmount: '58532501' }, items)).rejects.toThrow(
			'Withdrawal Amount is IDR 58532501.00, but the inquiry gave IDR 58532500.00',
		);
		expect(submitted()).toEqual([]);
		await expect(
			submit({ withdrawalAmount: '58532501', compareWithInquiry: false }, items),
		).rejects.toThrow('withdrawalAmount is not that of the inquiry (HTTP 200, code 402)');
	});

	it('is not sent where the inquired amount has got lost on the way, as behind a Set node', async () => {
		const [inquiry] = await inquire();
		const between = { amount: inquiry.withdrawalAmount, ...bank };
		await expect(submit({ withdrawalAmount: '={{ $json.amount }}' }, [between])).rejects.toThrow(
			'Inquired Amount is empty',
		);
		expect(submitted()).toEqual([]);
	});

	it('keeps its request ID when it goes out again after a refused token', async () => {
		const items = await inquire();
		simulator().revoke('netzme');
		const [{ requestId }] = await submit({}, items);
		const ids = submitted().map(
			({ body }) => JSON.parse(Buffer.from(body, 'base64').toString()).requestId,
		);
		expect(ids).toEqual([requestId, requestId]);
		expect(submitted().map(({ outcome }) => outcome)).toEqual(['refused-token', 'ok']);
	});

	it.each([[{}], [{ message: 'Forbidden' }]])(
		'has not succeeded where Netzme answers %j, and is not sent again',
		async (body) => {
			const items = await inquire();
			simulator().configure('netzme', {
				failNext: [{ target: 'api', count: 1, kind: 'status', status: 200, body }],
			});
			await expect(submit({}, items)).rejects.toThrow('The answer does not report success');
			expect(submitted()).toHaveLength(1);
		},
	);

	it('with another PIN is refused by Netzme, without one by the node', async () => {
		const items = await inquire();
		await expect(submit({}, items, { pinSecret: '654321' })).rejects.toThrow(
			'Netzme: Wrong PIN (HTTP 200, code 403)',
		);
		await expect(submit({}, items, { pinSecret: '' })).rejects.toThrow('PIN must be six digits');
		expect(submitted()).toHaveLength(1);
	});

	it('shows the PIN nowhere, also where Netzme repeats what it was sent', async () => {
		const items = await inquire();
		simulator().configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'echo' }] });
		const error = await submit({}, items).catch((caught: Error) => caught);
		const { pin } = lastBody().body;
		expect(pin).toMatch(/^[0-9a-f]{64}$/);
		expect(String((error as Error).message)).toContain('Request refused');
		expect(JSON.stringify(error) + (error as Error).message).not.toContain(pin);
	});
});
