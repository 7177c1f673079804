import type { IDataObject } from 'n8n-workflow';
import type { Provider } from '../shared/provider';
import { resources } from './resources';
import { successOf } from './success';

const ONE_MINUTE_IN_MS = 60_000;

export const sasom: Provider = {
	name: 'SASOM',
	credentialType: 'sasomApi',
	resources,
	/** "Rate Limiting": 1,000 requests a minute for each API key. */
	rateLimit: { requests: 1000, perMilliseconds: ONE_MINUTE_IN_MS },
	/** All errors read `{"success": false, "message": "..."}`. */
	failure({ body }) {
		const { success, message } = (body ?? {}) as IDataObject;
		return successOf(success) === false ? { message: String(message ?? '') } : undefined;
	},
};
