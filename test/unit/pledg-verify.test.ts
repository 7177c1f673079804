import type { IDataObject } from 'n8n-workflow';
import { pledg } from '../../nodes/Pledg/provider';
import { backNotification, tokenNotification } from '../simulator/pledgNotifications';
import { localOperationOf } from './operation-of';
import { refusalOf } from './refusal';

const verify = localOperationOf(pledg, 'notification', 'verify');
const SECRET = 'merchant secret key';
const TRANSFER = { reference: 'order_1', transfer_order_item_uid: 'tri_1', amount_cents: 10000 };
const BACK = {
	created_at: '2026-01-31T12:20:34.97138Z',
	error: '',
	id: 'ch_123',
	reference: 'order_1',
	sandbox: 'true',
	status: 'completed',
	metadata: { foo: 'bar' },
};

const run = (notification: unknown, rest: IDataObject = {}, merchantSecretKey = ` ${SECRET} `) =>
	verify.result({ notification: notification as IDataObject, ...rest }, { merchantSecretKey });

describe('verifying a notification', () => {
	it.each<[string, unknown]>([
		['parsed', tokenNotification(TRANSFER, SECRET)],
		['as text', JSON.stringify(tokenNotification(TRANSFER, SECRET))],
	])('gives what was signed: %s', (_what, notification) => {
		expect(run(notification)).toEqual([
			{ kind: 'transfer', verified: true, notification: TRANSFER, unauthenticated: {} },
		]);
	});

	it('sets apart what was not signed', () => {
		const { metadata, ...notification } = BACK;
		expect(run(backNotification(BACK, SECRET))).toEqual([
			{ kind: 'back', verified: true, notification, unauthenticated: { metadata } },
		]);
	});

	it('names the kind of newer errors, and of the end of a split payment', () => {
		const failed = { reference: 'order_1', uid: 'pur_1', state: 'SCORING_KO' };
		expect(run(tokenNotification(failed, SECRET))).toMatchObject([
			{ kind: 'error', verified: true, notification: failed },
		]);
		const ended = { reference: 'order_1', uid: 'pur_1' };
		expect(run(ended, { allowUnsigned: true })).toMatchObject([
			{ kind: 'endOfSplit', verified: false, notification: ended },
		]);
	});

	it('reports one without signature as not verified, only where that is allowed', () => {
		const allowed = { allowUnsigned: true };
		const output = [
			{ kind: 'transfer', verified: false, notification: TRANSFER, unauthenticated: {} },
		];
		expect(run(TRANSFER, allowed)).toEqual(output);
		expect(run(TRANSFER, allowed, '')).toEqual(output);
		for (const allowUnsigned of [false, undefined, 'false']) {
			expect(refusalOf(() => run(TRANSFER, { allowUnsigned }))).toEqual({
				message: 'The notification has no signature',
				description: expect.stringContaining('Allow Unsigned Notifications'),
			});
		}
	});

	it.each<[string, unknown, string]>([
		[
			'a wrong signature',
			tokenNotification(TRANSFER, 'x'),
			'The signature of the notification is wrong',
		],
		[
			'a changed status',
			{ ...backNotification(BACK, SECRET), status: 'refunded' },
			'The signature of the notification is wrong',
		],
		[
			'alg none',
			tokenNotification(TRANSFER, SECRET, { alg: 'none' }),
			'The notification is not signed with HS256',
		],
		[
			'an end in the past',
			tokenNotification({ ...TRANSFER, exp: 1 }, SECRET),
			'The notification has expired',
		],
		[
			'a beginning to come',
			tokenNotification({ ...TRANSFER, nbf: 1e11 }, SECRET),
			'The notification is not valid yet',
		],
		['another shape', { signature: 'abc' }, 'The notification is not what Pledg sends'],
		['broken JSON', '{', 'Notification (JSON) is not valid JSON'],
		['a list', [], 'Notification (JSON) must be a JSON object'],
		['nothing', undefined, 'Notification (JSON) must be a JSON object'],
	])('is refused for %s, also where unsigned ones are allowed', (_what, notification, message) => {
		for (const allowUnsigned of [false, true]) {
			expect(refusalOf(() => run(notification, { allowUnsigned })).message).toBe(message);
		}
	});

	it('masks the card of front mode unless the user wants it', () => {
		const card = { card_number: '4111111111111111', cvc: '123', expiration_date: '2030-12' };
		const allowed = { allowUnsigned: true };
		expect(run({ reference: 'order_1', ...card }, allowed)).toMatchObject([
			{
				verified: false,
				notification: {
					reference: 'order_1',
					card_number: '***',
					cvc: '***',
					expiration_date: '***',
				},
			},
		]);
		const shown = run({ reference: 'order_1', ...card }, { ...allowed, showCardFields: 'true' });
		expect(shown).toMatchObject([{ notification: card }]);
		const odd = () => run({ reference: 'order_1', ...card }, { ...allowed, showCardFields: 'x' });
		expect(refusalOf(odd).message).toBe('Show Card Fields must be true or false');
	});

	it('needs the secret key for one that is signed', () => {
		const signed = tokenNotification(TRANSFER, SECRET);
		expect(refusalOf(() => run(signed, { allowUnsigned: true }, '')).message).toBe(
			'Merchant Secret Key is empty',
		);
	});

	it('shows the secret nowhere', () => {
		const { message, description } = refusalOf(() => run(tokenNotification(TRANSFER, 'x')));
		const shown = JSON.stringify([run(backNotification(BACK, SECRET)), message, description]);
		expect(shown).not.toContain(SECRET);
	});
});
