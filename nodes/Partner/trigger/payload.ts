import type { IDataObject } from 'n8n-workflow';
import { parseExactly } from '../../../credentials/auth/json';
import { decode } from '../../shared/decode';
import { contentTypeOf, isTooDeep } from '../../shared/trigger/notification';

/** A body as the next node gets it: what it says, or its bytes where it says nothing that is text. */
export type Payload =
	| { notification: unknown; isGarbled?: boolean }
	| { bytes: Buffer; type: string };

const FORM = 'application/x-www-form-urlencoded';

/**
 * Reads a body by its content type: JSON with whole numbers of too many digits as text, a form as an
 * object, text and XML as text. What has no body says what is in its query.
 *
 * @param query without its question mark
 * @returns undefined where it is nested too deeply
 */
export function payloadOf(body: Buffer, headers: IDataObject, query: string): Payload | undefined {
	if (body.length === 0) return { notification: fieldsOf(query) };
	const type = contentTypeOf(headers);
	if (!isReadable(type)) return { bytes: body, type };
	const { text, isGarbled } = decode(body, String(headers['content-type'] ?? ''));
	if (isGarbled && type === '') return { bytes: body, type: 'application/octet-stream' };
	if (type === FORM) return { notification: fieldsOf(text), isGarbled };
	const notification = isText(type) ? text : jsonOrText(text);
	return isTooDeep(notification) ? undefined : { notification, isGarbled };
}

/** A field that comes several times is a list. */
export function fieldsOf(text: string): IDataObject {
	const fields = new Map<string, string[]>();
	for (const [name, value] of new URLSearchParams(text)) {
		const values = fields.get(name);
		if (values) values.push(value);
		else fields.set(name, [value]);
	}
	return Object.fromEntries(
		[...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
	);
}

function isReadable(type: string): boolean {
	return type === '' || type === FORM || isJson(type) || isText(type);
}

const isJson = (type: string) => /^application\/(json|[\w.+-]+\+json)$|^text\/json$/.test(type);
const isText = (type: string) =>
	!isJson(type) && /^text\/|^application\/(xml|[\w.+-]+\+xml|jose|jwt|[\w.+-]+\+jwt)$/.test(type);

function jsonOrText(text: string): unknown {
	try {
		return parseExactly(text);
	} catch {
		return text;
	}
}
