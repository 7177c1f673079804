import type { IWebhookFunctions } from 'n8n-workflow';
import type { Reply } from './notification';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

const FIRST_FAILURE = 400;

/**
 * Resolves when n8n answers the request: at once, or after the workflow where the node says so
 * (`responseMode`), also where whoever asked has gone. n8n tells a node nothing else about what
 * became of its items (n8n/dist/webhooks/webhook-request-handler.js).
 *
 * @param reply sent in place of n8n's own answer where that is a success
 * @returns whether it was a success
 */
export async function whenAnswered(response: Response, reply: Reply): Promise<boolean> {
	return await new Promise((resolve) => {
		const json = response.json.bind(response);
		const send = response.send.bind(response);
		const settle = () => {
			// `json` calls `send` with the text.
			response.json = json;
			response.send = send;
			const isSuccess = response.statusCode < FIRST_FAILURE;
			resolve(isSuccess);
			return isSuccess;
		};
		response.json = (body: unknown) => (settle() ? answer(response, reply) : json(body));
		response.send = (body: unknown) => (settle() ? answer(response, reply) : send(body));
	});
}

/** Answers a request. */
export function answer(response: Response, { status, type, body }: Reply): Response {
	response.status(status).setHeader('Content-Type', type);
	return response.send(body);
}
