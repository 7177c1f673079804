import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

interface Asked {
	messages: Array<{ role: string; content: unknown }>;
	tools: Array<{ function: { name: string; description: string; parameters: object } }>;
}

export interface ScriptedModel {
	/** As the field Base URL of n8n's credential for OpenAI takes it. */
	url: string;
	/** What the agent asked, in order. */
	asked: Asked[];
	stop(): Promise<void>;
}

/**
 * Speaks as OpenAI's chat completions do, but thinks nothing: it calls the first tool it is offered
 * with the given values, and then says what the tool answered.
 */
export async function startScriptedModel(values: object): Promise<ScriptedModel> {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		void json(request).then((body) => {
			const question = body as Asked;
			asked.push(question);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(completion(answerTo(question, values))));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		asked,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function answerTo({ messages, tools }: Asked, values: object) {
	const answer = messages.find(({ role }) => role === 'tool');
	if (answer) return { role: 'assistant', content: answer.content };
	const call = { name: tools[0].function.name, arguments: JSON.stringify(values) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id: 'call_1', type: 'function', function: call }],
	};
}

function completion(message: { tool_calls?: object[] }) {
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [{ index: 0, message, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
