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
		const { message, title, detail } = (body ?? {}) as IDataObject;
		return { message: String(message ?? detail ?? title ?? '') };
	},
};
