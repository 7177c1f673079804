import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { isPushFrom, pushAccount } from '../../credentials/su/push';
import { judge, type Terms } from '../../nodes/Su/trigger/judge';
import { basicHeader, suPush } from '../simulator/notifierSu';
import { changedOnce } from './changed-once';

const ACCOUNT = { user: 'su-push', password: 'pass:wörd 42' };
const TERMS: Terms = { account: ACCOUNT, showCardFields: false };
const encoded = (text: string) => Buffer.from(text).toString('base64');
const RIGHT = basicHeader(ACCOUNT).authorization;

const verdictOf = (body: IDataObject, terms = TERMS, authorization: unknown = RIGHT) =>
	judge({ body, headers: { authorization } as IDataObject }, terms);
const bodyOf = ({ body }: { body: string }) => JSON.parse(body) as IDataObject;
const refusal = (status: number) => ({ refuse: status, reason: expect.any(String) as string });

describe('the account of a push', () => {
	it.each([
		['both filled in', 'su', 'secret', { user: 'su', password: 'secret' }],
		['white space pasted along', ' su ', 'secret ', { user: 'su', password: 'secret' }],
		['no password', 'su', '', undefined],
		['no user', '', 'secret', undefined],
		['a user that Basic authentication cannot carry', 'a:b', 'secret', undefined],
	])('%s', (_what, pushUser, pushPassword, expected) =>
		expect(pushAccount({ pushUser, pushPassword })).toEqual(expected),
	);

	it('is missing in a credential from before there was a trigger', () =>
		expect(pushAccount({ domain: 'pms.example.com' })).toBeUndefined());
});

describe('an Authorization header', () => {
	it.each([
		['the right one', RIGHT, true],
		['its scheme in other letters', `bAsIc ${encoded('su-push:pass:wörd 42')}`, true],
		['none', undefined, false],
		['an empty one', '', false],
		['no Base64', 'Basic ***', false],
		['nothing but the scheme', 'Basic', false],
		['another scheme', `Bearer ${encoded('su-push:pass:wörd 42')}`, false],
		['the password alone', `Basic ${encoded(':pass:wörd 42')}`, false],
		['the user alone', `Basic ${encoded('su-push:')}`, false],
		['neither', `Basic ${encoded(':')}`, false],
		['another password', `Basic ${encoded('su-push:pass:word 42')}`, false],
		['more than the password', `Basic ${encoded('su-push:pass:wörd 42 ')}`, false],
		['two at once', `${RIGHT}, ${RIGHT}`, false],
	])('%s', (_what, header, expected) => expect(isPushFrom(ACCOUNT, header)).toBe(expected));

	it('is wrong once any character of user or password has changed', () => {
		fc.assert(
			fc.property(changedOnce(`${ACCOUNT.user}:${ACCOUNT.password}`), (changed) => {
				expect(isPushFrom(ACCOUNT, `Basic ${encoded(changed)}`)).toBe(false);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('a password with white space at its ends', () => {
	const isTaken = (pushPassword: string, sent: string) =>
		isPushFrom(pushAccount({ pushUser: 'su', pushPassword })!, `Basic ${encoded(`su:${sent}`)}`);

	it.each([
		['as it was typed', 'secret ', 'secret ', true],
		['without, as it may have been pasted along', 'secret ', 'secret', true],
		['as it was typed, on both sides', '\u00a0 secret\n', '\u00a0 secret\n', true],
		['with white space on one side only', ' secret ', 'secret ', false],
		['with more of it', 'secret ', 'secret  ', false],
		['with some where none was typed', 'secret', 'secret ', false],
		['with another password', 'secret ', 'secreT ', false],
	])('is taken %s: %j, %j', (_what, typed, sent, expected) =>
		expect(isTaken(typed, sent)).toBe(expected),
	);
});

describe('a push', () => {
	it.each([
		['flat, in a list', 0],
		['wrapped', 1],
	])('is one item, and acknowledged by its ID: %s', (_form, at) => {
		expect(verdictOf(bodyOf(suPush(at, undefined)))).toEqual({
			items: [
				{
					id: `["TEST0001","RN-${at}"]`,
					json: expect.objectContaining({
						reservation_notif_id: `RN-${at}`,
						customer: {
							first_name: 'Guest',
							last_name: 'One',
							cc_number: '***',
							cc_cvc: '***',
							cc_name: '***',
						},
					}),
				},
			],
			answer: { reservation_notif: { reservation_notif_id: [`RN-${at}`] } },
		});
	});

	it('shows payment cards where the user wants it', () => {
		const text = JSON.stringify(
			verdictOf(bodyOf(suPush(0, undefined)), { ...TERMS, showCardFields: true }),
		);
		expect(text).toContain('"cc_number":"4111111111111111"');
	});

	it('of several reservations is one item each', () => {
		const reservations = [1, 2].map((at) => bodyOf(suPush(at * 2 + 1, undefined)));
		expect(verdictOf({ reservations })).toMatchObject({
			items: [{ id: '["TEST0001","RN-3"]' }, { id: '["TEST0001","RN-5"]' }],
			answer: { reservation_notif: { reservation_notif_id: ['RN-3', 'RN-5'] } },
		});
	});

	it('is no repeat of one with the same ID from another property', () => {
		const ids = ['H1', 'H2'].map((hotel_id) => verdictOf({ hotel_id, reservation_notif_id: '1' }));
		expect(ids).toMatchObject([
			{ items: [{ id: '["H1","1"]' }] },
			{ items: [{ id: '["H2","1"]' }] },
		]);
	});

	it('is a repeat also where the IDs have become text, or numbers', () => {
		const idOf = (hotel_id: unknown, reservation_notif_id: unknown) =>
			verdictOf({ hotel_id, reservation_notif_id } as IDataObject);
		const expected = { items: [{ id: '["7","1"]' }] };
		expect(idOf(7, 1)).toMatchObject(expected);
		expect(idOf('7', '1')).toMatchObject(expected);
	});

	it('has an ID that is text, also where Su writes a number', () => {
		expect(verdictOf({ reservation_notif_id: 42 })).toMatchObject({
			items: [{ id: '["","42"]' }],
			answer: { reservation_notif: { reservation_notif_id: ['42'] } },
		});
	});

	it.each<[string, IDataObject, unknown, number]>([
		['without account', bodyOf(suPush(0, undefined)), undefined, 401],
		['with the wrong one', bodyOf(suPush(0, undefined)), 'Basic c3U6eA==', 401],
		['without account and of another shape', {}, undefined, 401],
		['without reservation', { hello: 'world' }, RIGHT, 400],
		['with an empty list', { reservations: [] }, RIGHT, 400],
		['without ID', { reservation: { hotel_id: 'H1' } }, RIGHT, 400],
		['with an empty ID', { reservation_notif_id: ' ' }, RIGHT, 400],
		['with an ID of another kind', { reservation_notif_id: { a: 1 } }, RIGHT, 400],
		['with an ID that lost digits', { reservation_notif_id: 2 ** 60 }, RIGHT, 400],
		[
			'of two, one without ID',
			{ reservations: [{ reservation_notif_id: '1' }, { status: 'new' }] },
			RIGHT,
			400,
		],
	])('%s is refused', (_what, body, authorization, status) =>
		expect(judge({ body, headers: { authorization } as IDataObject }, TERMS)).toEqual(
			refusal(status),
		),
	);

	it('is asked for again where the credential has no account', () => {
		const terms = { ...TERMS, account: undefined };
		expect(verdictOf(bodyOf(suPush(0, undefined)), terms)).toEqual(refusal(503));
	});
});
