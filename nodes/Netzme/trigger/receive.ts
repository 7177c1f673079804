import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { parseUrl } from '../../../credentials/auth/destination';
import { callbackRefusal, type SentCallback } from '../../../credentials/netzme/snap-callback';
import { booleanOf } from '../../shared/fields/boolean';
import { readWebhookCredential } from '../../shared/trigger/credential';
import { receiveNotification } from '../../shared/trigger/receive-notification';
import { isSnapAccount } from '../api-family';
import { netzme } from '../provider';
import { judge, judgeWallet } from './judge';
import { lookUp } from './look-up';

const UNAUTHORIZED = 401;
/** Only to read the path of an address without one. */
const ANY_ORIGIN = 'http://localhost';

/** Takes what came to the trigger's URL, asks Netzme whether it is true, and answers. */
export async function receiveCallback(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await receiveNotification(context, async ({ body, headers }) => {
		const allowed = context.getNodeParameter('allowUnverified', false);
		const allowUnverified = booleanOf(allowed, 'Allow Unverified Notifications');
		const credential = await readWebhookCredential(context, netzme);
		const { apiFamily } = credential.data as IDataObject;
		const isSnap = isSnapAccount({ apiFamily });
		const reason = isSnap && callbackRefusal(credential.data, sentCallback(context, headers));
		if (reason) return { refuse: UNAUTHORIZED, reason };
		if (apiFamily === 'netzmeWalletSnap') return judgeWallet(body, { allowUnverified });
		return await judge(body, {
			allowUnverified,
			isSnap,
			lookUp: async (callback) => await lookUp(context, credential, callback),
		});
	});
}

function sentCallback(context: IWebhookFunctions, headers: IDataObject): SentCallback {
	const { method, originalUrl, url, rawBody } = context.getRequestObject();
	const addresses = [originalUrl ?? url, context.getNodeWebhookUrl('default')];
	const paths = addresses.flatMap((each) => parseUrl(each ?? '', ANY_ORIGIN)?.pathname ?? []);
	return { method, paths, headers, body: rawBody.toString('utf8') };
}
