import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from './harness/client';
import { emitted, urlOf } from './notified';
import { RESPONSE_MODES } from './notifiers';
import { ACKNOWLEDGED, listenInEditor, publishPartner, send, signedBy } from './partner-webhooks';
import { client } from './running';

/** Partners that sign their own idea of the address, and a proxy that stands before n8n. */
const signedText = '{method} {url}\\n{body}';
const body = '{"id":"1"}';

let n8n: Client;
beforeAll(async () => {
	n8n = await client();
});

/** A proxy on another host and path than n8n's, to be stopped. */
async function startProxy() {
	let target = '';
	const server = createServer((incoming, outgoing) => {
		const { search } = new URL(incoming.url ?? '', address);
		const { host: _host, ...headers } = incoming.headers;
		const onward = request(target + search, { method: incoming.method, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
			answer.pipe(outgoing);
		});
		incoming.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = `http://localhost:${(server.address() as AddressInfo).port}/shop/orders`;
	return { address, passTo: (url: string) => (target = url), stop: () => server.close() };
}

async function throughProxy(parameters: (address: string) => object) {
	const { address, passTo, stop } = await startProxy();
	const trigger = await publishPartner(n8n, { signedText }, { ...parameters(address) });
	passTo(urlOf(trigger));
	const called = `${address}?day=2026-01-31`;
	const headers = { 'x-signature': signedBy(`POST ${called}\n${body}`) };
	const answer = await send(called, { body, headers });
	stop();
	return { answer, items: await emitted(n8n, trigger) };
}

it('behind a proxy the signed address is that of Public URL', async () => {
	const { answer, items } = await throughProxy((publicUrl) => ({ publicUrl }));
	expect(answer).toEqual(ACKNOWLEDGED);
	expect(items).toMatchObject([{ verified: true, query: { day: '2026-01-31' } }]);
});

it('behind a proxy and without Public URL it is not the one that was signed', async () => {
	const { answer, items } = await throughProxy(() => ({}));
	expect(answer).toMatchObject({ status: 401, body: '' });
	expect(items).toEqual([]);
});

it.each(['Production URL', 'Test URL'])('without a proxy it is the %s', async (kind) => {
	const from = kind === 'Test URL' ? listenInEditor : publishPartner;
	const trigger = await from(n8n, { signedText });
	const url = `${urlOf(trigger)}?day=2026-01-31`;
	const headers = { 'x-signature': signedBy(`POST ${url}\n${body}`) };
	expect(await send(url, { body, headers })).toEqual(ACKNOWLEDGED);
	expect(await emitted(n8n, trigger)).toMatchObject([{ verified: true }]);
});

it.each(RESPONSE_MODES)('a notification by GET is verified over its query (%s)', async (mode) => {
	const credential = { signaturePlace: 'query', signatureName: 'sig', signedText: '{param:id}' };
	const trigger = await publishPartner(n8n, credential, { responseMode: mode });
	const get = async (id: string, signed: string) => {
		const query = new URLSearchParams({ id, sig: signedBy(signed) });
		const sent = { body: '', headers: {} };
		return await send(`${urlOf(trigger)}?${query}`, sent, { method: 'GET' });
	};
	expect(await get('1', '1')).toEqual(ACKNOWLEDGED);
	expect(await get('2', '1')).toMatchObject({ status: 401, body: '' });
	expect(await emitted(n8n, trigger)).toMatchObject([
		{ verified: true, notification: { id: '1' }, signedFields: ['id'] },
	]);
});
