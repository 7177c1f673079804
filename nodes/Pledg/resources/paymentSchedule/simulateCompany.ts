import { answerObject } from '../../../shared/answer';
import { requiredPathStep } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { COMPANY_UID_PROPERTY } from '../../properties';
import { SCHEDULE_OPTIONS, SCHEDULE_PROPERTIES, scheduleBody } from './schedule';

/** POST /api/users/me/companies/{company_uid}/simulate_payment_schedule: carries no secret. */
export const simulateCompany: Operation = {
	value: 'simulateCompany',
	name: 'Simulate (Company)',
	action: 'Simulate the payment schedules of a company',
	description:
		'Get the instalments of each payment solution of a company, whatever authentication the credential has',
	properties: [{ ...COMPANY_UID_PROPERTY, required: true }, ...SCHEDULE_PROPERTIES],
	options: SCHEDULE_OPTIONS,
	isRead: true,
	request: (parameters, _account, timezone) => {
		const company = requiredPathStep(parameters, 'companyUid', COMPANY_UID_PROPERTY.displayName);
		return {
			method: 'POST',
			path: `/api/users/me/companies/${company}/simulate_payment_schedule`,
			body: scheduleBody(parameters, timezone),
		};
	},
	items: (body) => {
		const answer = answerObject(body);
		const { items } = answer as { items?: unknown };
		return Array.isArray(items) ? items.map((each: unknown) => answerObject(each)) : [answer];
	},
};
