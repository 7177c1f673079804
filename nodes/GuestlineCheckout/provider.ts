import type { IDataObject } from 'n8n-workflow';
import type { Provider } from '../shared/provider';
import { resources } from './resources';

export const guestlineCheckout: Provider = {
	name: 'Guestline',
	credentialType: 'guestlineCheckoutApi',
	resources,
	/** No error body is documented; the usual fields are shown where there are any. */
	failure({ status, body }) {
		if (status < 400) return undefined;
		const { message, title, detail, errors } = (body ?? {}) as IDataObject;
		const words = String(message ?? detail ?? title ?? '');
		return { message: [words, ...fieldErrors(errors)].filter(Boolean).join(' ') };
	},
};

/** `{"errors": {"amount": ["..."]}}`, beside `title` in the usual answer to a body that does not fit. */
function fieldErrors(errors: unknown): string[] {
	if (typeof errors !== 'object' || errors === null || Array.isArray(errors)) return [];
	return Object.entries(errors).map(([field, words]) => `${field}: ${[words].flat().join(' ')}`);
}
