import type { IDataObject } from 'n8n-workflow';
import { guestlineCheckout } from '../../nodes/GuestlineCheckout/provider';
import type { Asked } from '../../nodes/shared/provider';
import { operationOf } from './operation-of';
import { refusalOf } from './refusal';

const ASKED: Asked = { parameters: {}, request: { method: 'POST', path: '/' } };
const ADDRESS = 'https://checkout.example.com/s/1?t=a%2Fb';

it('offers payments and validations, the payment under the value that workflows hold', () => {
	const session = guestlineCheckout.resources.find(({ value }) => value === 'session');
	expect(session?.operations.map(({ value, name }) => [value, name])).toEqual([
		['create', 'Create Payment'],
		['createValidation', 'Create Validation'],
	]);
});

describe.each(['create', 'createValidation'])('session: %s', (name) => {
	const { request, items, isRead } = operationOf(guestlineCheckout, 'session', name);

	it.each<[string, IDataObject, object]>([
		['typed in', { session: '{"type": "x", "lines": [{"a": "ü"}]}' }, { type: 'x' }],
		['from an expression', { session: { type: 'x', lines: [{ a: 'ü' }] } }, { type: 'x' }],
	])('sends the JSON as it is: %s', (_what, parameters, part) => {
		expect(request(parameters, {})).toEqual({
			method: 'POST',
			path: '/api/checkout/sessions',
			body: { ...part, lines: [{ a: 'ü' }] },
		});
	});

	it.each<[IDataObject, string]>([
		[{ session: '{}' }, 'Session (JSON) is empty'],
		[{ session: {} }, 'Session (JSON) is empty'],
		[{ session: '{"amount": ' }, 'Session (JSON) is not valid JSON'],
		[{ session: '[{"amount": 1}]' }, 'Session (JSON) must be a JSON object'],
		[{ session: '"x"' }, 'Session (JSON) must be a JSON object'],
		[{}, 'Session (JSON) must be a JSON object'],
	])('refuses %j before anything is sent', (parameters, message) => {
		expect(refusalOf(() => request(parameters, {}))).toEqual({
			message,
			description: expect.stringContaining('Nothing was sent.'),
		});
	});

	it.each<[string, unknown, IDataObject]>([
		['an object', { sessionId: 's1', url: ADDRESS }, { sessionId: 's1', url: ADDRESS }],
		['an object of other fields', { redirect: { href: ADDRESS } }, { redirect: { href: ADDRESS } }],
		['an address alone', ADDRESS, { url: ADDRESS }],
		['an address and white space', ` ${ADDRESS}\n`, { url: ADDRESS }],
	])('outputs %s', (_what, body, item) => {
		expect(items?.(body, ASKED)).toEqual([item]);
	});

	it.each(['', '<html>Welcome</html>', 'https://a.example and more', null, [ADDRESS], 5])(
		'has no session in %j',
		(body) => {
			expect(refusalOf(() => items?.(body, ASKED)).message).toBe(
				'The answer is not what this operation gets as a rule',
			);
		},
	);

	it('is a write, so never sent again after a failure', () => {
		expect(isRead).toBeUndefined();
	});
});

describe('a session that Guestline refuses', () => {
	const failureOf = (body: unknown) =>
		guestlineCheckout.failure({ status: 400, headers: {}, body })?.message;

	it.each<[string, unknown, string]>([
		[
			'is reported with its fields',
			{
				title: 'Not valid.',
				errors: { amount: ['Is missing.', 'Is no number.'], crs: 'Is long.' },
			},
			'Not valid. amount: Is missing. Is no number. crs: Is long.',
		],
		['may have no words but these', { errors: { amount: ['Is missing.'] } }, 'amount: Is missing.'],
		['may have no field', { title: 'Not valid.', errors: {} }, 'Not valid.'],
		['may have a list', { title: 'Not valid.', errors: ['a'] }, 'Not valid.'],
		['may have null', { title: 'Not valid.', errors: null }, 'Not valid.'],
	])('%s', (_what, body, message) => {
		expect(failureOf(body)).toBe(message);
	});
});
