import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_IN_MS = 120_000;
const UNAVAILABLE = 503;

/** Calls the REST interface of the editor; `body` goes out as JSON. */
export type Rest = <T>(method: string, path: string, body?: unknown) => Promise<T>;

export class RestError extends Error {
	constructor(
		readonly status: number,
		method: string,
		path: string,
		readonly body: string,
	) {
		super(`${method} ${path} answered ${status}: ${messageOf(body)}`);
	}
}

/** n8n's own words; its answer also has a stack. */
function messageOf(body: string): string {
	try {
		return (JSON.parse(body) as { message?: string }).message ?? body;
	} catch {
		return body;
	}
}

/**
 * A session with one n8n: keeps the login cookie and unwraps `data` of the answers.
 * The calls throw `RestError` for any status but 2xx.
 */
export function session(url: string): Rest {
	let cookie = '';
	return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
		const response = await fetch(`${url}${path}`, {
			method,
			headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(TIMEOUT_IN_MS),
		});
		const set = response.headers.getSetCookie().find((each) => each.startsWith('n8n-auth='));
		if (set) cookie = set.split(';')[0];
		const text = await response.text();
		if (!response.ok) throw new RestError(response.status, method, path, text);
		const parsed: unknown = text === '' ? undefined : JSON.parse(text);
		const wrapped = typeof parsed === 'object' && parsed !== null && 'data' in parsed;
		return (wrapped ? parsed.data : parsed) as T;
	};
}

/**
 * Asks again until there is an answer; throws `message` after `withinMs`. An n8n whose hands are
 * full answers 503 ("Database is not ready!"), which is no answer.
 */
export async function poll<T>(
	ask: () => Promise<T | undefined>,
	withinMs: number,
	message: string,
): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 1.5, 500)) {
		const answer = await ask().catch((error: unknown) => {
			if (error instanceof RestError && error.status === UNAVAILABLE) return undefined;
			throw error;
		});
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(message);
		await sleep(pauseMs);
	}
}
