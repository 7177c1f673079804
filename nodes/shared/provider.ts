import type { IDataObject, IHttpRequestMethods, INodeProperties } from 'n8n-workflow';

/** The parameters of one item, by name, with expressions resolved. */
export type Parameters = IDataObject;

/** A request as an operation describes it; the loop sends it. */
export interface RequestDescription {
	method: IHttpRequestMethods;
	/** Begins with a slash; relative to the credential's base URL. Ids in it are URL-encoded. */
	path: string;
	query?: IDataObject;
	headers?: Record<string, string>;
	/** An object is sent as JSON; text is sent as it is, with the Content-Type of `headers`. */
	body?: IDataObject | string;
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
}

/** One operation: data for the editor and pure functions; no I/O, no n8n context. */
export interface Operation {
	value: string;
	/** Title Case, as shown in the list of operations. */
	name: string;
	/** Sentence case, as shown in the node panel. */
	action: string;
	description: string;
	properties: INodeProperties[];
	/** Entries of the collection "Options", besides those that every operation has. */
	options?: INodeProperties[];
	/**
	 * @param account the fields of the credential named in `accountFields` of the provider
	 * @throws UserError naming the field that does not fit
	 */
	request(parameters: Parameters, account: IDataObject): RequestDescription;
	/** The output items; by default the whole answer as one. */
	items?(body: unknown): IDataObject[];
}

export interface Resource {
	value: string;
	name: string;
	operations: Operation[];
}

/** What the loop has to know of a provider. */
export interface Provider {
	/** The provider's name in messages. */
	name: string;
	credentialType: string;
	resources: Resource[];
	/** Fields of the credential that operations use as defaults; never secrets. */
	accountFields?: string[];
	/** The failure an answer reports, whatever its HTTP status; undefined where it reports none. */
	failure(answer: Answer): Failure | undefined;
	/** Whether the provider refused the token; by default a 401. */
	isTokenRefused?(answer: Answer): boolean;
}
