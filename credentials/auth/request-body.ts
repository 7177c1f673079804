import { UserError } from 'n8n-workflow';
import { contentTypeOf } from './headers';
import type { OutgoingRequest, RequestOptions } from './outgoing-request';
import { stringifyQuery } from './query-string';

/** The Content-Type of a form without files. */
export const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const SERIALISABLE = ['Object', 'Array', 'Date', 'URLSearchParams', 'Uint8Array'].map(
	(name) => `[object ${name}]`,
);
/**
 * The bytes of a body, as n8n would send them.
 *
 * @throws UserError for streams, files and multipart forms: their bytes are made while they are sent
 */
export function serialiseBody(
	options: RequestOptions,
): Pick<OutgoingRequest, 'body' | 'contentType'> {
	const given = contentTypeOf(options.headers);
	const body: unknown = options.body;
	const isForm = /^application\/x-www-form-urlencoded\b/i.test(given);
	if (options.formData !== undefined || /multipart\//i.test(given) || isUnserialisable(body)) {
		throw new UserError('This credential signs each request and cannot sign a file or a stream', {
			description: 'Send the body as JSON, form fields or text. Nothing was sent.',
		});
	}
	const isGet = (options.method ?? 'GET').toUpperCase() === 'GET';
	const sendsBody = options.uri !== undefined || !isGet;
	if (!sendsBody) return { body: '', contentType: given };
	if (options.form !== undefined || (isForm && isFields(body))) {
		return { body: stringifyForm(body, options.form), contentType: FORM };
	}
	if (body === undefined || body === null || body === '') return { body: '', contentType: given };
	if (body instanceof URLSearchParams) return { body: body.toString(), contentType: given || FORM };
	if (body instanceof Uint8Array) {
		const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
		// n8n takes the bytes of a form for a list of fields.
		if (given === FORM) return { body: bytes.toString('utf8'), contentType: FORM };
		return { body: bytes, contentType: given || 'application/octet-stream' };
	}
	if (typeof body === 'string') return { body, contentType: given || JSON_TYPE };
	return { body: JSON.stringify(body), contentType: given || JSON_TYPE };
}

function stringifyForm(body: unknown, form: RequestOptions['form']): string {
	if (typeof form === 'string') return form;
	return stringifyQuery({ ...(isFields(body) ? body : {}), ...form });
}

function isFields(body: unknown): body is Record<string, unknown> {
	return (
		typeof body === 'object' &&
		body !== null &&
		!Array.isArray(body) &&
		!(body instanceof Uint8Array) &&
		!(body instanceof URLSearchParams)
	);
}

/** Streams, forms with files and the like: their bytes are made while they are sent. */
function isUnserialisable(body: unknown): boolean {
	if (typeof body !== 'object' || body === null) return false;
	if ('pipe' in body || 'getHeaders' in body) return true;
	return !SERIALISABLE.includes(Object.prototype.toString.call(body));
}
