import type { IDataObject } from 'n8n-workflow';
import { pledg } from '../../nodes/Pledg/provider';
import { openPaymentPage } from '../simulator/pledgSettings';
import { localOperationOf } from './operation-of';
import {
	ACCOUNT,
	bodyOf,
	DATA,
	FIELDS,
	FILLED,
	PURCHASE,
	purchaseLink,
	SECRET,
} from './pledg-purchase';
import { refusalOf } from './refusal';

const pageLink = localOperationOf(pledg, 'paymentPageLink', 'create');
const NOW = 1_700_000_000_000;

describe('a purchase link', () => {
	it('is asked for with a body that the credential signs', () => {
		expect(purchaseLink.request(PURCHASE, ACCOUNT)).toEqual({
			method: 'POST',
			path: '/api/purchase_link/',
			body: { data: DATA, purchase_link_settings: { send_email: false, send_sms: false } },
			reference: 'Reference order_1',
		});
	});

	it.each<[string, IDataObject, object]>([
		[
			'the email of the customer',
			{ sendEmail: true },
			{ send_email: true, email: PURCHASE.email, send_sms: false },
		],
		[
			'another email',
			{ sendEmail: true, linkEmail: 'b@example.com' },
			{ send_email: true, email: 'b@example.com', send_sms: false },
		],
		[
			'the phone of the customer',
			{ sendSms: true, purchaseFields: { phoneNumber: '+33612345678' } },
			{ send_email: false, send_sms: true, phone_number: '+33612345678' },
		],
		[
			'another phone, and the email',
			{ sendEmail: true, sendSms: true, linkPhone: '+32470000000' },
			{
				send_email: true,
				email: PURCHASE.email,
				send_sms: true,
				phone_number: '+32470000000',
			},
		],
		[
			'nobody, though addresses are left in the form',
			{ linkEmail: 'b@example.com', linkPhone: '+32470000000' },
			{ send_email: false, send_sms: false },
		],
	])('can be sent to %s', (_what, parameters, settings) => {
		expect(bodyOf(parameters).purchase_link_settings).toEqual(settings);
	});

	it.each<[IDataObject, string]>([
		[{ sendSms: true }, 'Send to Phone Number is empty'],
		[{ sendSms: true, linkPhone: '06' }, 'Send to Phone Number must look like +33612345678'],
		[{ sendEmail: true, linkEmail: 'b' }, 'Send to Email must look like name@email.com'],
	])('with %j is refused', (parameters, message) => {
		expect(refusalOf(() => bodyOf(parameters)).message).toBe(message);
	});

	it.each(['', ' ', undefined])('needs the secret key (%j), whatever the authentication', (key) => {
		expect(refusalOf(() => bodyOf({}, { ...ACCOUNT, merchantSecretKey: key }))).toEqual({
			message: 'Merchant Secret Key is empty',
			description: 'Open the credential and fill in Merchant Secret Key.',
		});
	});

	it('may have a way back, or none', () => {
		const purchaseFields = { redirectUrl: 'https://shop.example.com/thanks' };
		expect(bodyOf({ purchaseFields }).data).toEqual({ ...DATA, ...purchaseFields });
	});

	it.each<[unknown, object]>([
		[
			{ purchase_url: 'https://x', uid: 'pur_1' },
			{ purchase_url: 'https://x', uid: 'pur_1' },
		],
		['https://x', { answer: 'https://x' }],
	])('shows its reference beside %j', (body, shown) => {
		const asked = { parameters: PURCHASE, request: { method: 'POST', path: '/' } as const };
		expect(purchaseLink.items?.(body, asked)).toEqual([{ reference: 'order_1', ...shown }]);
	});
});

