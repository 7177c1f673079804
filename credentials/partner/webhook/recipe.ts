import type { Output, KeyEncoding, ParameterSettings, Step } from '../../recipe/recipe';

/**
 * How a partner signs its webhooks, as JSON: the recipe of a request read backwards. A form and a
 * preset are other ways to write the same. The page docs/partner-webhooks.md explains every key.
 *
 * @example
 * const recipe: WebhookRecipe = {
 * 	read: [{ in: 'header', name: 'X-Signature', looksLike: 't={timestamp},v1={signature}', separator: ',' }],
 * 	timestamp: { unit: 's' },
 * 	alg: 'hmac-sha256',
 * 	text: '{timestamp}.{body}',
 * 	id: '{param:id}',
 * };
 */
export interface WebhookRecipe {
	/** Where the signature stands, and what else is read beside it. */
	read?: Place[];
	timestamp?: TimestampSettings;
	/** As in a step of a request; also `jwt`, and `text` for a value that is only compared. */
	alg: string;
	/** `{secret}` by default: a secret, or the partner's public key. */
	key?: string;
	keyEncoding?: KeyEncoding;
	/** How the signature is written. */
	output?: Output;
	/** What is signed; `{body}` is the raw body. Has no meaning for `jwt`. */
	text?: string;
	params?: ReceivedParameters;
	jwt?: JwtSettings;
	/** Pairs of templates that must be equal. */
	checks?: Array<[string, string]>;
	/** What tells a repeat. */
	id?: string;
	challenges?: Challenge[];
	/** To what is accepted; `{"received":true}` with 200 by default. */
	answer?: AnswerSettings;
	/** To what is not accepted; 401 by default. */
	refusal?: number;
}

export const PLACES = ['header', 'query', 'param', 'body'] as const;

export interface Place {
	/** `param` is a parameter of query or form, or a path into JSON; `body` is the whole body. */
	in: (typeof PLACES)[number];
	/**
	 * A `*` at its end stands for anything, so that several headers count. Of a header or parameter that
	 * holds JSON a path into that, such as `X-Meta.sign`.
	 */
	name?: string;
	/** `{signature}` by default. Other names are values for the other templates. */
	looksLike?: string;
	/** Between several signatures, or between the parts of `looksLike` where they stand in any order. */
	separator?: string;
}

export const TIME_UNITS = ['s', 'ms', 'iso'] as const;

export interface TimestampSettings {
	/** A template; `{timestamp}` as read by default. */
	from?: string;
	unit?: (typeof TIME_UNITS)[number];
	/** Seconds, in both directions; 300 by default. */
	tolerance?: number;
}

export interface ReceivedParameters extends Omit<ParameterSettings, 'from' | 'leaveOut' | 'extra'> {
	in?: 'query' | 'form' | 'json';
	exclude?: string[];
	/** The characters of the first, each replaced by the second. */
	replace?: [string, string];
	/** Of a name that comes twice only the first counts. */
	once?: boolean;
}

export interface JwtSettings {
	/** The only ones that are accepted, such as `RS256`. */
	algs: string[];
	/** Seconds by which the clocks may differ; 60 by default. */
	skew?: number;
}

/** A question that is answered before any workflow starts: the first whose `when` fits. */
export interface Challenge {
	/** Pairs that must be equal, or single templates that must not be empty. */
	when: Array<[string, string] | [string]>;
	steps?: Step[];
	answer: AnswerSettings;
	/** Whether it is answered only where the signature of the request is right. */
	isSigned?: boolean;
}

export interface AnswerSettings {
	status?: number;
	/** The content type; `application/json` by default. */
	type?: string;
	/** A template. Inside of JSON, values are written as JSON text. */
	body?: string;
}
