import { failureOf } from '../../shared/receive';
import type { Answer, Failure, RequestDescription } from '../../shared/provider';
import { netzme } from '../provider';

/** Sends a request to Netzme; a failure where there is no answer. */
export type Ask = (request: RequestDescription) => Promise<Answer | { failure: string }>;

const NOT_FOUND = '404';
const BAD_REQUEST = 400;

/** What an answer says where it is not what was asked for; undefined where it is. */
export function refusalIn(answer: Answer): 'unknown' | { failure: string } | undefined {
	const failure = failureOf(netzme, answer);
	if (!failure) return undefined;
	return isNotFound(answer, failure) ? 'unknown' : { failure: `HTTP ${answer.status}, failed` };
}

/** Whether Netzme has understood a request, so that another one may well be answered. */
export function isUnderstood({ status }: Answer): boolean {
	return status <= BAD_REQUEST || status === Number(NOT_FOUND);
}

/** Which code Netzme has for that is not documented; the simulator's is HTTP's. */
function isNotFound({ status }: Answer, { message, code }: Failure): boolean {
	return status === Number(NOT_FOUND) || code === NOT_FOUND || /not found/i.test(message);
}
