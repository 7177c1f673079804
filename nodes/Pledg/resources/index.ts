import { genericRequest } from '../../shared/generic-request';
import type { Resource } from '../../shared/provider';
import { verify } from './notification/verify';
import { createPaymentPageLink } from './paymentPageLink/create';
import { simulate } from './paymentSchedule/simulate';
import { simulateCompany } from './paymentSchedule/simulateCompany';
import { simulatePublic } from './paymentSchedule/simulatePublic';
import { creditByTransfer } from './purchase/creditByTransfer';
import { release } from './purchase/release';
import { createPurchaseLink } from './purchaseLink/create';

export const resources: Resource[] = [
	{
		value: 'paymentSchedule',
		name: 'Payment Schedule',
		operations: [simulate, simulateCompany, simulatePublic],
	},
	{ value: 'notification', name: 'Notification', operations: [verify] },
	{ value: 'paymentPageLink', name: 'Payment Page Link', operations: [createPaymentPageLink] },
	{ value: 'purchase', name: 'Purchase', operations: [creditByTransfer, release] },
	{ value: 'purchaseLink', name: 'Purchase Link', operations: [createPurchaseLink] },
	genericRequest,
];
