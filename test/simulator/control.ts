import type { ServerResponse } from 'node:http';
import { reply } from './call';
import { parseObject } from './digest';
import type { Faults } from './faults';
import { send } from './server';
import type { Answer, Call, Counts, LoggedRequest } from './types';

/** What can be done to a running simulator over HTTP. */
export interface Controls {
	has(provider: string): boolean;
	log(provider?: string): LoggedRequest[];
	counts(): Record<string, Counts>;
	configure(provider: string, faults: Partial<Faults>): void;
	changeAccount(provider: string, changes: unknown): void;
	addAccount(provider: string, name: string, changes: unknown): void;
	revoke(provider: string): void;
	act(provider: string, name: string, sent: Record<string, unknown>): unknown;
	reset(): void;
}

const DONE = reply(200, { ok: true });

/** Unlocked, because it listens on loopback only and its accounts are invented. */
export function control(controls: Controls): (call: Call, response: ServerResponse) => void {
	return (call, response) => {
		try {
			send(response, answer(call, controls));
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			send(response, reply(400, { error: message }));
		}
	};
}

function answer(call: Call, controls: Controls): Answer {
	const [, action, provider, name = ''] = call.path.split('/');
	const filter = call.query.get('provider') ?? undefined;
	const named = provider ?? filter;
	if (named !== undefined && !controls.has(named)) {
		return reply(404, { error: `Unknown provider: ${named}` });
	}
	switch (`${call.method} ${action}${provider === undefined ? '' : '/*'}`) {
		case 'GET log':
			return reply(200, controls.log(filter));
		case 'GET counts': {
			const counts = controls.counts();
			return reply(200, filter === undefined ? counts : counts[filter]);
		}
		case 'POST reset':
			controls.reset();
			return DONE;
		case 'POST revoke/*':
			controls.revoke(provider);
			return DONE;
		case 'POST faults/*':
			controls.configure(provider, sentObject(call));
			return DONE;
		case 'POST act/*':
			return reply(200, controls.act(provider, name, sentObject(call)) ?? {});
		case 'POST accounts/*':
			if (name) controls.addAccount(provider, name, sentObject(call));
			else controls.changeAccount(provider, sentObject(call));
			return DONE;
		default:
			return reply(404, { error: 'Unknown control' });
	}
}

function sentObject(call: Call): Record<string, unknown> {
	const sent = parseObject(call.body.toString());
	if (!sent) throw new Error('The body must be a JSON object');
	return sent;
}
