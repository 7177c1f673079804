import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { judge, type Terms } from '../../nodes/Pledg/trigger/judge';
import type { NotificationItem } from '../../nodes/shared/trigger/notification';
import {
	pledgBack,
	pledgEndOfSplit,
	pledgError,
	pledgFailedState,
	pledgFront,
	pledgTransfer,
} from '../simulator/notifierPledg';
import { tokenNotification } from '../simulator/pledgNotifications';
import vectors from '../vectors/pledg.json';
import { changedOnce } from './changed-once';

const SECRET = 'merchant secret key';
const TERMS: Terms = {
	secret: SECRET,
	allowUnsigned: false,
	events: ['back', 'error', 'other', 'transfer'],
	showCardFields: false,
	nowInMs: 1_700_000_000_000,
};
const UNSIGNED = { ...TERMS, allowUnsigned: true };

const bodyOf = ({ body }: { body: string }) => JSON.parse(body) as IDataObject;
const verdictOf = (sending: { body: string }, terms = TERMS) => judge(bodyOf(sending), terms);
const token = (payload: object) => ({ body: JSON.stringify(tokenNotification(payload, SECRET)) });

function itemOf(sending: { body: string }, terms = TERMS): NotificationItem {
	const verdict = verdictOf(sending, terms);
	if ('refuse' in verdict) throw new Error(verdict.reason);
	const [item, ...others] = verdict.items;
	expect(others).toEqual([]);
	return item;
}
const idOf = (sending: { body: string }, terms = TERMS) => itemOf(sending, terms).id;
const refusal = (status: number) => ({ refuse: status, reason: expect.any(String) as string });

describe('a published sample', () => {
	it.each(vectors.backNotification)(
		'is emitted: $body.reference',
		({ secret, body, signature }) => {
			const { metadata, additional_data, ...notification } = body;
			const sent = { body: JSON.stringify({ ...body, signature }) };
			expect(itemOf(sent, { ...TERMS, secret }).json).toEqual({
				kind: 'back',
				verified: true,
				notification,
				unauthenticated: { metadata, additional_data },
			});
		},
	);

	it.each(vectors.jwt)('is emitted: $kind', ({ kind, secret, token: signature, payload }) => {
		expect(itemOf({ body: JSON.stringify({ signature }) }, { ...TERMS, secret }).json).toEqual({
			kind: kind.split(' ')[0],
			verified: true,
			notification: payload,
			unauthenticated: {},
		});
	});

	it('is refused once any character of what is signed has changed', () => {
		const [{ secret, body, signature }] = vectors.backNotification;
		const { metadata: _m, additional_data: _a, ...covered } = body;
		const signed: Record<string, string> = { ...covered, error: body.error, signature };
		fc.assert(
			fc.property(
				fc
					.constantFrom(...Object.keys(signed))
					.chain((name) => changedOnce(signed[name]).map((changed) => ({ [name]: changed }))),
				(change) => {
					const verdict = judge({ ...body, signature, ...change }, { ...TERMS, secret });
					expect(verdict).toEqual({ refuse: expect.any(Number), reason: expect.any(String) });
				},
			),
			{ numRuns: 1000 },
		);
		for (const { secret: key, token: jwt } of vectors.jwt) {
			fc.assert(
				fc.property(changedOnce(jwt), (changed) => {
					expect(judge({ signature: changed }, { ...TERMS, secret: key })).toHaveProperty('refuse');
				}),
				{ numRuns: 500 },
			);
		}
	});
});

describe('a refusal', () => {
	it.each<[string, { body: string }, number]>([
		['a wrong signature', pledgBack('1', 'another secret'), 401],
		['a missing one', { body: '{"reference":"1","status":"completed"}' }, 401],
		['a JWT with alg none', noneOf(token({ reference: '1' })), 401],
		[
			'a JWT that asks for RS256',
			{ body: JSON.stringify(tokenNotification({ a: 1 }, SECRET, { alg: 'RS256' })) },
			401,
		],
		['the signature of a link for a customer', token({ data: { reference: 'order_1' } }), 400],
		['a JWT signed with another secret', pledgTransfer('1', 'another secret'), 401],
		['an expired JWT', token({ transfer_order_item_uid: 'tri_1', exp: 1_699_999_940 }), 401],
		['a signature that is no text', { body: '{"signature":{}}' }, 400],
		['no JWT at all', { body: '{"signature":"abc"}' }, 400],
	])('%s', (_what, sent, status) => {
		expect(verdictOf(sent)).toEqual(refusal(status));
		// Allowing unsigned ones does not make a bad signature good.
		if (bodyOf(sent).signature) expect(verdictOf(sent, UNSIGNED)).toEqual(refusal(status));
	});

	it('says nothing of the notification or the secret', () => {
		const verdict = verdictOf(pledgBack('ref_1', 'another secret')) as { reason: string };
		expect(verdict.reason).not.toMatch(/ref_1|secret key|[0-9A-F]{16}/);
	});

	it('asks for a repeat where the fault is in the credential', () => {
		expect(verdictOf(pledgBack('1', SECRET), { ...TERMS, secret: '' })).toEqual(refusal(503));
	});
});

