import { isText, isWhole } from './call';
import type { Routes } from './call';
import { failure, rupiah, success, written } from './netzmeAnswers';
import type { Fields, NetzmeState } from './netzmeAnswers';
import type { Answer, Call } from './types';

/** Own choice: one user has a wallet; how Netzme writes their IDs is not documented. */
const USER = 'user-4711';
const VIRTUAL_ACCOUNTS = [{ bankCode: '014', vaNumber: '8888000000004711' }];

const forUser = (userId: unknown, work: () => Answer): Answer =>
	userId === USER ? work() : failure('404', 'User not found');

/** Own choice: `seqId` is that of the last transaction of the page before; 0 begins. */
function history({ limit, seqId }: Fields): Answer {
	if (!isWhole(limit, 1)) return failure('400', 'limit is not valid');
	if (!isWhole(seqId, 0)) return failure('400', 'seqId is not valid');
	const all = [1, 2, 3].map((each) => ({ seqId: each, refId: `ref-${each}` }));
	return success(all.filter((each) => each.seqId > Number(seqId)).slice(0, Number(limit)), 100);
}

const query =
	(type: string, work: (body: Fields) => Answer) =>
	(call: Call): Answer =>
		written(call, type, (body) => forUser(body.userId, () => work(body)));

/** Paths and types are those of a public test tool of Netzme's, the answers own choices. */
export const WALLET_ROUTES: Routes<NetzmeState> = {
	'GET /aggregator/cdd/status': ({ query: sent }) =>
		forUser(sent.get('userid'), () => success({ userId: USER, status: 'VERIFIED' }, 100)),
	'GET /payment/aggregator/balance': ({ query: sent }) =>
		forUser(sent.get('userId'), () =>
			success({ userId: USER, totalBalance: rupiah(5000), settledBalance: rupiah(4000) }, 100),
		),
	'GET /payment/aggregator/fixed_va': ({ query: sent }) =>
		forUser(sent.get('userId'), () => success(VIRTUAL_ACCOUNTS, 100)),
	'POST /payment/aggregator/history': query('aggregator_transaction_history', history),
	'POST /payment/aggregator/qr/scan': query('aggregator_scan_qr', ({ qrContent }) =>
		isText(qrContent)
			? success({ qrContent, merchantName: 'Test Merchant' }, 100)
			: failure('400', 'qrContent is required'),
	),
	'POST /payment/aggregator/transaction': query('aggregator_transaction', ({ refId }) =>
		isText(refId)
			? success({ refId, status: 'SUCCESS', amount: rupiah(1000) }, 100)
			: failure('400', 'refId is required'),
	),
};
