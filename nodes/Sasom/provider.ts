import type { IDataObject } from 'n8n-workflow';
import type { Provider } from '../shared/provider';
import { resources } from './resources';

export const sasom: Provider = {
	name: 'SASOM',
	credentialType: 'sasomApi',
	resources,
	/** All errors read `{"success": false, "message": "..."}`. */
	failure({ body }) {
		const { success, message } = (body ?? {}) as IDataObject;
		return success === false ? { message: String(message ?? '') } : undefined;
	},
};
