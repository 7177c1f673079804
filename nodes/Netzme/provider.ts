import type { IDataObject } from 'n8n-workflow';
import type { Provider } from '../shared/provider';
import { resources } from './resources';

export const netzme: Provider = {
	name: 'Netzme',
	credentialType: 'netzmeApi',
	accountFields: ['merchantId'],
	resources,
	/** Failures come under HTTP 200; 100 means success, as number or text, and 100 to 199 for split fee. */
	failure({ status: httpStatus, body }) {
		const { status, statusMessage, message } = (body ?? {}) as IDataObject;
		const words = String(statusMessage ?? message ?? '');
		if (status === undefined) return httpStatus < 400 ? undefined : { message: words };
		const succeeded = status === true || (Number(status) >= 100 && Number(status) < 200);
		return succeeded ? undefined : { message: words, code: String(status) };
	},
};
