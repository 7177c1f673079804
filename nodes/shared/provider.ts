import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IDisplayOptions,
	IHttpRequestMethods,
	INodeProperties,
} from 'n8n-workflow';

/** The parameters of one item, by name, with expressions resolved. */
export type Parameters = IDataObject;

/** A request as an operation describes it; the loop sends it. */
export interface RequestDescription {
	method: IHttpRequestMethods;
	/** Begins with a slash; relative to the credential's base URL. Ids in it are URL-encoded. */
	path: string;
	/** Scheme and host, where it is another one of the credential's than its base URL. */
	origin?: string;
	query?: IDataObject;
	headers?: Record<string, string>;
	/** An object is sent as JSON; text is sent as it is, with the Content-Type of `headers`. */
	body?: IDataObject | string;
	/** Values in it that must not come back in output or errors, besides those of the credential. */
	secrets?: string[];
	/** What to look for at the provider should no answer come, e.g. `Request ID 4711`. */
	reference?: string;
	/** Requests with the same key share the provider's rate limit; by default all of a credential. */
	rateLimitKey?: string;
	/** In place of the provider's, where the user says how many requests it takes. */
	rateLimit?: RateLimit;
	/** In place of the provider's, where the user says how an answer reports a failure. */
	failure?(answer: Answer): Failure | undefined;
	/** In place of the operation's, where the user says where the items stand. */
	items?(body: unknown): IDataObject[];
}

/** How many requests a provider takes in a time. */
export interface RateLimit {
	requests: number;
	perMilliseconds: number;
}

/** What a provider answered. `body` is parsed JSON, or text, or bytes where it is neither. */
export interface Answer {
	status: number;
	headers: IDataObject;
	body: unknown;
}

/** Why an answer is a failure, in the provider's words. */
export interface Failure {
	message: string;
	code?: string;
	/** What to do, in place of what its status alone tells. */
	advice?: string;
}

/** What a page of items was asked for with. */
export interface Asked {
	parameters: Parameters;
	request: RequestDescription;
	/** As for {@link Operation.request}. */
	account?: IDataObject;
	/** As for {@link Operation.request}. */
	timezone?: string;
}

/** An answer of a list, and what it was asked for with. */
export interface Page extends Asked {
	body: unknown;
	items: IDataObject[];
}

/** What the editor shows of an operation. */
interface Described {
	value: string;
	/** Title Case, as shown in the list of operations. */
	name: string;
	/** Sentence case, as shown in the node panel. */
	action: string;
	description: string;
	properties: INodeProperties[];
	/** Entries of the collection "Options", besides those that every operation has. */
	options?: INodeProperties[];
}

/** One operation: data for the editor and pure functions; no I/O, no n8n context. */
export interface Operation extends Described {
	/** Whether it changes nothing at the provider, so that it may be repeated; by default where it is a GET. */
	isRead?: boolean;
	/** Parameters that are made where the user leaves them empty, once for each input item. */
	makes?: Record<string, (account: IDataObject) => string>;
	/**
	 * @param account the fields of the credential named in `accountFields` of the provider
	 * @param timezone of the workflow, an IANA name, in which days are read; UTC by default
	 * @throws UserError naming the field that does not fit
	 */
	request(parameters: Parameters, account: IDataObject, timezone?: string): RequestDescription;
	/** The output items of an answer; by default the whole answer as one, or each entry of a list. */
	items?(body: unknown, asked: Asked): IDataObject[];
	/** What to do where it is refused with an HTTP status that has a meaning of its own here. */
	advice?: Record<number, string>;
	/** For an answer that is a list: the editor offers Return All and Limit. */
	list?: {
		/** Whether it is a list with these parameters, and when the editor says so; by default always. */
		onlyFor?: {
			applies(parameters: Parameters): boolean;
			show: NonNullable<IDisplayOptions['show']>;
		};
		/** Tells entries apart: one that comes on two pages, because the list has grown meanwhile, counts once. */
		key?(item: IDataObject): string;
		/**
		 * The request for the next page, undefined after the last one. Left out where the whole list
		 * comes in one answer.
		 */
		next?(page: Page): RequestDescription | undefined;
		/** Codes of failures that mean only that the list is empty. */
		emptyCodes?: string[];
	};
	/** The fields of an item that most users want; the editor offers Simplify. */
	simplify?(item: IDataObject): IDataObject;
}

/** An operation that sends nothing. */
export interface LocalOperation extends Described {
	/**
	 * The output items. A promise where what it takes is loaded only then.
	 *
	 * @param account as for {@link Operation}
	 * @param timezone as for {@link Operation}
	 * @throws UserError naming the field that does not fit
	 */
	result(
		parameters: Parameters,
		account: IDataObject,
		timezone?: string,
	): IDataObject[] | Promise<IDataObject[]>;
}

export interface Resource {
	value: string;
	name: string;
	operations: Array<Operation | LocalOperation>;
}

/** What the loop has to know of a provider. */
export interface Provider {
	/** The provider's name in messages. */
	name: string;
	credentialType: string;
	resources: Resource[];
	/**
	 * The fields of the credential that operations may read: all of them where the user chooses which
	 * there are. What such an operation outputs is up to it: nothing here knows which are secret.
	 */
	accountFields?: string[] | 'all';
	/** How many requests the provider takes in a time, per credential and `rateLimitKey`. */
	rateLimit?: RateLimit;
	/** The `rateLimitKey` of a request that has none of its own. */
	rateLimitKey?(request: RequestDescription): string | undefined;
	/** The failure an answer reports, whatever its HTTP status; undefined where it reports none. */
	failure(answer: Answer): Failure | undefined;
	/** Whether the provider refused a request because there were too many; by default a 429. */
	isLimitReached?(answer: Answer): boolean;
	/** Whether the provider refused the token, of which the credential may say how; by default a 401. */
	isTokenRefused?(answer: Answer, credentials: ICredentialDataDecryptedObject): boolean;
}
