import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { EXTERNAL_ID, newExternalId } from '../../../credentials/netzme/external-id';
import { requiredId } from '../../shared/fields/text';
import type { Operation, Parameters, RequestDescription } from '../../shared/provider';
import { isSnapAccount } from '../api-family';
import { anotherRequestId, newRequestId } from '../request-id';

const LABEL = 'Partner Reference Number';

/** The parameter of an operation that makes or moves something. */
export const PARTNER_REFERENCE: INodeProperties = {
	displayName: LABEL,
	name: 'partnerReferenceNo',
	type: 'string',
	default: '',
	placeholder: 'e.g. testing202104091449590001',
	description: 'Names this request at Netzme; it must not have been used before',
	hint: 'Leave empty to have one made for each item. It is part of the output.',
};

/**
 * For operations with {@link PARTNER_REFERENCE}: reference and external ID are made once for an item,
 * so that Netzme knows it again where n8n runs the node a second time.
 */
export const MAKES_REFERENCE: Operation['makes'] = {
	partnerReferenceNo: referenceFor,
	externalId: () => newExternalId(),
};

/**
 * What asks for something by POST, as everything is asked for in SNAP BI.
 *
 * @param fieldsOf makes the body with a reference of its own, unique for each request
 */
export function snapRead(
	path: string,
	account: IDataObject,
	fieldsOf: (partnerReferenceNo: string) => IDataObject,
): RequestDescription {
	return {
		method: 'POST',
		path,
		headers: { [EXTERNAL_ID]: newExternalId() },
		body: fieldsOf(referenceFor(account)),
	};
}

/** The same request for another page: to Netzme it is another request. */
export function snapPage(request: RequestDescription, pageNumber: number): RequestDescription {
	const body = bodyOf(request);
	const partnerReferenceNo = anotherRequestId(String(body.partnerReferenceNo));
	return {
		...request,
		headers: { ...request.headers, [EXTERNAL_ID]: newExternalId() },
		body: { ...body, partnerReferenceNo, pageNumber: String(pageNumber) },
	};
}

/**
 * What makes or moves something, and the words by which to find it at Netzme.
 *
 * @throws UserError where there is no Partner Reference Number
 */
export function snapWrite(
	path: string,
	fields: IDataObject,
	parameters: Parameters,
): RequestDescription {
	const partnerReferenceNo = requiredId(parameters, 'partnerReferenceNo', LABEL);
	return {
		method: 'POST',
		path,
		headers: { [EXTERNAL_ID]: String(parameters.externalId ?? newExternalId()) },
		body: { partnerReferenceNo, ...fields },
		reference: `${LABEL} ${partnerReferenceNo}`,
	};
}

/** The reference that a request made by {@link snapWrite} carries. */
export function sentReference(request: RequestDescription): string {
	return String(bodyOf(request).partnerReferenceNo ?? '');
}

/**
 * The generic request, with an external ID of its own for the credentials that need one, so that it
 * is the same when the request is sent again.
 */
export function withExternalId(operation: Operation): Operation {
	return {
		...operation,
		request: (parameters, account, timezone) => {
			const described = operation.request(parameters, account, timezone);
			const names = Object.keys(described.headers ?? {}).map((name) => name.toUpperCase());
			if (!isSnapAccount(account) || names.includes(EXTERNAL_ID)) return described;
			return { ...described, headers: { ...described.headers, [EXTERNAL_ID]: newExternalId() } };
		},
	};
}

function referenceFor(account: IDataObject): string {
	return newRequestId(requiredId(account, 'clientId', 'Client ID'));
}

function bodyOf({ body }: RequestDescription): IDataObject {
	return typeof body === 'object' ? body : {};
}
