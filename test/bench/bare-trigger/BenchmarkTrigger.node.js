// Loaded by test/bench/triggers.ts only (N8N_CUSTOM_EXTENSIONS), never shipped: the least that a
// trigger that is not n8n's own Webhook node has to do. It verifies and remembers nothing.
class BenchmarkTrigger {
	description = {
		displayName: 'Benchmark Trigger',
		name: 'benchmarkTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Starts the workflow with whatever is sent',
		defaults: { name: 'Benchmark Trigger' },
		inputs: [],
		outputs: ['main'],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				responseMode: '={{ $parameter["responseMode"] }}',
				responseData: 'noData',
			},
		],
		properties: [
			{ displayName: 'Respond', name: 'responseMode', type: 'string', default: 'lastNode' },
		],
	};

	async webhook() {
		return { workflowData: [[{ json: this.getBodyData() }]] };
	}
}

module.exports = { BenchmarkTrigger };
