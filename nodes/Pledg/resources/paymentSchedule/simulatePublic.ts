import type { Operation } from '../../../shared/provider';
import { merchantStep } from '../../account';
import { MERCHANT_UID_PROPERTY } from '../../properties';
import { SCHEDULE_OPTIONS, SCHEDULE_PROPERTIES, scheduleBody } from './schedule';

/** POST /api/users/me/merchants/{merchant_uid}/simulate_payment_schedule: carries no secret. */
export const simulatePublic: Operation = {
	value: 'simulatePublic',
	name: 'Simulate (Public)',
	action: 'Simulate a payment schedule publicly',
	description:
		'Get the instalments the way a web page asks for them, whatever authentication the credential has',
	properties: [MERCHANT_UID_PROPERTY, ...SCHEDULE_PROPERTIES],
	options: SCHEDULE_OPTIONS,
	isRead: true,
	request: (parameters, account, timezone) => ({
		method: 'POST',
		path: `/api/users/me/merchants/${merchantStep(parameters, account)}/simulate_payment_schedule`,
		body: scheduleBody(parameters, timezone),
	}),
};
