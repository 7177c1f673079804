import type { Operation } from '../../../shared/provider';
import { assertAuthentication, merchantStep } from '../../account';
import { MERCHANT_UID_PROPERTY } from '../../properties';
import { SCHEDULE_OPTIONS, SCHEDULE_PROPERTIES, scheduleBody } from './schedule';

/** POST /api/merchants/{merchant_uid}/simulate_payment_schedule: takes the access token only. */
export const simulate: Operation = {
	value: 'simulate',
	name: 'Simulate',
	action: 'Simulate a payment schedule',
	description: 'Get the instalments that a purchase would have',
	properties: [MERCHANT_UID_PROPERTY, ...SCHEDULE_PROPERTIES],
	options: SCHEDULE_OPTIONS,
	isRead: true,
	request: (parameters, account, timezone) => {
		assertAuthentication(
			account,
			['accessToken'],
			'This payment schedule needs the access token',
			'Choose Access Token as authentication in the credential, or use the operation Simulate (Public).',
		);
		return {
			method: 'POST',
			path: `/api/merchants/${merchantStep(parameters, account)}/simulate_payment_schedule`,
			body: scheduleBody(parameters, timezone),
		};
	},
};
