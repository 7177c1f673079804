import { FORM } from '../auth/request-body';
import { compileParts, type CompiledParts } from './compile-parts';
import { compileTemplate, type Template } from './compile-template';
import type { FieldKind } from './recipe';
import { recipeError, within } from './recipe-error';
import type { ReadToken, ReadTokenRequest } from './read-token';
import { readTemplate } from './template';
import type { TokenSettings } from './token';

/** The name of a refresh token in templates: of the newest one, or of the one that the user filled in. */
export const REFRESH_TOKEN = 'refreshToken';

/** A request for a token that can be made. */
export interface CompiledTokenRequest {
	/** Of it in the recipe, for errors. */
	place: string;
	method: string;
	/** Where the user has entered no address for tokens, */
	path?: Template;
	/** or in any case, on the host of that address: a refresh may go elsewhere than the request. */
	hasOwnPath?: boolean;
	/** The names of the credential's values in it. */
	values: string[];
	/** Of the body that is to be made. */
	contentType: string;
	parts: CompiledParts;
}

/** How a token is had, ready for use. */
export interface CompiledToken extends Omit<TokenSettings, 'request' | 'refresh'> {
	request?: CompiledTokenRequest;
	refresh?: CompiledTokenRequest & { isForOneUse: boolean };
}

const CONTENT_TYPES = { form: FORM, json: 'application/json', none: '' };

/** @throws UserError naming the place in the recipe, such as `token.request.steps[0].key` */
export function compileToken(token: ReadToken, fields: Record<string, FieldKind>): CompiledToken {
	const { request, refresh, ...rest } = token;
	return {
		...rest,
		request: request && compileRequest(request, 'token.request', fields),
		refresh: refresh && {
			...compileRefresh(inherited(refresh, request), fields),
			hasOwnPath: request !== undefined && refresh.path !== undefined,
			isForOneUse: refresh.isForOneUse === true,
		},
	};
}

function compileRefresh(
	refresh: ReadTokenRequest,
	fields: Record<string, FieldKind>,
): CompiledTokenRequest {
	const place = 'token.refresh';
	const compiled = compileRequest(refresh, place, { [REFRESH_TOKEN]: 'secret', ...fields });
	if (compiled.values.includes(REFRESH_TOKEN)) return compiled;
	throw recipeError(
		`${place}.add: the refresh token would not be sent`,
		`Add it, such as { "in": "body", "name": "refresh_token", "value": "{${REFRESH_TOKEN}}" }.`,
	);
}

/** A refresh goes where the request goes, and as it does, unless the recipe says otherwise. */
function inherited(refresh: ReadTokenRequest, request?: ReadTokenRequest): ReadTokenRequest {
	const isOwn = refresh.steps.length > 0 || refresh.add.length > 0;
	const { steps, add } = isOwn ? refresh : (request ?? refresh);
	return {
		...refresh,
		steps,
		add,
		method: refresh.method ?? request?.method,
		path: refresh.path ?? request?.path,
		body: refresh.body ?? request?.body,
		time: refresh.time ?? request?.time,
		nonce: refresh.nonce ?? request?.nonce,
		params: refresh.params ?? request?.params,
	};
}

function compileRequest(
	{ method = 'POST', path, body = 'form', ...parts }: ReadTokenRequest,
	place: string,
	fields: Record<string, FieldKind>,
): CompiledTokenRequest {
	const names = JSON.stringify({ path, ...parts }).matchAll(/\{\??([A-Za-z_][\w-]*)/g);
	const used = new Set([...names].map(([, name]) => name));
	return within(place, () => ({
		place,
		method,
		values: Object.keys(fields).filter((name) => used.has(name)),
		path: path === undefined ? undefined : compilePath(path, fields),
		contentType: method === 'GET' || method === 'HEAD' ? '' : CONTENT_TYPES[body],
		parts: compileParts(parts, fields, true),
	}));
}

/** It is known before anything is computed, so it refers to values only. */
function compilePath(path: string, fields: Record<string, FieldKind>): Template {
	const names = { fields, steps: new Map<string, number>(), exposures: [], time: {} };
	return compileTemplate(readTemplate(path, 'path'), names, 'path');
}
