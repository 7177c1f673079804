import { pledgFront } from '../simulator/notifierPledg';

import { UNSIGNED, token, itemOf, idOf } from './pledg-judged';

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