describe('a payment page link', () => {
	const REDIRECTS = {
		redirectUrl: 'https://shop.example.com/thanks',
		cancelUrl: 'https://shop.example.com/cart',
	};
	const make = (parameters: IDataObject = {}, account: IDataObject = {}) => {
		const all = { ...PURCHASE, ...REDIRECTS, ...parameters };
		return pageLink.result(all, { ...ACCOUNT, ...account })[0] as Record<string, string>;
	};

	beforeEach(() => jest.useFakeTimers({ now: NOW + 999 }));
	afterEach(() => jest.useRealTimers());

	it('holds the signed settings, and comes with reference and end', () => {
		const made = make({ purchaseFields: FIELDS });
		expect(made).toEqual({
			reference: 'order_1',
			url: expect.stringMatching(
				/^https:\/\/staging\.front\.ecard\.pledg\.co\/purchase\?signature=[\w-]+\.[\w-]+\.[\w-]+$/,
			),
			expires_at: '2023-11-14T22:23:20.000Z',
		});
		expect(openPaymentPage(made.url, SECRET, NOW)).toEqual({
			data: { ...DATA, ...FILLED, ...REDIRECTS },
		});
	});

	it('lives as long as the credential or the option says', () => {
		const { url } = make();
		expect(openPaymentPage(url, SECRET, NOW + 599_000)).toHaveProperty('data');
		expect(openPaymentPage(url, SECRET, NOW + 600_000)).toHaveProperty('type', 'error_token');
		const life = make({ options: { linkLifetime: 1 } });
		expect(life.expires_at).toBe('2023-11-14T22:13:21.000Z');
		expect(openPaymentPage(life.url, SECRET, NOW + 1_000)).toHaveProperty('type', 'error_token');
		expect(make({ options: { linkLifetime: 1e15 } }).expires_at).toMatch(/^2033-/);
	});

	it.each<[string, IDataObject, IDataObject, string]>([
		['production', {}, { environment: 'production' }, 'https://front.ecard.pledg.co/purchase'],
		[
			'a custom URL',
			{ frontUrl: ' https://front.example.com/ ' },
			{ environment: 'custom' },
			'https://front.example.com/purchase',
		],
		[
			'staging, whatever is left in the field',
			{ frontUrl: 'https://front.example.com' },
			{ environment: 'staging' },
			'https://staging.front.ecard.pledg.co/purchase',
		],
		[
			'a company',
			{ purchaseFields: { companyUid: 'cmp_1', currency: 'EUR' } },
			{},
			'https://staging.front.ecard.pledg.co/payment_solutions',
		],
	])('leads to the page of %s', (_what, parameters, account, page) => {
		const { url } = make(parameters, account);
		expect(url.split('?')[0]).toBe(page);
		expect(openPaymentPage(url, SECRET, NOW)).toHaveProperty('data');
	});

	const NO_HOST = 'Payment Page URL must be https:// and a host only';
	it.each<[IDataObject, IDataObject, string]>([
		[{ redirectUrl: '' }, {}, 'Redirect URL is empty'],
		[{ cancelUrl: 'cart' }, {}, 'Cancel URL must look like https://shop.example.com/path'],
		[{ title: '' }, {}, 'Title is empty'],
		[{ purchaseFields: { companyUid: 'cmp_1' } }, {}, 'Currency is empty'],
		[{}, { merchantSecretKey: '' }, 'Merchant Secret Key is empty'],
		[{}, { environment: 'custom' }, 'Payment Page URL is empty'],
		[{ frontUrl: 'http://front.example.com' }, { environment: 'custom' }, NO_HOST],
		[{ frontUrl: 'https://front.example.com/purchase' }, { environment: 'custom' }, NO_HOST],
		[{ frontUrl: 'https://a:b@front.example.com' }, { environment: 'custom' }, NO_HOST],
		[{ frontUrl: 'front.example.com' }, { environment: 'custom' }, NO_HOST],
		[
			{ options: { linkLifetime: 0 } },
			{},
			'Link Lifetime (Seconds) must be a whole number of at least 1',
		],
		[
			{ additionalSettings: '{"redirectUrl": "https://x.example"}' },
			{},
			'Additional Settings (JSON) must not repeat redirectUrl',
		],
	])('with %j and the account %j is refused', (parameters, account, message) => {
		expect(refusalOf(() => make(parameters, account)).message).toBe(message);
	});

	it('shows the secret nowhere', () => {
		expect(JSON.stringify(make())).not.toContain(SECRET);
	});
});
