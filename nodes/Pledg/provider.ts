import type { IDataObject } from 'n8n-workflow';
import type { Provider } from '../shared/provider';
import { resources } from './resources';

export const pledg: Provider = {
	name: 'Pledg',
	credentialType: 'pledgApi',
	accountFields: ['merchantUid'],
	resources,
	/** The API answers `{"error": {"debug": "..."}}`, the payment page `{"type", "message"}`. */
	failure({ status, body }) {
		if (status < 400) return undefined;
		const { error, message, type } = (body ?? {}) as IDataObject;
		const debug = typeof error === 'object' ? (error as IDataObject | null)?.debug : error;
		return {
			message: String(debug ?? message ?? ''),
			code: type === undefined ? undefined : String(type),
		};
	},
};
