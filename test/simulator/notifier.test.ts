import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { notify, type Sending } from './notifier';

/** A webhook that answers what it is told, or cuts the connection at 0. */
async function webhook(answer: (body: string, times: number) => number) {
	const received: string[] = [];
	let atOnce = 0;
	let most = 0;
	const server = createServer((request, response) => {
		atOnce += 1;
		most = Math.max(most, atOnce);
		let body = '';
		request.on('data', (chunk) => (body += String(chunk)));
		request.on('end', () => {
			received.push(body);
			const status = answer(body, received.filter((each) => each === body).length);
			setTimeout(() => {
				atOnce -= 1;
				if (status === 0) (response.socket as Socket).destroy();
				else response.writeHead(status).end();
			}, 2);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		received,
		most: () => most,
		stop: () => server.close(),
	};
}

const notifications = (count: number): Sending[] =>
	Array.from({ length: count }, (_, at) => ({ body: String(at) }));

describe('the notifier', () => {
	it('sends each, some twice, so many at a time, in the same order for the same seed', async () => {
		const runs = [];
		for (const seed of [7, 7, 8]) {
			const { url, received, most, stop } = await webhook(() => 200);
			const delivery = { concurrency: 5, repeats: 0.3, isReordered: true, seed };
			const { answers, undelivered } = await notify(url, notifications(100), delivery);
			expect(most()).toBe(5);
			expect(undelivered).toEqual([]);
			expect(received).toHaveLength(130);
			expect(new Set(received).size).toBe(100);
			expect(answers.every(({ milliseconds }) => milliseconds > 0)).toBe(true);
			runs.push(answers.map(({ index }) => index).sort((a, b) => a - b));
			stop();
		}
		expect(runs[0]).toEqual(runs[1]);
		expect(runs[0]).not.toEqual(runs[2]);
	});

	it('sends again what was refused or cut off, up to a number of times', async () => {
		const { url, received, stop } = await webhook((body, times) => {
			if (body === '0') return times < 3 ? 0 : 200;
			return body === '1' ? 500 : 200;
		});
		const delivery = { attempts: 4, pauseMs: 1 };
		const { answers, undelivered } = await notify(url, notifications(3), delivery);
		expect(received.join('')).toBe('00011112');
		expect(answers.map(({ status }) => status)).toEqual([0, 0, 200, 500, 500, 500, 500, 200]);
		expect(undelivered).toEqual([1]);
		stop();
	});

	it('takes an answer for success only where it acknowledges', async () => {
		const { url, received, stop } = await webhook(() => 200);
		const delivery = { attempts: 2, pauseMs: 1 };
		const sendings = [
			{ body: 'a', acknowledgement: 'got it' },
			{ body: 'b', acknowledgement: '' },
		];
		const { undelivered } = await notify(url, sendings, delivery);
		expect(received.join('')).toBe('aab');
		expect(undelivered).toEqual([0]);
		stop();
	});

	it('waits after each failure until the webhook can be reached, and tells of each answer', async () => {
		const { url, stop } = await webhook((body) => (body === '1' ? 200 : 500));
		const told: Array<number | 'waited'> = [];
		await notify(url, notifications(3), {
			whenReachable: async () => void told.push('waited'),
			onAnswer: ({ index }) => void told.push(index),
		});
		expect(told).toEqual([0, 'waited', 1, 2, 'waited']);
		stop();
	});

	it('takes a webhook that does not answer for one that has cut the connection', async () => {
		const server = createServer(() => {});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const delivery = { patienceMs: 50 };
		const { answers } = await notify(`http://127.0.0.1:${port}`, notifications(1), delivery);
		expect(answers).toMatchObject([{ status: 0 }]);
		server.closeAllConnections();
		server.close();
	});
});
