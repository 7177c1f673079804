import type { Addition, NonceSettings, ParameterSettings, Step, TimeSettings } from './recipe';

/**
 * How a partner hands out short-lived access tokens, as a part of a recipe. The page docs/partner-api.md
 * explains every key.
 *
 * @example
 * const token: TokenSettings = {
 * 	request: {
 * 		path: '/oauth/token',
 * 		add: [
 * 			{ in: 'body', name: 'grant_type', value: 'client_credentials' },
 * 			{ in: 'basic', name: '{id}', value: '{secret}' },
 * 		],
 * 	},
 * 	answer: { token: 'access_token', expires: 'expires_in' },
 * };
 */
export interface TokenSettings {
	/** Left out where the only way to a token is {@link refresh}. */
	request?: TokenRequestSettings;
	answer?: TokenAnswerSettings;
	refresh?: RefreshSettings;
	/** Whether a new token ends the life of the one before. */
	oneLiveToken?: boolean;
	/** How many tokens the partner hands out in a time. */
	quota?: TokenQuota;
	refused?: RefusalSettings;
}

export const TOKEN_BODIES = ['form', 'json', 'none'] as const;

/** A request for a token: a small recipe over a request of its own, in whose `add` secrets may travel. */
export interface TokenRequestSettings {
	/** POST by default. */
	method?: string;
	/** Begins with a slash; a template. Another host than that of the credential is typed by its user. */
	path?: string;
	/** How what `add` puts into the body is written; a form by default. */
	body?: (typeof TOKEN_BODIES)[number];
	time?: TimeSettings;
	nonce?: NonceSettings;
	params?: ParameterSettings;
	steps?: Step[];
	/** Besides the places of a recipe `basic`: `name` is the user and `value` the password. */
	add?: Addition[];
}

/** What is left out is as in {@link TokenSettings.request}. `{refreshToken}` is a value in it. */
export interface RefreshSettings extends TokenRequestSettings {
	/** Whether the partner takes a refresh token once only, and sends another one with each token. */
	isForOneUse?: boolean;
}

/** `s` and `ms` from now; `at-s`, `at-ms` and `iso`: the moment of the end; `jwt`: what the token itself says. */
export const EXPIRY_UNITS = ['s', 'ms', 'at-s', 'at-ms', 'iso', 'jwt', 'never'] as const;

/** Where the answer to a token request has what. A path is names with dots: `data.token`. */
export interface TokenAnswerSettings {
	/** A path (`access_token` by default), `header:` and the name of a header, or `body` for all of it. */
	token?: string;
	/** A path; `expires_in` by default. */
	expires?: string;
	/** `s` by default. */
	unit?: (typeof EXPIRY_UNITS)[number];
	/** Seconds, where the answer does not say how long the token lives. */
	life?: number;
	/** A path; `refresh_token` by default where the recipe has `refresh`. */
	refreshToken?: string;
}

export interface TokenQuota {
	tokens: number;
	minutes: number;
}

/** How an answer says that the token is refused: a status, or a value in its body, whatever the status. */
export interface RefusalSettings {
	/** 401 by default. */
	statuses?: number[];
	path?: string;
	values?: string[];
}
