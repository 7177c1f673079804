import type { Routes } from './call';
import { failure, success, written } from './netzmeAnswers';
import type { NetzmeState } from './netzmeAnswers';

/** Own choice: any receipt of the merchant is taken; no page describes its fields. */
export const RECEIPT_ROUTES: Routes<NetzmeState> = {
	'POST /public/api/v1/createReceipt/*': (call, { account }, [merchantId]) =>
		written(call, 'create_e-receipt', (body) =>
			merchantId === account.merchantId && body.merchant_id === merchantId
				? success({ merchant_id: merchantId }, 100)
				: failure('404', 'Merchant not found'),
		),
};
