import type { Fields } from './read-fields';
import { PART_KEYS, partsOf, type RecipeParts } from './read-parts';
import { TOKEN_ADDITION_PLACES } from './recipe';
import { quoted, recipeError } from './recipe-error';
import {
	EXPIRY_UNITS,
	TOKEN_BODIES,
	type RefusalSettings,
	type TokenAnswerSettings,
	type TokenRequestSettings,
	type TokenSettings,
} from './token';

const REQUEST_KEYS = ['method', 'path', 'body', ...PART_KEYS];
const ONE_YEAR_IN_SECONDS = 366 * 24 * 3600;
const MAX_TOKENS = 1_000_000;
const ONE_MONTH_IN_MINUTES = 31 * 24 * 60;
const PROTOCOL_STATUSES = { least: 100, most: 599 };

export const TOKEN_KEYS = ['request', 'answer', 'refresh', 'oneLiveToken', 'quota', 'refused'];

/** A request for a token whose shape is right. */
export type ReadTokenRequest = RecipeParts & Pick<TokenRequestSettings, 'method' | 'path' | 'body'>;

/** The token part of a recipe whose shape is right. */
export interface ReadToken extends Omit<TokenSettings, 'request' | 'refresh'> {
	request?: ReadTokenRequest;
	refresh?: ReadTokenRequest & { isForOneUse?: boolean };
}

/** @throws UserError naming the place, such as `token.answer.unit`, and the nearest word that is known */
export function readToken(fields: Fields): ReadToken {
	const token = {
		request: fields.object('request', REQUEST_KEYS, request),
		answer: fields.object('answer', ['token', 'expires', 'unit', 'life', 'refreshToken'], answer),
		refresh: fields.object('refresh', [...REQUEST_KEYS, 'isForOneUse'], (refresh) => ({
			...request(refresh),
			isForOneUse: refresh.flag('isForOneUse'),
		})),
		oneLiveToken: fields.flag('oneLiveToken'),
		quota: fields.object('quota', ['tokens', 'minutes'], (quota) => ({
			tokens: quota.whole('tokens', 1, MAX_TOKENS) ?? missing(quota, 'tokens'),
			minutes: quota.whole('minutes', 1, ONE_MONTH_IN_MINUTES) ?? missing(quota, 'minutes'),
		})),
		refused: fields.object('refused', ['statuses', 'path', 'values'], refused),
	};
	if (!token.request && !token.refresh) throw fields.missing('request');
	return token;
}

function request(fields: Fields): ReadTokenRequest {
	const method = fields.text('method');
	if (method !== undefined && !/^[A-Za-z]{1,20}$/.test(method)) {
		throw recipeError(`${fields.at('method')}: ${quoted(method)} is not a method`, 'Write "POST".');
	}
	const path = fields.text('path');
	if (path !== undefined && !/^\/(?![/\\])[^\s#\\]*$/.test(path)) {
		throw recipeError(
			`${fields.at('path')} is not a path`,
			'Write it with one slash in front, such as "/oauth/token". The host is that of Base URL; another one is entered in Token URL, by whoever owns the secrets.',
		);
	}
	return {
		method: method?.toUpperCase(),
		path,
		body: fields.choice('body', TOKEN_BODIES),
		...partsOf(fields, TOKEN_ADDITION_PLACES),
	};
}

function answer(fields: Fields): TokenAnswerSettings {
	return {
		token: fields.text('token'),
		expires: fields.text('expires'),
		unit: fields.choice('unit', EXPIRY_UNITS),
		life: fields.whole('life', 1, ONE_YEAR_IN_SECONDS),
		refreshToken: fields.text('refreshToken'),
	};
}

function refused(fields: Fields): RefusalSettings {
	const { least, most } = PROTOCOL_STATUSES;
	const path = fields.text('path');
	const values = fields.texts('values');
	if (path !== undefined && values === undefined) missing(fields, 'values');
	if (path === undefined && values !== undefined) missing(fields, 'path');
	return { statuses: fields.wholes('statuses', least, most), path, values };
}

function missing(fields: Fields, key: string): never {
	throw fields.missing(key);
}
