// Loaded by test/bench/throughput.ts only (N8N_CUSTOM_EXTENSIONS), never shipped: the least that a
// node has to do for many requests, n8n's request helper called in a loop. It has no credential.
class BenchmarkLoop {
	description = {
		displayName: 'Benchmark Loop',
		name: 'benchmarkLoop',
		group: ['transform'],
		version: 1,
		description: "Gets one answer for each item with n8n's request helper",
		defaults: { name: 'Benchmark Loop' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			{
				displayName: 'URL',
				name: 'url',
				type: 'string',
				default: '',
				hint: 'An expression that n8n evaluates for each item; or all but the uuid of the item',
			},
			{ displayName: 'Is Evaluated', name: 'isEvaluated', type: 'boolean', default: false },
			{ displayName: 'Authorization', name: 'authorization', type: 'string', default: '' },
			{ displayName: 'Concurrency', name: 'concurrency', type: 'number', default: 1 },
		],
	};

	async execute() {
		const items = this.getInputData();
		const Authorization = this.getNodeParameter('authorization', 0);
		const concurrency = this.getNodeParameter('concurrency', 0);
		const url = this.getNodeParameter('url', 0);
		const urlOf = this.getNodeParameter('isEvaluated', 0)
			? (item) => this.getNodeParameter('url', item)
			: (item) => url + items[item].json.uuid;
		const results = new Array(items.length);
		let next = 0;
		const work = async () => {
			while (next < items.length) {
				const item = next++;
				const body = await this.helpers.httpRequest({
					method: 'GET',
					url: urlOf(item),
					headers: { Authorization },
					encoding: 'arraybuffer',
				});
				results[item] = { json: JSON.parse(body.toString()), pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: concurrency }, work));
		return [results];
	}
}

module.exports = { BenchmarkLoop };
