import type { IDataObject } from 'n8n-workflow';
import { flagOf } from '../shared/answer';
import type { Provider } from '../shared/provider';
import { explained, isAboutSplitFee } from './failures';
import { resources } from './resources';
import { isTokenRefused, responseCode, snapFailure } from './snap/failures';

export const netzme: Provider = {
	name: 'Netzme',
	credentialType: 'netzmeApi',
	accountFields: [
		'apiFamily',
		'clientId',
		'environment',
		'invoiceClientName',
		'invoiceToken',
		'merchantId',
		'payBaseUrl',
		'pinSecret',
	],
	resources,
	isTokenRefused,
	/**
	 * SNAP BI has codes of its own. Else failures come under HTTP 200; 100 means success, as number or
	 * text, and 100 to 199 for split fee.
	 */
	failure({ status: httpStatus, body }) {
		const answer = (body ?? {}) as IDataObject;
		if (responseCode(answer) !== undefined) return snapFailure(answer);
		const { status, statusMessage, message, code } = answer;
		const words = explained(String(statusMessage ?? message ?? ''), answer);
		if (status === undefined) return httpStatus < 400 ? undefined : { message: words };
		const flag = flagOf(status);
		if (flag === true || isSuccess(Number(status), answer)) return undefined;
		// The pay host says `status: false` and has the number elsewhere.
		return { message: words, code: String((flag === false && code) || status) };
	},
};

function isSuccess(status: number, answer: IDataObject): boolean {
	return status === 100 || (status > 100 && status < 200 && isAboutSplitFee(answer));
}