describe('an unsigned notification', () => {
	const unsigned = {
		body: '{"id":"ch_1","reference":"1","status":"completed","metadata":{"a":1}}',
	};

	it('is emitted as not verified where the user allows it', () => {
		expect(itemOf(unsigned, UNSIGNED).json).toEqual({
			kind: 'other',
			verified: false,
			notification: { id: 'ch_1', reference: '1', status: 'completed' },
			unauthenticated: { metadata: { a: 1 } },
		});
	});

	it('needs no secret then', () => {
		expect(itemOf(unsigned, { ...UNSIGNED, secret: '' }).json).toHaveProperty('verified', false);
	});

	it.each(['{}', '{"metadata":{}}', '{"hello":"world"}', '{"id":5}', '{"signature":""}'])(
		'is refused where it names nothing: %s',
		(body) => expect(verdictOf({ body }, UNSIGNED)).toEqual(refusal(400)),
	);

	it('does not pass for the signed one that follows', () => {
		const { signature: _, ...fields } = bodyOf(pledgBack('1', SECRET));
		const forged = { body: JSON.stringify({ ...fields, sandbox: 'true' }) };
		expect(itemOf(forged, UNSIGNED).json).toHaveProperty('kind', 'back');
		expect(idOf(forged, UNSIGNED)).not.toBe(idOf(pledgBack('1', SECRET), UNSIGNED));
	});
});

describe('the card of front mode', () => {
	const CARD = { card_number: '4111111111111111', cvc: '123', expiration_date: '2030-12' };
	const SHOWN = { ...UNSIGNED, showCardFields: true };

	it('is masked unless the user wants it, wherever it stands', () => {
		const sent = pledgFront('1', { metadata: { card: CARD, shop: 'a' } });
		expect(itemOf(sent, UNSIGNED).json).toMatchObject({
			verified: false,
			notification: {
				reference: '1',
				purchase_uid: 'pur_1',
				card_number: '***',
				cvc: '***',
				expiration_date: '***',
			},
			unauthenticated: { metadata: { card: '***', shop: 'a' } },
		});
		expect(itemOf(sent, SHOWN).json).toMatchObject({
			notification: CARD,
			unauthenticated: { metadata: { card: CARD } },
		});
	});

	it('is masked where it came signed, too', () => {
		const sent = token({ reference: '1', ...CARD });
		expect(JSON.stringify(itemOf(sent).json)).not.toMatch(/4111|123|2030/);
	});

	it('tells notifications apart, shown or not', () => {
		const [one, other] = [pledgFront('1'), pledgFront('1', { cvc: '124' })];
		expect(idOf(one, UNSIGNED)).not.toBe(idOf(other, UNSIGNED));
		expect(idOf(one, UNSIGNED)).toBe(idOf(one, SHOWN));
	});
});

it.each<[string, IDataObject]>([
	['another amount', { transfer_order_item_uid: 't', amount_cents: 1 }],
	['other metadata', { transfer_order_item_uid: 't', amount_cents: 100, metadata: { a: 1 } }],
])('an unsigned one with %s takes no place of another', (_what, forged) => {
	const real = { transfer_order_item_uid: 't', amount_cents: 100 };
	const idFrom = (body: IDataObject) => idOf({ body: JSON.stringify(body) }, UNSIGNED);
	expect(idFrom(forged)).not.toBe(idFrom(real));
	expect(idFrom({ ...real })).toBe(idFrom(real));
});

describe('the events to emit', () => {
	const kinds: Array<[string, { body: string }]> = [
		['back', pledgBack('1', SECRET)],
		['transfer', pledgTransfer('1', SECRET)],
		['error', pledgError('1', SECRET)],
		['other', token({ uid: 'pur_1', state: 'x' })],
	];
	it.each(kinds)('%s alone', (kind) => {
		const emitted = kinds.filter(([, sent]) => {
			const verdict = verdictOf(sent, { ...TERMS, events: [kind] });
			return 'items' in verdict && verdict.items.length > 0;
		});
		expect(emitted.map(([name]) => name)).toEqual([kind]);
	});

	it('error, of which the newer ones are some', () => {
		const emitted = verdictOf(pledgFailedState('1', SECRET), { ...TERMS, events: ['error'] });
		expect(emitted).toMatchObject({ items: [{ json: { kind: 'error', verified: true } }] });
	});

	it('endOfSplit, which is unsigned and needs that to be allowed', () => {
		const wanted = { ...UNSIGNED, events: ['endOfSplit'] };
		expect(itemOf(pledgEndOfSplit('1'), wanted).json).toEqual({
			kind: 'endOfSplit',
			verified: false,
			notification: { reference: '1', uid: 'pur_1' },
			unauthenticated: {},
		});
		expect(verdictOf(pledgEndOfSplit('1'), { ...wanted, allowUnsigned: false })).toEqual(
			refusal(401),
		);
	});

	it('do not save a forged one from being refused', () => {
		expect(verdictOf(pledgBack('1', 'x'), { ...TERMS, events: [] })).toEqual(refusal(401));
	});
});

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

/** The same claims under a header that asks for no signature, and with none. */
function noneOf({ body }: { body: string }): { body: string } {
	const [, claims] = (JSON.parse(body) as { signature: string }).signature.split('.');
	const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
	return { body: JSON.stringify({ signature: `${header}.${claims}.` }) };
}
