import vectors from '../vectors/pledg.json';
import { backNotification, tokenNotification } from './pledgNotifications';
import { openPaymentPage } from './pledgSettings';
import { jwt } from './testing';

const NOW = 1_700_000_000_000;
const DATA = {
	amountCents: 2000,
	merchantUid: 'mer_test',
	email: 'buyer@example.com',
	firstName: 'Ada',
	lastName: 'Müller',
	reference: 'order_1',
	title: 'Order é 1',
	redirectUrl: 'https://shop.example.com/thanks',
	cancelUrl: 'https://shop.example.com/cart',
};
const link = (change: object = {}, { path = '/purchase', secret = 'SECRET', claims = {} } = {}) =>
	`https://front.example.com${path}?signature=${jwt({ data: { ...DATA, ...change }, ...claims }, secret)}`;
const open = (address: string) => openPaymentPage(address, 'SECRET', NOW);

describe('the payment page', () => {
	it('reads the settings from the signature', () => {
		expect(open(link())).toEqual({ data: DATA });
	});

	it('has another path for a company, and needs a currency there', () => {
		const company = { merchantUid: undefined, companyUid: 'cmp_1', currency: 'EUR' };
		const path = '/payment_solutions';
		expect(open(link(company, { path }))).toHaveProperty('data.companyUid', 'cmp_1');
		expect(open(link({ ...company, currency: undefined }, { path }))).toHaveProperty('type');
		expect(open(link(company))).toHaveProperty('type');
		expect(open(link({}, { path }))).toHaveProperty('type');
	});

	it.each([
		['another secret', link({}, { secret: 'OTHER' })],
		['an old signature', link({}, { claims: { exp: NOW / 1000 } })],
		['no way back', link({ cancelUrl: undefined })],
		['a setting beside the signature', `${link()}&title=x`],
		['a broken setting', link({ amountCents: '2000' })],
	])('refuses %s', (_what, address) => expect(open(address)).toHaveProperty('type'));
});

describe('the notifications of Pledg', () => {
	it.each(vectors.backNotification)('of back mode are signed as published', (sample) => {
		const { secret, body, signature } = sample;
		expect(backNotification(body, secret)).toEqual({ ...body, signature });
	});

	it.each(vectors.jwt)('$kind: signed as published', ({ secret, payload, token }) => {
		expect(tokenNotification(payload, secret)).toEqual({ signature: token });
	});
});
