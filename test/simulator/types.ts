import type { Faults } from './faults';
import type { Tokens } from './tokens';

/** One request as it came in: nothing decoded, nothing re-serialised. */
export interface Call {
	method: string;
	/** The raw request target: path and query exactly as sent. */
	url: string;
	path: string;
	query: URLSearchParams;
	/** Lower-case names; repeated headers are joined with a comma. */
	headers: Record<string, string>;
	body: Buffer;
	/** From which port it was sent. */
	port: number;
}

export interface Answer {
	status: number;
	/** Sent as JSON. */
	json?: unknown;
	/** Sent as it is, when there is no `json`. */
	text?: string;
	headers?: Record<string, string>;
	/** UTF-8 by default. */
	encoding?: 'latin1';
	/** What the log says about the request. */
	outcome: string;
	/** The access token that was presented or minted. */
	token?: string;
}

/** What a provider sees of its own running instance. */
export interface State<Account, Data> {
	account: Account;
	data: Data;
	faults: Faults;
	tokens: Tokens;
	/** The server's clock, which the `clockOffsetMs` fault moves. */
	now(): number;
}

/** One simulated API. A further provider is one such object, exported from `providers.ts`. */
export interface Provider<Account, Data> {
	name: string;
	/** Invented credentials. */
	account: Account;
	/** Where this provider differs from `DEFAULT_FAULTS`. */
	faults?: Partial<Faults>;
	/** `METHOD /path` of the token endpoints; every other request is an API request. */
	tokenRoutes: string[];
	/** Where the token answer holds the token and its expiry. */
	tokenFields?: { token: string[]; expiry: string[] };
	freshData(account: Account): Data;
	/**
	 * Whether a request names this account, right or wrong its secret. For providers that can have
	 * further accounts; requests that name none of them belong to the first.
	 */
	isFrom?(call: Call, state: State<Account, Data>): boolean;
	/** An error body in the provider's own shape, used by the faults. */
	error(status: number, text: string): unknown;
	/** Something that happens at the provider without a request, for tests; an unknown name throws. */
	act?(name: string, sent: Record<string, unknown>, state: State<Account, Data>): unknown;
	mint?(call: Call, state: State<Account, Data>): Answer;
	answer(call: Call, state: State<Account, Data>): Answer;
}

export interface LoggedRequest {
	provider: string;
	/** Real arrival time in epoch milliseconds, whatever the simulated clock says. */
	at: number;
	method: string;
	/** The raw request target. */
	url: string;
	headers: Record<string, string>;
	/** Base64 of the raw bytes. */
	body: string;
	/** From which port it was sent. */
	port: number;
	/** Null while unanswered, and for good when the connection was cut. */
	status: number | null;
	outcome: string;
	token?: string;
	/** The further account that the request belongs to. */
	account?: string;
}

export interface Counts {
	/** Requests that are not token requests. */
	requests: number;
	/** Tokens issued. */
	mints: number;
	/** API requests turned away because of their token. */
	refused: number;
}
