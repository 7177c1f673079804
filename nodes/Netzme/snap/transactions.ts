import type { IDataObject } from 'n8n-workflow';
import { numberOf } from '../../../credentials/auth/json';
import { answerObject } from '../../shared/answer';
import type { Operation, Page, Parameters, RequestDescription } from '../../shared/provider';
import { merchantId } from '../merchant-id';
import { DAYS_PROPERTIES, daysOf } from '../resources/transaction/list';
import { noList } from '../resources/transaction/pages';
import { responseCode } from './failures';
import { snapPage, snapRead } from './request';

const ONE_DAY_IN_MS = 24 * 60 * 60 * 1000;
/** "Transaction Not Found": there is none in the range, or on the page. */
const NO_TRANSACTION = '4041201';

/** What lists the transactions at a path: by merchant and range of days, page by page. */
export function snapTransactionsAt(
	path: string,
): Pick<Operation, 'properties' | 'isRead' | 'request' | 'items' | 'list'> {
	return {
		properties: DAYS_PROPERTIES,
		isRead: true,
		request: (parameters, account, timezone) => {
			const custIdMerchant = merchantId(parameters, account);
			const window = windowOf(parameters, timezone);
			return snapRead(path, account, (partnerReferenceNo) => ({
				pageNumber: '1',
				partnerReferenceNo,
				...window,
				additionalInfo: { custIdMerchant },
			}));
		},
		items: detailsOf,
		list: { key: JSON.stringify, next: nextPage, emptyCodes: [NO_TRANSACTION] },
	};
}

/**
 * Whole days of Netzme's zone. The end of the range may not be the day on which it begins ("Get
 * Transaction List"), so that of a single day is midnight.
 */
function windowOf(parameters: Parameters, timezone: string | undefined): IDataObject {
	const { startdate, enddate } = daysOf(parameters, timezone);
	const toDateTime =
		enddate > startdate ? `${enddate}T23:59:59+07:00` : `${dayAfter(enddate)}T00:00:00+07:00`;
	return { fromDateTime: `${startdate}T00:00:00+07:00`, toDateTime };
}

function dayAfter(day: string): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + ONE_DAY_IN_MS).toISOString().slice(0, 10);
}

/** @throws UserError where the answer is none of Netzme's: it would look like a day without payments */
function detailsOf(answer: unknown): IDataObject[] {
	const object = answerObject(answer);
	const { detailData } = object;
	if (Array.isArray(detailData)) return detailData.map((entry) => answerObject(entry));
	if ((detailData ?? undefined) !== undefined || !responseCode(object)) throw noList();
	return [];
}

/** Undefined where this one brings nothing new: how the list ends is not documented. */
function nextPage({ items, request }: Page): RequestDescription | undefined {
	if (items.length === 0) return undefined;
	const { pageNumber } = request.body as IDataObject;
	return snapPage(request, numberOf(pageNumber) + 1);
}
