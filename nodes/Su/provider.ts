import type { IDataObject } from 'n8n-workflow';
import type { Failure, Provider } from '../shared/provider';
import { resources } from './resources';

/** Su's code for "Authorization Required". */
const AUTHORIZATION_REQUIRED = '497';

export const su: Provider = {
	name: 'Su',
	credentialType: 'suApi',
	resources,
	failure: ({ body }) => failureOf(body),
	isTokenRefused: ({ status, body }) =>
		status === 401 || failureOf(body)?.code === AUTHORIZATION_REQUIRED,
};

/** `Status: Fail`, with `Errors` as an object, a list, an empty list beside `Message`, or `Error`. */
function failureOf(body: unknown): Failure | undefined {
	const { Status, Errors, Error: single, Message } = (body ?? {}) as IDataObject;
	if (Status !== 'Fail') return undefined;
	const [first] = [Errors ?? single ?? []].flat() as Array<IDataObject | undefined>;
	return {
		message: String(first?.ShortText ?? Message ?? ''),
		code: first?.Code === undefined ? undefined : String(first.Code),
	};
}
