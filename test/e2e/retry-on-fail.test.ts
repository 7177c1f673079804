import { credentialsFor } from './harness/accounts';
import { errorOf } from './harness/execution';
import { client, running, simulator } from './running';
import { pinned, runOnce, workflowWith } from './workflows';

/** n8n's setting "Retry On Fail" runs the whole node again, with the items that had succeeded. */
it('an item that n8n runs again keeps its Request ID, so Netzme books it once', async () => {
	await simulator.reset();
	const n8n = await client();
	const netzme = credentialsFor(running().urls).find(({ provider }) => provider === 'netzme')!;
	const { id } = await n8n.createCredential(netzme.name, netzme.type, netzme.data);
	const workflow = workflowWith({
		type: 'n8n-nodes-partner-apis.netzme',
		typeVersion: 1,
		credentials: { [netzme.type]: { id, name: netzme.name } },
		parameters: {
			resource: 'splitFee',
			operation: 'deduct',
			transactionId: '={{ $json.transaction }}',
			sku: 'TICKET-1',
			productName: 'Ticket',
			paymentMethod: 'QRIS',
			bankName: 'NETZME',
			paidAmount: '={{ $json.amount }}',
			mdrFeeAmount: '1000',
			options: { concurrency: 1 },
		},
	});
	Object.assign(workflow.nodes[1], { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 });
	const items = [
		{ json: { transaction: 'p1', amount: '200000' } },
		{ json: { transaction: 'p2', amount: 'a lot' } },
	];
	const execution = await runOnce(n8n, { ...workflow, ...pinned(items) });
	const ids = (await simulator.log('netzme'))
		.filter(({ url }) => url.endsWith('/payment/notif'))
		.map(({ body }) => JSON.parse(Buffer.from(body, 'base64').toString()) as { requestId: string })
		.map(({ requestId }) => requestId);
	// Perhaps three: the simulator has forgotten its tokens, and a refused token is renewed.
	expect(ids.length).toBeGreaterThanOrEqual(2);
	expect(new Set(ids).size).toBe(1);
	expect(errorOf(execution, 'Node')?.message).toContain('Duplicate requestId');
});
