import type { IDataObject } from 'n8n-workflow';
import { judge } from '../../nodes/Netzme/trigger/judge';
import type { Ask } from '../../nodes/Netzme/trigger/ask';
import { search } from '../../nodes/Netzme/trigger/search';
import type { Answer } from '../../nodes/shared/provider';

const MERCHANT = '/api/aggregator/merchant';
export const LIST = `${MERCHANT}/qr/transaction/list`;
export const NOT_FOUND = { status: '404', statusMessage: 'Transaction not found', body: null };

/** What Netzme has: records by the ID that it is asked by, and pages of the list of transactions. */
export interface Records {
	invoices?: Record<string, IDataObject>;
	acquired?: Record<string, IDataObject>;
	withdrawals?: Record<string, IDataObject>;
	pages?: IDataObject[][];
	/** In place of what it has, by path; an answer's body, or a status of HTTP, or no answer. */
	answers?: Record<string, IDataObject | number | 'none'>;
}

export const invoicePath = (id: string) => `${MERCHANT}/invoice/transaction/${id}`;
export const qrisPath = (id: string) => `${MERCHANT}/qris/acquire/transaction/${id}`;
export const withdrawalPath = (id: string) => `${MERCHANT}/withdraw/${id}`;

/** Netzme as a function, which notes what it was asked for: paths, for the list with its query. */
export function netzmeWith(records: Records): { ask: Ask; asked: string[] } {
	const asked: string[] = [];
	const { invoices, acquired, withdrawals, pages = [], answers = {} } = records;
	const known = new Map([
		...entries(invoices, invoicePath),
		...entries(acquired, qrisPath),
		...entries(withdrawals, withdrawalPath),
	]);
	const ask: Ask = async ({ path, query = {} }) => {
		const { userId, startdate, enddate, page } = query;
		asked.push(path === LIST ? [path, userId, startdate, enddate, page].join(' ') : path);
		const special = answers[path];
		if (special === 'none') return { failure: 'no answer in time' };
		if (typeof special === 'number') return answered({}, special);
		if (special) return answered(special);
		if (path === LIST) return answered({ status: 100, body: pages[Number(page) - 1] ?? [] });
		const body = known.get(decodeURIComponent(path));
		return answered(body ? { status: '100', body } : NOT_FOUND);
	};
	return { ask, asked };
}

function entries(
	byId: Record<string, IDataObject> = {},
	path: (id: string) => string,
): Array<[string, IDataObject]> {
	return Object.entries(byId).map(([id, record]) => [path(id), record]);
}

const answered = (body: IDataObject, status = 200): Answer => ({ status, headers: {}, body });

/** The verdict on a callback, and what Netzme was asked for on the way. */
export async function verdictOn(
	body: IDataObject,
	records: Records,
	allowUnverified = true,
	merchantId = 'M_own',
) {
	const { ask, asked } = netzmeWith(records);
	const verdict = await judge(body, {
		allowUnverified,
		lookUp: async (callback) => await search(callback, ask, { merchantId }),
	});
	const [item] = 'items' in verdict ? verdict.items : [];
	return { verdict, item, asked };
}
