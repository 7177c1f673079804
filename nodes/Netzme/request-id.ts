import { randomInt } from 'node:crypto';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { requiredId } from '../shared/fields/text';
import type { Parameters, RequestDescription } from '../shared/provider';

/** The parameter of an operation that sends a request ID of its own. */
export const REQUEST_ID: INodeProperties = {
	displayName: 'Request ID',
	name: 'requestId',
	type: 'string',
	default: '',
	placeholder: 'e.g. aggregator202103091003110001',
	description: 'Names this request at Netzme; it must not have been used before',
	hint: 'Leave empty to have one made for each item. It is part of the output.',
};

/** For operations with {@link REQUEST_ID}. */
export const MAKES_REQUEST_ID = {
	requestId: (account: IDataObject) => newRequestId(requiredId(account, 'clientId', 'Client ID')),
};

const COUNTERS = 10_000;
/** Characters of time and counter at the end of an ID. */
const TIME_AND_COUNTER = 18;
const SEVEN_HOURS_IN_SECONDS = 25_200;

/** Begins anywhere, so that several processes seldom make the same ID in the same second. */
let counter = randomInt(COUNTERS);
/** The second of the last ID (epoch), and how many IDs it has. */
let second = 0;
let used = 0;

/**
 * A request ID: client ID, `YYYYMMDDHHmmss`, four digits (Netzme, "Withdraw" and "Create Pin"). The
 * document names no time zone; this is Netzme's own, UTC+7, which has no daylight saving time.
 * Never the same twice in a process: where a second has used up all four digits, or the clock was
 * put back, the time runs ahead.
 */
export function newRequestId(clientId: string): string {
	const now = Math.floor(Date.now() / 1000);
	if (now > second) {
		second = now;
		used = 0;
	} else if (used === COUNTERS) {
		second += 1;
		used = 0;
	}
	used += 1;
	counter = (counter + 1) % COUNTERS;
	const local = new Date((second + SEVEN_HOURS_IN_SECONDS) * 1000).toISOString();
	const time = local.replace(/\D/g, '').slice(0, 14);
	return `${clientId}${time}${String(counter).padStart(4, '0')}`;
}

/** Another request ID for the client of this one, which was made by {@link newRequestId}. */
export function anotherRequestId(requestId: string): string {
	return newRequestId(requestId.slice(0, -TIME_AND_COUNTER));
}

/**
 * The body of a POST to the signed host, in the envelope that all of them have, and the words by
 * which to find the request at Netzme.
 *
 * @throws UserError where there is no Request ID
 */
export function enveloped(
	type: string,
	body: IDataObject,
	parameters: Parameters,
): Pick<RequestDescription, 'body' | 'reference'> {
	const requestId = requiredId(parameters, 'requestId', 'Request ID');
	return { body: { requestId, type, body }, reference: `Request ID ${requestId}` };
}

/** The request ID that a request made by {@link enveloped} carries. */
export function sentRequestId({ body }: RequestDescription): string {
	return typeof body === 'object' ? String(body.requestId ?? '') : '';
}
