import type { IDataObject } from 'n8n-workflow';
import { pledg } from '../../nodes/Pledg/provider';
import { operationOf } from './operation-of';

export const purchaseLink = operationOf(pledg, 'purchaseLink', 'create');

export const SECRET = 'merchant secret key';
export const ACCOUNT = {
	environment: 'staging',
	merchantSecretKey: SECRET,
	merchantUid: 'mer_1',
	signatureLifetime: 600,
};
export const PURCHASE = {
	amountCents: 2000,
	email: 'buyer@example.com',
	firstName: 'Ada',
	lastName: 'Müller',
	reference: 'order_1',
	title: 'Order é 1',
};
export const DATA = { ...PURCHASE, merchantUid: 'mer_1' };
const ADDRESS = { street: '2, rue Frézier', city: 'Brest', zipcode: '29200', country: 'FR' };
export const FIELDS = {
	address: { details: { ...ADDRESS, stateProvince: '' } },
	b2bCompanyName: 'Example & fils SA',
	b2bCompanyNationalId: 123456789,
	b2bCompanyNationalIdType: 'SIREN',
	balancePaymentDate: '2026-06-01T00:00:00',
	birthCity: 'Brest',
	birthCountry: 'FR',
	birthDate: '1980-01-21T00:00:00',
	birthStateProvince: 'Bretagne',
	birthZipcode: '29200',
	civility: 'Mme',
	countryCode: 'FR',
	currency: 'EUR',
	deferredPaymentDate: '2026-05-01',
	errorNotificationUrl: 'https://shop.example.com/errors',
	lang: 'fr_FR',
	metadata: '{"departure_date": "2026-02-01"}',
	paymentNotificationUrl: 'mailto:shop@example.com',
	phoneNumber: ' +33612345678 ',
	secondInstallmentPaymentDate: '2026-04-01T00:00:00.000Z',
	shippingAddress: { details: { country: 'BE' } },
	showCloseButton: 'false',
	subtitle: 'Two nights',
};
/** What becomes of them. */
export const FILLED = {
	...FIELDS,
	address: ADDRESS,
	b2bCompanyNationalId: '123456789',
	balancePaymentDate: '2026-06-01',
	birthDate: '1980-01-21',
	metadata: { departure_date: '2026-02-01' },
	phoneNumber: '+33612345678',
	secondInstallmentPaymentDate: '2026-04-01',
	shippingAddress: { country: 'BE' },
	showCloseButton: false,
};

/** What a purchase link is made from, before the credential signs it. */
export const bodyOf = (parameters: IDataObject, account: IDataObject = ACCOUNT) =>
	purchaseLink.request({ ...PURCHASE, ...parameters }, account).body as IDataObject;
