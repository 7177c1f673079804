import type { TokenSettings } from './token';

/**
 * How a partner wants each request to be signed, as JSON. A form and a preset are other ways to write
 * the same. The page docs/partner-api.md explains every key.
 *
 * @example
 * const recipe: Recipe = {
 * 	time: { format: 's' },
 * 	steps: [{ name: 'signature', alg: 'hmac-sha256', key: '{secret}', text: '{timestamp}{body}' }],
 * 	add: [
 * 		{ in: 'header', name: 'X-Timestamp', value: '{timestamp}' },
 * 		{ in: 'header', name: 'X-Signature', value: '{signature}' },
 * 	],
 * };
 */
export interface Recipe {
	token?: TokenSettings;
	time?: TimeSettings;
	nonce?: NonceSettings;
	params?: ParameterSettings;
	steps?: Step[];
	add?: Addition[];
}

/** How `{timestamp}` is written. */
export interface TimeSettings {
	/** Epoch milliseconds (the default), epoch seconds, or a pattern such as `YYYY-MM-DD[T]HH:mm:ssZZ`. */
	format?: string;
	/** Of the zone, in minutes east of UTC. */
	offset?: number;
	/** Seconds that `{timestamp}` is ahead of the clock: the end of the signature's life, for instance. */
	shift?: number;
}

export const NONCE_FORMATS = ['hex', 'uuid', 'digits', 'letters'] as const;

/** How `{nonce}` is written: 32 hexadecimal digits by default. */
export interface NonceSettings {
	format?: (typeof NONCE_FORMATS)[number];
	/** Characters; has no meaning for `uuid`. */
	length?: number;
}

export const PARAMETER_PLACES = ['query', 'form', 'json'] as const;
export const PARAMETER_ORDERS = ['name', 'asis'] as const;
export const PARAMETER_ENCODINGS = ['raw', 'rfc3986', 'form'] as const;
export const PARAMETER_NAMES = ['asis', 'lower'] as const;
export const NESTED = ['leaveOut', 'stringify', 'flatten'] as const;

/** How `{params}` is written. */
export interface ParameterSettings {
	/** Query and form by default. */
	from?: Array<(typeof PARAMETER_PLACES)[number]>;
	leaveOut?: string[];
	dropEmpty?: boolean;
	order?: (typeof PARAMETER_ORDERS)[number];
	/** `{n}` is the name and `{v}` the value; `{n}={v}` by default. */
	pair?: string;
	/** What stands between two pairs; `&` by default. */
	join?: string;
	encoding?: (typeof PARAMETER_ENCODINGS)[number];
	names?: (typeof PARAMETER_NAMES)[number];
	/** What becomes of lists and objects in a JSON body. */
	nested?: (typeof NESTED)[number];
	/** Pairs that are signed and not sent. */
	extra?: Array<{ name: string; value: string }>;
}

export const KEY_ENCODINGS = ['text', 'base64', 'base64url', 'hex'] as const;
export type KeyEncoding = (typeof KEY_ENCODINGS)[number];

export const OUTPUTS = ['hex', 'HEX', 'base64', 'base64url', 'base64hex', 'raw'] as const;
export type Output = (typeof OUTPUTS)[number];

/** One computation. Its result is a value for what refers to it by name. */
export interface Step {
	name: string;
	alg: string;
	key?: string;
	keyEncoding?: KeyEncoding;
	text?: string;
	output?: Output;
	/** The header of a JWT, as JSON text. */
	header?: string;
}

export const ADDITION_PLACES = ['header', 'query', 'rawquery', 'body', 'wholebody'] as const;
/** Those of a request for a token. */
export const TOKEN_ADDITION_PLACES = [...ADDITION_PLACES, 'basic'] as const;

/** Something that is put into the request. */
export interface Addition {
	in: (typeof TOKEN_ADDITION_PLACES)[number];
	name?: string;
	value?: string;
	/** The HTTP methods that it is for; all by default. */
	when?: string[];
}

/** Whether a value of the credential may travel, or may only be a key or stand in a text that is digested. */
export type FieldKind = 'open' | 'secret';
