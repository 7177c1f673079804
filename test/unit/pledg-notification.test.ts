import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import {
	isUnsigned,
	unsignedNotification,
	verifyNotification,
} from '../../credentials/pledg/notification';
import { backNotification, tokenNotification } from '../simulator/pledgNotifications';
import { changedOnce } from './changed-once';

const NOW = 1_700_000_000_000;
const SECRET = 'merchant secret key';
const FIELDS = {
	created_at: '2026-01-31T12:20:34.97138Z',
	error: '',
	id: 'ch_123',
	reference: 'order é 1',
	sandbox: 'true',
	status: 'completed',
};
const EXTRAS = { metadata: { foo: 'bar' }, additional_data: { xx: 'yy' } };
const TRANSFER = { reference: 'order_1', transfer_order_item_uid: 'tri_1', amount_cents: 10000 };

const verify = (body: object, secret = SECRET) =>
	verifyNotification(secret, body as IDataObject, NOW);
const REFUSED = { refusal: expect.any(String) as string };

describe('a notification of back mode', () => {
	it('is verified, with what the signature does not cover set apart', () => {
		expect(verify(backNotification({ ...FIELDS, ...EXTRAS, amount: 1 }, SECRET))).toEqual({
			kind: 'back',
			verified: true,
			notification: FIELDS,
			unauthenticated: { ...EXTRAS, amount: 1 },
		});
	});

	it('is verified whatever its texts and the secret', () => {
		const text = fc.string({ unit: 'binary' });
		const texts = fc.record(Object.fromEntries(Object.keys(FIELDS).map((name) => [name, text])));
		fc.assert(
			fc.property(texts, fc.string({ unit: 'binary', minLength: 1 }), (fields, secret) => {
				expect(verify(backNotification(fields, secret), secret)).toHaveProperty('verified', true);
			}),
		);
	});

	it('reads booleans, numbers and null the way they are signed, and shows them so', () => {
		const typed = { ...FIELDS, error: null, id: 12, sandbox: false };
		expect(verify(backNotification(typed, SECRET))).toMatchObject({
			notification: { error: '', id: '12', sandbox: 'false' },
		});
	});

	it('shows the same whether a value came as boolean or as text, which the signature cannot tell', () => {
		const { signature } = backNotification(FIELDS, SECRET);
		expect(verify({ ...FIELDS, sandbox: true, signature })).toEqual(
			verify({ ...FIELDS, signature }),
		);
	});

	it.each([...Object.keys(FIELDS), 'signature'] as Array<keyof typeof FIELDS>)(
		'is refused once one character of %s has changed',
		(name) => {
			const signed = backNotification({ ...FIELDS, error: 'none' }, SECRET) as typeof FIELDS;
			fc.assert(
				fc.property(changedOnce(signed[name]), (changed) => {
					// Without a signature it is refused as well, as unsigned.
					expect(verify({ ...signed, [name]: changed })).toEqual(REFUSED);
				}),
			);
		},
	);

	it('is refused once a character of the secret differs', () => {
		const signed = backNotification(FIELDS, SECRET);
		fc.assert(
			fc.property(changedOnce(SECRET), (secret) => expect(verify(signed, secret)).toEqual(REFUSED)),
		);
	});

	const signed = backNotification(FIELDS, SECRET);
	it.each<[string, object, string]>([
		['the hex in lower case', { signature: String(signed.signature).toLowerCase() }, 'signature'],
		['a signature that is no text', { signature: 5 }, 'malformed'],
		['a list as signature', { signature: [signed.signature] }, 'malformed'],
		['a JWT as signature', tokenNotification(FIELDS, SECRET), 'signature'],
		['a field left out', { status: undefined }, 'malformed'],
		['an object as field', { status: {} }, 'malformed'],
		['a list as field', { status: ['completed'] }, 'malformed'],
		['half a surrogate pair', { reference: '\ud800' }, 'malformed'],
		['fields exchanged', { id: FIELDS.reference, reference: FIELDS.id }, 'signature'],
	])('is refused with %s', (_what, change, refusal) => {
		expect(verify({ ...signed, ...change })).toEqual({ refusal });
	});

	it('does not take a replacement character for half a surrogate pair, which has its bytes', () => {
		const odd = backNotification({ ...FIELDS, reference: '\ufffd' }, SECRET);
		expect(verify(odd)).toHaveProperty('verified', true);
		expect(verify({ ...odd, reference: '\ud800' })).toEqual({ refusal: 'malformed' });
	});
});

