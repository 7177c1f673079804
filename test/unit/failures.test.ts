import { guestlineCheckout } from '../../nodes/GuestlineCheckout/provider';
import { netzme } from '../../nodes/Netzme/provider';
import { partner } from '../../nodes/Partner/provider';
import { pledg } from '../../nodes/Pledg/provider';
import { sasom } from '../../nodes/Sasom/provider';
import { su } from '../../nodes/Su/provider';

type Row = [what: string, status: number, body: unknown, failure: object | undefined];

const answer = (status: number, body: unknown) => ({ status, headers: {}, body });

/** Bodies that hold no JSON object: whatever a wrong address or a broken server may send. */
const ODD_BODIES = [undefined, null, '', '<html></html>', [], [1], 5, true, Buffer.from('a')];

describe('a failure that Netzme reports', () => {
	it.each<Row>([
		['100', 200, { status: 100, statusMessage: 'ok' }, undefined],
		['100 as text', 200, { status: '100', statusMessage: 'ok' }, undefined],
		['150, for split fee', 200, { status: 150, type: 'payment_notif' }, undefined],
		[
			'199 as text, for split fee',
			200,
			{ status: '199', type: 'payment_notification_to_split_fee' },
			undefined,
		],
		[
			'150, for the status of a deduction',
			200,
			{ status: 150, body: { trxStatus: 'x' } },
			undefined,
		],
		[
			'200, for split fee',
			200,
			{ status: 200, type: 'payment_notif', statusMessage: 'no' },
			{ message: 'no', code: '200' },
		],
		[
			'150, for anything else',
			200,
			{ status: '150', type: 'submit_withdraw', statusMessage: 'no', body: {} },
			{ message: 'no', code: '150' },
		],
		['true, of the pay host', 200, { status: true, message: null }, undefined],
		['true as text', 200, { status: 'True', message: null }, undefined],
		['1, which is no flag', 200, { status: 1, message: 'no' }, { message: 'no', code: '1' }],
		['1 as text', 200, { status: '1', message: 'no' }, { message: 'no', code: '1' }],
		['no status', 200, { result: {} }, undefined],
		[
			'200',
			200,
			{ status: 200, statusMessage: 'Saldo kurang' },
			{ message: 'Saldo kurang', code: '200' },
		],
		['99', 200, { status: '99', statusMessage: 'no' }, { message: 'no', code: '99' }],
		['false', 200, { status: false, message: 'no' }, { message: 'no', code: 'false' }],
		[
			'false, with a code',
			200,
			{ status: false, message: 'no', code: 409 },
			{ message: 'no', code: '409' },
		],
		[
			'false as text, with a code',
			200,
			{ status: 'FALSE', message: 'no', code: 409 },
			{ message: 'no', code: '409' },
		],
		[
			'a word',
			200,
			{ status: 'UNAUTHORIZED', statusMessage: 'Bad token' },
			{ message: 'Bad token', code: 'UNAUTHORIZED' },
		],
		[
			'a word and no message',
			200,
			{ status: 'UNAUTHORIZED' },
			{ message: '', code: 'UNAUTHORIZED' },
		],
		['null', 200, { status: null }, { message: '', code: 'null' }],
		['nothing, under HTTP 500', 500, { message: 'Internal error' }, { message: 'Internal error' }],
	])('with the status %s (HTTP %i)', (_what, status, body, failure) => {
		expect(netzme.failure(answer(status, body))).toEqual(failure);
	});
});

describe('a failure that SASOM reports', () => {
	it.each<Row>([
		[
			'success: false',
			400,
			{ success: false, message: 'Price below 250' },
			{ message: 'Price below 250' },
		],
		['success: false under HTTP 200', 200, { success: false, message: 'no' }, { message: 'no' }],
		['success: false without words', 429, { success: false }, { message: '' }],
		['success: "false"', 200, { success: 'false', message: 'no' }, { message: 'no' }],
		['success: " FALSE "', 200, { success: ' FALSE ', message: 'no' }, { message: 'no' }],
		['success: 0', 200, { success: 0, message: 'no' }, { message: 'no' }],
		['success: "0"', 200, { success: '0', message: 'no' }, { message: 'no' }],
		['success: "true"', 200, { success: 'true', message: 'done' }, undefined],
		['success: null', 200, { success: null }, undefined],
		['success: ""', 200, { success: '' }, undefined],
		['success: true', 200, { success: true, message: 'done' }, undefined],
		['a list', 200, { data: [] }, undefined],
	])('with %s (HTTP %i)', (_what, status, body, failure) => {
		expect(sasom.failure(answer(status, body))).toEqual(failure);
	});
});

describe('a failure that Pledg reports', () => {
	it.each<Row>([
		[
			'the shape of the API',
			400,
			{ error: { debug: 'No such merchant' } },
			{ message: 'No such merchant' },
		],
		[
			'the shape of the payment page',
			400,
			{ type: 'INVALID', message: 'Wrong amount' },
			{ message: 'Wrong amount', code: 'INVALID' },
		],
		['an error in one word', 401, { error: 'invalid_client' }, { message: 'invalid_client' }],
		['an empty error', 400, { error: null, message: 'no' }, { message: 'no' }],
		['success', 200, { INSTALLMENT: [] }, undefined],
		['success that names an error', 200, { error: '', message: 'fine' }, undefined],
	])('with %s (HTTP %i)', (_what, status, body, failure) => {
		expect(pledg.failure(answer(status, body))).toEqual(failure);
	});
});

describe('a failure that Guestline reports', () => {
	it.each<Row>([
		['a message', 400, { message: 'Amount missing' }, { message: 'Amount missing' }],
		[
			'a problem document',
			400,
			{ title: 'Bad Request', detail: 'Amount missing' },
			{ message: 'Amount missing' },
		],
		['a title', 400, { title: 'Bad Request' }, { message: 'Bad Request' }],
		['success', 201, { message: 'created' }, undefined],
	])('with %s (HTTP %i)', (_what, status, body, failure) => {
		expect(guestlineCheckout.failure(answer(status, body))).toEqual(failure);
	});
});

describe.each([guestlineCheckout, netzme, partner, pledg, sasom, su])(
	'an odd body from $name',
	(provider) => {
		it.each(ODD_BODIES)('is not taken for a failure under HTTP 200: %p', (body) => {
			expect(provider.failure(answer(200, body))).toBeUndefined();
		});

		it.each(ODD_BODIES)('brings no words of its own under HTTP 500: %p', (body) => {
			expect(provider.failure(answer(500, body))?.message ?? '').toBe('');
		});
	},
);
