import { pledgBack, pledgError, pledgFailedState, pledgTransfer } from '../simulator/notifierPledg';

import { SECRET, token, idOf } from './pledg-judged';

describe('what tells a repeat', () => {
	it('counts as text, also where it comes as a number', () => {
		const transfer = (transfer_order_item_uid: unknown) =>
			idOf(pledgTransfer('1', SECRET, { transfer_order_item_uid }));
		expect(transfer(4711)).toBe(transfer('4711'));
		expect(transfer('4711')).toBe('[true,"transfer",["4711"]]');
		const failed = (purchase_uid: unknown) => idOf(pledgError('1', SECRET, { purchase_uid }));
		expect(failed(4711)).toBe(failed('4711'));
		expect(failed(4711)).not.toBe(failed(4712));
	});

	it.each<[string, { body: string }, { body: string }]>([
		['metadata', pledgBack('1', SECRET), pledgBack('1', SECRET, { metadata: { other: 1 } })],
		[
			'a new expiry',
			token({ uid: 'u', state: 's', exp: 2e9 }),
			token({ uid: 'u', state: 's', exp: 3e9, iat: 1 }),
		],
		['the order of fields', token({ uid: 'u', state: 's' }), token({ state: 's', uid: 'u' })],
		['the time of signing', pledgTransfer('1', SECRET), pledgTransfer('1', SECRET, { iat: 5 })],
		[
			'what else stands in an error',
			pledgFailedState('1', SECRET),
			pledgFailedState('1', SECRET, { sent_at: '2026-02-01', acceptance_state: 'REJECTED' }),
		],
	])('is not %s', (_what, one, other) => expect(idOf(one)).toBe(idOf(other)));

	it.each<[string, { body: string }, { body: string }]>([
		['the purchase', pledgBack('1', SECRET), pledgBack('2', SECRET)],
		['its status', pledgBack('1', SECRET), pledgBack('1', SECRET, { status: 'refunded' })],
		['its error', pledgBack('1', SECRET), pledgBack('1', SECRET, { error: 'card refused' })],
		['the time', pledgBack('1', SECRET), pledgBack('1', SECRET, { created_at: '2026-02-01' })],
		['the transfer', pledgTransfer('1', SECRET), pledgTransfer('2', SECRET)],
		['the failure', pledgError('1', SECRET), pledgError('1', SECRET, { purchase_state: 'KO' })],
		[
			'the failed state',
			pledgFailedState('1', SECRET),
			pledgFailedState('1', SECRET, { state: 'BI_KO' }),
		],
		['its purchase', pledgFailedState('1', SECRET), pledgFailedState('1', SECRET, { uid: 'u' })],
		[
			'the acceptance, where the state is none that failed',
			pledgFailedState('1', SECRET, { state: 's', acceptance_state: 'REJECTED' }),
			pledgFailedState('1', SECRET, { state: 's', acceptance_state: 'ABANDONED' }),
		],
		[
			'what is left of an error without uid',
			pledgFailedState('1', SECRET, { uid: null }),
			pledgFailedState('2', SECRET, { uid: null }),
		],
		[
			'any field of another message',
			token({ uid: 'u', state: 's' }),
			token({ uid: 'u', state: 't' }),
		],
		[
			'what is left where an id is empty',
			pledgBack('1', SECRET, { id: '' }),
			pledgBack('2', SECRET, { id: '' }),
		],
		[
			'what is left where an id is null',
			pledgTransfer('1', SECRET, { transfer_order_item_uid: null }),
			pledgTransfer('2', SECRET, { transfer_order_item_uid: null }),
		],
		// Joined with a space or a comma these would be one.
		[
			'where a value ends',
			pledgBack('1', SECRET, { id: 'a', status: 'b,c' }),
			pledgBack('1', SECRET, { id: 'a,b', status: 'c' }),
		],
	])('is %s', (_what, one, other) => expect(idOf(one)).not.toBe(idOf(other)));
});
