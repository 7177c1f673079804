import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_ACCOUNTS } from '../simulator';
import { netzmeNode } from './netzme';

const { merchantId, pin } = DEFAULT_ACCOUNTS.netzme;
const { simulator, received, operate, lastBody } = netzmeNode();

describe('A PIN', () => {
	const create = async (data: IDataObject = {}) => await operate('pin', 'create', {}, { data });
	const forgot = async () => await operate('pin', 'forgot');

	it('is created from the credential, and travels hashed only', async () => {
		const [{ requestId }] = await create();
		expect(requestId).toMatch(/^aggregatortest\d{18}$/);
		expect(lastBody()).toMatchObject({
			requestId,
			type: 'create_pin',
			body: { username: merchantId, pin: expect.stringMatching(/^[0-9a-f]{64}$/) },
		});
		const said = received().map(({ url, body }) => url + Buffer.from(body, 'base64').toString());
		expect(said.join()).not.toContain(pin);
	});

	it('is not sent where it is not six digits', async () => {
		await expect(create({ pinSecret: '12345' })).rejects.toThrow('PIN must be six digits');
		expect(received()).toEqual([]);
	});

	it('shows its hash nowhere, also where Netzme repeats what it was sent', async () => {
		simulator().configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'echo' }] });
		const error = await create().catch((caught: Error) => caught);
		expect(String((error as Error).message)).toContain('Request refused');
		expect(JSON.stringify(error) + (error as Error).message).not.toContain(lastBody().body.pin);
	});

	it('that was forgotten is made new by Netzme, and is not in the output', async () => {
		const [item] = await forgot();
		expect(item).toEqual({ timeLeftInMillis: 1800000, requestId: lastBody().requestId });
		await expect(create()).rejects.toThrow('PIN already exist with different value');
	});

	it('is not made new again at once: the error tells how long to wait', async () => {
		await forgot();
		await expect(forgot()).rejects.toThrow(
			/^Netzme: not_allow_retry: a PIN was sent a short time ago. Try again in \d+ seconds \(HTTP 200, code 201\)$/,
		);
	});

	it('that differs from that of Netzme: the error tells what to do', async () => {
		await expect(create({ pinSecret: '654321' })).rejects.toThrow(
			'Netzme: PIN already exist with different value: the merchant has another PIN already. Enter that one in the credential',
		);
	});

	it('is not reset twice where the connection is cut', async () => {
		simulator().configure('netzme', { failNext: [{ target: 'api', count: 1, kind: 'cut' }] });
		await expect(forgot()).rejects.toThrow(/It may have been carried out: .* Request ID aggr/);
		expect(received()).toHaveLength(1);
	});
});
