import { maskCardFields } from '../../nodes/shared/card-fields';

describe('the fields of a payment card', () => {
	it.each([
		'expiration_date',
		'cc_number',
		'cc_cvc',
		'cc_name',
		'cc_type',
		'cc_expiration_date',
		'cc_anything_new',
		'CC_Number',
		'ccNumber',
		'vcc_number',
		'cardNumber',
		'card_number',
		'card-cvv',
		'cvv',
		'CVC',
		'tokenid',
		'ccExpiry',
		'ccNum',
		'CCNumber',
		'CcAnythingNew',
		'cc-exp-month',
		'VCC_Number',
		'vccNumber',
		'vccCvc',
		'cardExpirationDate',
		'card_exp',
		'card exp. year',
		'cardNo',
		'card_number_2',
		'CardHolder_Name',
		'guestCardNumber',
		'virtual_card_number',
		'creditCardToken',
		'cvc_code',
		'CVV2',
		'security_code',
		'CardCode',
		'SeriesCode',
		'ExpireDate',
		'expiry_month',
		'PaymentCard',
	])('%s is masked, at any depth', (name) => {
		const card = { [name]: '4111111111111111' };
		const masked = { [name]: '***' };
		expect(maskCardFields(card)).toEqual(masked);
		expect(maskCardFields([{ customer: { guests: [card, card] } }])).toEqual([
			{ customer: { guests: [masked, masked] } },
		]);
	});

	it.each([4111111111111111, true, { digits: '4111' }, ['4111'], 0])(
		'whatever it holds: %j',
		(value) => {
			expect(maskCardFields({ cc_number: value })).toEqual({ cc_number: '***' });
		},
	);

	it.each([null, '', undefined, [], {}])('stays %j, which says that there is none', (value) => {
		expect(maskCardFields({ cc_number: value, cards: value })).toEqual({
			cc_number: value,
			cards: value,
		});
	});

	it.each(['card', 'cards', 'CreditCards', 'cc', 'vcc'])(
		'are all in an object %s, whatever they are called there',
		(name) => {
			expect(maskCardFields({ [name]: { number: '4111111111111111', to: '12/30' } })).toEqual({
				[name]: '***',
			});
		},
	);

	it.each([
		'account',
		'accNumber',
		'accommodation',
		'currency',
		'ccy',
		'CCY',
		'city',
		'country_code',
		'occ_adults',
		'cvv_available',
		'cardinality',
		'cardiology',
		'cards_accepted',
		'discard_reason',
		'scorecard',
		'vcc',
		'security_deposit',
		'promo_code',
		'cancellation_code',
		'expected_arrival',
		'export_date',
		'token',
	])('does not include %s, however it is written', (name) => {
		const written = [
			name,
			name.toUpperCase(),
			name.replace(/_(.)/g, (_all, to: string) => to.toUpperCase()),
		];
		for (const each of written) expect(maskCardFields({ [each]: '1' })).toEqual({ [each]: '1' });
	});

	it('are the only ones masked, and what comes in stays as it is', () => {
		const reservation = {
			account: 'a',
			accommodation: 'b',
			currencycode: 'EUR',
			ccy: 'EUR',
			occ_adults: 2,
			cvv_available: 'false',
			customer: { remarks: 'late', cc_cvc: '123' },
		};
		const before = structuredClone(reservation);
		expect(maskCardFields(reservation)).toEqual({
			...before,
			customer: { remarks: 'late', cc_cvc: '***' },
		});
		expect(reservation).toEqual(before);
	});
});
