import type { IDataObject } from 'n8n-workflow';
import type { Provider } from '../shared/provider';
import { resources } from './resources';

export const pledg: Provider = {
	name: 'Pledg',
	credentialType: 'pledgApi',
	accountFields: [
		'authentication',
		'environment',
		'merchantSecretKey',
		'merchantUid',
		'signatureLifetime',
	],
	resources,
	/**
	 * The API answers `{"error": {"debug": "..."}}`, the payment page `{"type", "message"}`, and a
	 * refund with plain text (Pledg, "Refunds"), which is shown as it is.
	 */
	failure({ status, body }) {
		if (status < 400 || typeof body === 'string') return undefined;
		const { error, message, type } = (body ?? {}) as IDataObject;
		const debug = typeof error === 'object' ? (error as IDataObject | null)?.debug : error;
		return {
			message: String(debug ?? message ?? ''),
			code: type === undefined ? undefined : String(type),
		};
	},
};
