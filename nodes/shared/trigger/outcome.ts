import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

const FIRST_FAILURE = 400;

/**
 * Resolves when n8n answers the request: at once, or after the workflow where the node says so
 * (`responseMode`), also where whoever asked has gone. n8n tells a node nothing else about what
 * became of its items (n8n/dist/webhooks/webhook-request-handler.js).
 *
 * @param answer sent in place of n8n's own body where the answer is a success
 * @returns whether it was a success
 */
export async function whenAnswered(response: Response, answer: IDataObject): Promise<boolean> {
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
		response.json = (body: unknown) => json(settle() ? answer : body);
		response.send = (body: unknown) => (settle() ? json(answer) : send(body));
	});
}
