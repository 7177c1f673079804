import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { answerObject } from '../../../shared/answer';
import { jsonObject } from '../../../shared/fields/json';
import type { Parameters, RequestDescription } from '../../../shared/provider';

/**
 * The parameter that holds the body of a session.
 *
 * @param description which groups of fields belong in it, as far as they are public
 */
export function sessionProperty(description: string): INodeProperties {
	return {
		displayName: 'Session (JSON)',
		name: 'session',
		type: 'json',
		default: '{}',
		required: true,
		description,
	};
}

/**
 * POST /api/checkout/sessions, which starts payments and validations alike (Guestline API portal,
 * "Checkout API", Overview). The names of its fields are not public, so the body goes out as given.
 *
 * @throws UserError where the body is no JSON object, or an empty one
 */
export function sessionRequest(parameters: Parameters): RequestDescription {
	return {
		method: 'POST',
		path: '/api/checkout/sessions',
		body: filledIn(jsonObject(parameters, 'session', 'Session (JSON)')),
	};
}

/**
 * The session that Guestline answered. What is documented is that the answer holds the address of
 * the payment page, not in which shape: an address alone becomes `{ url }`.
 *
 * @throws UserError where the answer holds neither an object nor an address
 */
export function sessionItems(body: unknown): IDataObject[] {
	const isAddress = typeof body === 'string' && /^https?:\/\/\S+$/.test(body.trim());
	return [isAddress ? { url: body.trim() } : answerObject(body)];
}

function filledIn(session: IDataObject): IDataObject {
	if (Object.keys(session).length > 0) return session;
	throw new UserError('Session (JSON) is empty', {
		description:
			'Fill in the transaction as Guestline documents it for your account. Nothing was sent.',
	});
}