describe('a notification that is a JWT', () => {
	it.each([
		['transfer', TRANSFER],
		['error', { reference: 'order_1', purchase_state: 'PRIMARY_KO', purchase_uid: 'pur_1' }],
		['other', { reference: 'order_1', state: 'x', acceptance_state: 'y', uid: 'pur_1' }],
		['error', { reference: 'order_1', state: 'SCORING_KO', uid: 'pur_1' }],
		['endOfSplit', { reference: 'order_1', uid: 'pur_1', iat: 1 }],
	])('is verified: %s', (kind, payload) => {
		expect(verify(tokenNotification(payload, SECRET))).toEqual({
			kind,
			verified: true,
			notification: payload,
			unauthenticated: {},
		});
	});

	it('is refused once one character has changed', () => {
		const { signature } = tokenNotification(TRANSFER, SECRET);
		fc.assert(
			fc.property(changedOnce(signature), (changed) => {
				expect(verify({ signature: changed })).toEqual(REFUSED);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each<[string, object, string]>([
		['another secret', tokenNotification(TRANSFER, 'x'), 'signature'],
		['alg none', tokenNotification(TRANSFER, SECRET, { alg: 'none' }), 'algorithm'],
		['RS256', tokenNotification(TRANSFER, SECRET, { alg: 'RS256' }), 'algorithm'],
		['an exp in the past', tokenNotification({ ...TRANSFER, exp: 1 }, SECRET), 'expired'],
		['something beside it', { ...tokenNotification(TRANSFER, SECRET), extra: 1 }, 'malformed'],
		['the signature of back mode', { signature: 'A'.repeat(64) }, 'malformed'],
	])('is refused with %s', (_what, body, refusal) => expect(verify(body)).toEqual({ refusal }));

	it('is verified until it expires', () => {
		const payload = { ...TRANSFER, exp: NOW / 1000 + 1 };
		expect(verify(tokenNotification(payload, SECRET))).toHaveProperty('notification', payload);
	});
});

describe('an error under its newer names', () => {
	const kindOf = (payload: IDataObject) =>
		verify(tokenNotification({ reference: 'order_1', uid: 'pur_1', ...payload }, SECRET));

	it.each([
		...['BI_CANCELLED', 'BI_KO', 'BI_SCORING_KO', 'CONNECTOR_KO', 'PRIMARY_KO', 'REVENUE_KO'],
		...['SCORING_KO', 'TMX_SCORING_KO', 'VCP_KO', 'FIRCOSOFT_FILTER_KO', 'FICP_FILTER_KO'],
		...['RULE_ENGINE_FILTERS_KO', 'RULE_ENGINE_OPEN_BANKING_KO', 'COVERAGE_KO'],
		...['MERCHANT_TIMEOUT', 'IDENTIFICATION_KO', 'SIGNATURE_KO', 'A_NEW_ONE_KO'],
	])('is one by its state: %s', (state) => {
		expect(kindOf({ state })).toHaveProperty('kind', 'error');
	});

	it.each([
		{ acceptance_state: 'REJECTED' },
		{ acceptance_state: 'ABANDONED' },
		{ acceptance_state: 'x', acceptance_rejection_type: 'y' },
	])('is one by its acceptance: %j', (payload) => {
		expect(kindOf({ state: 'x', ...payload })).toHaveProperty('kind', 'error');
	});

	it.each<IDataObject>([
		{ state: 'PRIMARY_OK' },
		{ state: 'KO' },
		{ state: { a: '_KO' } },
		{ state: null },
		{ acceptance_state: 'ACCEPTED', acceptance_rejection_type: null },
		{ acceptance_rejection_type: '' },
	])('is none with %j', (payload) => {
		expect(kindOf(payload)).toHaveProperty('kind', 'other');
	});

	it('is none where all is there that makes a payment by virtual card', () => {
		expect(unsignedNotification({ ...FIELDS, state: 'BI_KO' })).toHaveProperty('kind', 'back');
	});
});

describe('a notification without signature', () => {
	it.each([{ ...TRANSFER }, { ...TRANSFER, signature: null }, { ...TRANSFER, signature: '' }, {}])(
		'is not verified: %j',
		(body) => {
			expect(isUnsigned(body)).toBe(true);
			expect(verify(body)).toEqual({ refusal: 'unsigned' });
		},
	);

	it.each([
		['transfer', TRANSFER],
		['back', FIELDS],
		['error', { purchase_state: 'PRIMARY_KO' }],
		['endOfSplit', { reference: 'order_1', uid: 'pur_1' }],
		['other', { reference: 'order_1', uid: 'pur_1', amount: 5 }],
		['other', { reference: 'order_1' }],
		['other', {}],
	])('can be read as not verified: %s', (kind, notification) => {
		const body = { ...notification, ...EXTRAS, signature: null };
		expect(unsignedNotification(body)).toEqual({
			kind,
			verified: false,
			notification,
			unauthenticated: EXTRAS,
		});
	});
});

it('nothing is verified without a secret, which everybody would know', () => {
	for (const body of [backNotification(FIELDS, ''), tokenNotification(TRANSFER, '')]) {
		expect(verify(body, '')).toEqual({ refusal: 'noSecret' });
	}
});
