import { numberOf, parseJsonObject, valueAt } from '../auth/json';
import type { RefusalSettings, TokenAnswerSettings } from './token';

/** An answer to a request for a token. */
export interface TokenAnswer {
	/** Of its body; empty where that is no JSON object. */
	json: Record<string, unknown>;
	/** By names in lower case. */
	headers: Record<string, unknown>;
	text: string;
}

/** A token, and how long it lives or when it ends, in milliseconds, by the partner's clock; NaN where that is not said. */
export type Grant = { value: string; refreshToken?: string } & (
	| { lifeInMs: number; endsAtInMs?: undefined }
	| { endsAtInMs: number; lifeInMs?: undefined }
);

const ONE_SECOND_IN_MS = 1000;
const ONE_YEAR_IN_MS = 365 * 24 * 3600 * ONE_SECOND_IN_MS;
const DEFAULTS = { token: 'access_token', expires: 'expires_in', refreshToken: 'refresh_token' };

/** Whether the token may stand anywhere but in a member of JSON, so that the answer need not be JSON. */
export function isOutsideOfJson({ token = '' }: TokenAnswerSettings): boolean {
	return token === 'body' || /^header:/i.test(token);
}

/**
 * Finds the token in an answer.
 *
 * @param hasRefresh whether to look for a refresh token
 * @returns undefined where there is none
 */
export function grantIn(
	answer: TokenAnswer,
	settings: TokenAnswerSettings,
	hasRefresh: boolean,
): Grant | undefined {
	const value = tokenIn(answer, settings.token ?? DEFAULTS.token);
	if (value === undefined) return undefined;
	const end = { value, ...endOf(value, answer.json, settings) };
	const path = settings.refreshToken ?? DEFAULTS.refreshToken;
	const refreshToken = hasRefresh ? textOf(valueAt(answer.json, path)) : '';
	return refreshToken === '' ? end : { ...end, refreshToken };
}

/** Whether an answer says that the token, or the request for one, is refused, in its body. */
export function isRefusedIn(body: unknown, { path, values = [] }: RefusalSettings = {}): boolean {
	if (path === undefined) return false;
	const json = typeof body === 'string' ? parseJsonObject(body) : body;
	const said = valueAt(json, path);
	return typeof said !== 'object' && values.includes(String(said));
}

function tokenIn({ json, headers, text }: TokenAnswer, place: string): string | undefined {
	const isBody = place === 'body';
	const header = /^header:(.*)$/i.exec(place)?.[1].trim().toLowerCase();
	const found = isBody
		? text.trim().replace(/^"(.*)"$/, '$1')
		: textOf(header === undefined ? valueAt(json, place) : headers[header]).trim();
	// A page or a sentence in place of a token is none.
	return (isBody ? /^[!-~]+$/ : /^[ -~]+$/).test(found) ? found : undefined;
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

type End = { lifeInMs: number } | { endsAtInMs: number };

function endOf(token: string, json: Record<string, unknown>, settings: TokenAnswerSettings): End {
	const { unit, life, expires } = settings;
	if (unit === 'never') return { lifeInMs: ONE_YEAR_IN_MS };
	const fixed = life === undefined ? undefined : { lifeInMs: life * ONE_SECOND_IN_MS };
	if (fixed && unit === undefined && expires === undefined) return fixed;
	const end =
		unit === 'jwt' ? endOfJwt(token) : endSaid(valueAt(json, expires ?? DEFAULTS.expires), unit);
	const [inMs] = Object.values(end);
	return fixed && !Number.isFinite(inMs) ? fixed : end;
}

function endSaid(said: unknown, unit: TokenAnswerSettings['unit']): End {
	const number = numberOf(said);
	switch (unit) {
		case 'ms':
			return { lifeInMs: number };
		case 'at-s':
			return { endsAtInMs: number * ONE_SECOND_IN_MS };
		case 'at-ms':
			return { endsAtInMs: number };
		case 'iso':
			return { endsAtInMs: momentIn(String(said)) };
		default:
			return { lifeInMs: number * ONE_SECOND_IN_MS };
	}
}

/** A date and time without a zone is meant in UTC: JavaScript would take that of this machine. */
function momentIn(text: string): number {
	const [, day, time, zone] =
		/^\s*(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?\s*$/i.exec(
			text,
		) ?? [];
	if (day === undefined) return Date.parse(text);
	const offset = (zone ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
	return Date.parse(`${day}T${time}${offset}`);
}

/** RFC 7519, section 4.1.4. The signature is the partner's business. */
function endOfJwt(token: string): End {
	const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
	return { endsAtInMs: numberOf(parseJsonObject(claims)?.exp) * ONE_SECOND_IN_MS };
}
