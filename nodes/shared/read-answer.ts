import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';
import { parseExactly } from '../../credentials/auth/json';
import { redact, redactParsed } from '../../credentials/auth/redact';
import { decode } from './decode';
import type { Answer } from './provider';

const NOT_JSON = Symbol('not JSON');
const TEXT = /^$|^text\/|[/+](json|xml|javascript)\b|form-urlencoded/i;
const JSON_TYPE = /[/+]json\b/i;
/** Text that operations have to understand. */
const PLAIN_TYPE = /^text\/(plain|html|xml)\b|^application\/(.*\+)?xml\b/i;
/** Behind a byte order mark or not, as Latin-1. */
const BEGINS_LIKE_JSON = /^(\u00ef\u00bb\u00bf)?\s*[[{]/;

/**
 * The answer that n8n's helper has received as bytes: JSON whatever its type says, text by its type,
 * or a file. Whole numbers of JSON that have too many digits for JavaScript become text. Text whose
 * encoding is not the one that it names, nor UTF-8, is a file, unless an operation has to understand it.
 *
 * @param secrets redacted in body and headers
 */
export function readAnswer(
	{ statusCode, headers, body }: IN8nHttpFullResponse,
	secrets: string[],
): { answer: Answer; isGarbled: boolean } {
	const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body as unknown as ArrayBuffer);
	const read = readText(bytes, headers, secrets);
	const answer = {
		status: statusCode,
		headers: redactedHeaders(headers, secrets),
		body: read ? redactedText(read, secrets) : redactedBytes(bytes, secrets),
	};
	return { answer, isGarbled: read?.isGarbled ?? false };
}

function redactedText({ text, json }: ReadText, secrets: string[]): unknown {
	return json === NOT_JSON ? redact(text, secrets) : redactParsed(json, text, secrets);
}

/** A plain object, whatever n8n's helper has. */
function redactedHeaders(headers: IDataObject, secrets: string[]): IDataObject {
	const plain = { ...headers };
	return redactParsed(plain, JSON.stringify(plain), secrets) as IDataObject;
}

interface ReadText {
	text: string;
	/** `NOT_JSON` where it is none. */
	json: unknown;
	isGarbled: boolean;
}

/** Undefined for a file. */
function readText(bytes: Buffer, headers: IDataObject, secrets: string[]): ReadText | undefined {
	const type = String(headers['content-type'] ?? '');
	const isText = TEXT.test(type);
	const beginsLikeJson = BEGINS_LIKE_JSON.test(bytes.toString('latin1', 0, 100));
	if (!isText && !beginsLikeJson) return undefined;
	const { text, isGarbled } = decodeAny(bytes, type, secrets);
	const json = parsed(text);
	const isJson = beginsLikeJson && json !== NOT_JSON;
	const isReadable = isText && (!isGarbled || mustBeRead(type, headers));
	return isJson || isReadable ? { text, json, isGarbled } : undefined;
}

/** A secret with other letters than those of ASCII would be found no more once they were replaced. */
function decodeAny(bytes: Buffer, type: string, secrets: string[]) {
	const decoded = decode(bytes, type);
	if (!decoded.isGarbled) return decoded;
	const others = secrets.filter((secret) => /[^\p{ASCII}]/u.test(secret));
	return decode(redactedBytes(bytes, others), type);
}

function mustBeRead(type: string, { 'content-disposition': disposition }: IDataObject): boolean {
	if (JSON_TYPE.test(type)) return true;
	return PLAIN_TYPE.test(type) && !/^\s*attachment\b/i.test(String(disposition));
}

function redactedBytes(bytes: Buffer, secrets: string[]): Buffer {
	const latin = bytes.toString('latin1');
	const redacted = redact(latin, secrets);
	return redacted === latin ? bytes : Buffer.from(redacted, 'latin1');
}

function parsed(text: string): unknown {
	try {
		return parseExactly(text);
	} catch {
		return NOT_JSON;
	}
}
