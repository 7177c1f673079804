import { UserError, type IDataObject, type IHttpRequestOptions } from 'n8n-workflow';
import { assertDestination, parseUrl } from './destination';
import { mergeHeaders } from './headers';
import { stringifyQuery, type ArrayFormat } from './query-string';
import { FORM, serialiseBody } from './request-body';

/**
 * What n8n hands to `authenticate`: the options of its request helper (`url`, `baseURL`, `qs`,
 * `body`) or, from the HTTP Request and GraphQL nodes, those of the older one (`uri`, `form`,
 * `formData`, `qsStringifyOptions`). See n8n-core, request-helpers/authentication.
 */
export interface RequestOptions extends Omit<IHttpRequestOptions, 'url'> {
	url?: string;
	uri?: string;
	form?: IDataObject | string;
	formData?: unknown;
	useQuerystring?: boolean;
	qsStringifyOptions?: { arrayFormat?: ArrayFormat };
	followRedirect?: boolean;
	followAllRedirects?: boolean;
}

/** A request as it will leave: what a signature is computed over. */
export interface OutgoingRequest {
	/** Upper case. */
	method: string;
	/** Absolute, with the query. */
	url: URL;
	/** The very bytes; '' where there is no body. */
	body: string | Buffer;
	/** '' where there is no body and none was given. */
	contentType: string;
}

/**
 * The address a request goes to, whatever host that is. The query in `qs` is not part of it.
 *
 * @param origin relative addresses are resolved against it
 * @returns undefined where the address is not valid
 */
export function addressOf(options: RequestOptions, origin: string): URL | undefined {
	const address = String(options.url ?? options.uri ?? '');
	const base = String(options.baseURL ?? origin);
	return parseUrl(
		isAbsolute(address) ? address : `${base.replace(/\/+$/, '')}/${address.replace(/^\/+/, '')}`,
		origin,
	);
}

/**
 * The address a request goes to, checked against the credential's origin. The query in `qs` is not
 * part of it.
 *
 * @param origin the credential's own, from `parseBaseUrl`; relative addresses are resolved against it
 * @throws UserError where the address is not valid or leads elsewhere
 */
export function targetUrl(options: RequestOptions, origin: string): URL {
	const url = addressOf(options, origin);
	if (!url) {
		throw new UserError('The URL of the request is not valid', {
			description: 'Enter an address such as https://api.example.com/path. Nothing was sent.',
		});
	}
	assertDestination(url, origin);
	// An assignment parses the address once more.
	if (url.hash !== '') url.hash = '';
	return url;
}

/** Absolute, or relative to the scheme: `//host` and `\\host` name another host, not a path. */
function isAbsolute(address: string): boolean {
	return /^\s*([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(address);
}

/**
 * Serialises body and query once, the way n8n would, so that they can be signed and then sent.
 *
 * @throws UserError for streams and multipart forms: their bytes are not known before they are sent
 */
export function serialise(options: RequestOptions, origin: string): OutgoingRequest {
	const url = targetUrl(options, origin);
	const query = queryOf(options);
	if (query) url.search = url.search ? `${url.search}&${query}` : query;
	return { method: methodOf(options), url, ...serialiseBody(options) };
}

/** The HTTP method in upper case; n8n's default is GET. */
export function methodOf(options: RequestOptions): string {
	return (options.method ?? 'GET').toUpperCase();
}

/**
 * The same options with an absolute address, additional headers and no redirects: a redirect would
 * carry the headers to another address or, if signed, a signature that does not fit.
 * A new object; n8n shows the one it handed over in the request's preview.
 */
export function withHeaders(
	options: RequestOptions,
	url: URL,
	headers: Record<string, string | undefined>,
): IHttpRequestOptions {
	return authenticated(options, url, {
		headers: mergeHeaders(options.headers, headers, options.body),
	});
}

/** The same options, made to send exactly the bytes of `outgoing`. A new object. */
export function withExactBytes(
	options: RequestOptions,
	{ url, body, contentType }: OutgoingRequest,
	headers: Record<string, string | undefined>,
): IHttpRequestOptions {
	const type = contentType === '' ? undefined : { 'Content-Type': contentType };
	return authenticated(options, url, {
		headers: mergeHeaders(options.headers, Object.assign({}, type, headers)),
		qs: undefined,
		form: undefined,
		body: body.length > 0 ? sendable(body, contentType) : undefined,
	});
}

/** `Object.assign` takes a tenth of the time of an object literal with `...options` here. */
function authenticated(options: RequestOptions, { href }: URL, own: object): IHttpRequestOptions {
	const address =
		options.uri === undefined
			? { url: href, disableFollowRedirect: true }
			: { url: undefined, uri: href, followRedirect: false, followAllRedirects: false };
	const fixed = { baseURL: undefined, auth: undefined, maxRedirects: 0 };
	return Object.assign({}, options, fixed, address, own) as unknown as IHttpRequestOptions;
}

/** n8n would parse a form given as bytes, and trim or quote JSON given as text. */
function sendable(body: string | Buffer, contentType: string): string | Buffer {
	return contentType === FORM || Buffer.isBuffer(body) ? body : Buffer.from(body, 'utf8');
}

function queryOf(options: RequestOptions): string {
	const qs: unknown = options.qs ?? {};
	if (qs instanceof URLSearchParams) return qs.toString();
	return stringifyQuery(qs as IDataObject, arrayFormat(options));
}

function arrayFormat(options: RequestOptions): ArrayFormat {
	if (options.useQuerystring) return 'repeat';
	return options.arrayFormat ?? options.qsStringifyOptions?.arrayFormat ?? 'indices';
}
