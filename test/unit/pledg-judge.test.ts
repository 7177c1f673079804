import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { judge } from '../../nodes/Pledg/trigger/judge';
import {
	pledgBack,
	pledgEndOfSplit,
	pledgError,
	pledgFailedState,
	pledgTransfer,
} from '../simulator/notifierPledg';
import { tokenNotification } from '../simulator/pledgNotifications';
import vectors from '../vectors/pledg.json';
import { changedOnce } from './changed-once';

import {
	SECRET,
	TERMS,
	UNSIGNED,
	bodyOf,
	verdictOf,
	token,
	itemOf,
	idOf,
	refusal,
} from './pledg-judged';

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

/** The same claims under a header that asks for no signature, and with none. */
function noneOf({ body }: { body: string }): { body: string } {
	const [, claims] = (JSON.parse(body) as { signature: string }).signature.split('.');
	const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
	return { body: JSON.stringify({ signature: `${header}.${claims}.` }) };
}
