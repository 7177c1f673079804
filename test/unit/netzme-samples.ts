import type { IDataObject } from 'n8n-workflow';
import { netzme } from '../../nodes/Netzme/provider';
import { operationOf } from './operation-of';

export const ACCOUNT = {
	clientId: 'aggregator-1',
	merchantId: 'M_own',
	pinSecret: '123456',
	environment: 'staging',
	invoiceToken: 'invoice-token',
	invoiceClientName: 'shop',
	payBaseUrl: '',
};
export const MERCHANT = '/api/aggregator/merchant';
export const BANK = {
	accountHolderName: 'Test Holder',
	bankAccountNumber: '12345678',
	bankName: 'TEST BANK',
	bankCode: '014',
};
export const WITHDRAWAL = {
	withdrawalAmount: 'IDR 37995.00',
	inquiredAmount: '37995',
	...BANK,
	requestId: 'r1',
};
export const PAYMENT = {
	transactionId: 'p1',
	sku: 'TICKET-1',
	productName: 'Ticket',
	paymentMethod: 'QRIS',
	bankName: 'NETZME',
	paidAmount: '200000',
	mdrFeeAmount: 'IDR 10000',
	requestId: 'd1',
	options: {},
};
export const DAYS = { startDate: '2026-01-01T00:00:00', endDate: '2026-01-31' };

export const operation = (name: string) => {
	const [resource, value] = name.split('.');
	return operationOf(netzme, resource, value);
};
export const requestOf = (name: string, parameters: IDataObject, account: IDataObject = ACCOUNT) =>
	operation(name).request(parameters, account);
