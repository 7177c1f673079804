import { readFileSync } from 'node:fs';
import { credentialsFor } from './harness/accounts';
import type { Client } from './harness/client';
import { dumpSqlite } from './harness/database';
import { client, running, simulator } from './running';
import { httpRequest, runOnce, workflowWith } from './workflows';

/** Runs last: searches what all end-to-end tests have left in the database and in the log. */
let n8n: Client;
beforeAll(async () => {
	n8n = await client();
	await simulator.reset();
});

const NODES: Record<string, string> = {
	sasomApi: 'sasom',
	pledgApi: 'pledg',
	suApi: 'su',
	guestlineCheckoutApi: 'guestlineCheckout',
	netzmeApi: 'netzme',
};
const SECRET_FIELDS = /secret|password|apikey|pin/i;

it('finds no secret and no token in clear, also after failures and echoes', async () => {
	const attached = new Set<string>();
	for (const { provider, type, name, data } of credentialsFor(running().urls)) {
		const { id } = await n8n.createCredential(name, type, data);
		const own = workflowWith({
			type: `n8n-nodes-partner-apis.${NODES[type]}`,
			typeVersion: 1,
			parameters: {
				resource: 'request',
				operation: 'send',
				path: '/api/echo',
				options: { neverError: true },
			},
			credentials: { [type]: { id, name } },
		});
		const failing = httpRequest({ type, name }, id, {
			url: `${running().urls[provider]}/api/echo`,
		});
		for (const target of ['token', 'api'] as const) {
			await simulator.configure(provider, { failNext: [{ target, count: 1, kind: 'echo' }] });
			await runOnce(n8n, own);
		}
		await simulator.configure(provider, {
			failNext: [{ target: 'api', count: 2, kind: 'status', status: 500 }],
		});
		await runOnce(n8n, failing);
		for (const { headers } of await simulator.log(provider)) {
			const value = String(headers.authorization ?? '').replace(/^\w+ /, '');
			if (value) attached.add(value);
		}
		for (const [field, value] of Object.entries(data)) {
			// The product key is not shown at client level, so it is not part of this credential.
			if (SECRET_FIELDS.test(field) && field !== 'productApiKey') attached.add(String(value));
		}
	}
	expect(attached.size).toBeGreaterThan(12);

	const { userFolder, logFile } = running().n8n;
	const places = { database: await dumpSqlite(userFolder), log: readFileSync(logFile, 'utf8') };
	const found = [...attached]
		.filter((secret) => secret.length > 6)
		.flatMap((secret) =>
			Object.entries(places)
				.filter(([, text]) => text.includes(secret))
				.map(([place]) => `${place}: ${secret}`),
		);
	expect(found).toEqual([]);
	expect(places.database).toContain('/api/echo');
});
