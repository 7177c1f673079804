import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { switchOf } from '../../../shared/fields/boolean';
import { isLeftEmpty } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { merchantSecret } from '../../account';
import { withAnswer } from '../../answer';
import { optionalSettings, REDIRECTS, REQUIRED_SETTINGS } from '../../purchase-form';
import { purchaseReference, purchaseSettings } from '../../purchase-settings';
import { email, phone } from '../../text-settings';

const SENDING: INodeProperties[] = [
	{
		displayName: 'Send by Email',
		name: 'sendEmail',
		type: 'boolean',
		default: false,
		description: 'Whether Pledg sends the link by email',
	},
	{
		displayName: 'Send to Email',
		name: 'linkEmail',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
		hint: 'Leave empty to use the email of the customer',
		displayOptions: { show: { sendEmail: [true] } },
	},
	{
		displayName: 'Send by SMS',
		name: 'sendSms',
		type: 'boolean',
		default: false,
		description: 'Whether Pledg sends the link by text message; not in the staging environment',
	},
	{
		displayName: 'Send to Phone Number',
		name: 'linkPhone',
		type: 'string',
		default: '',
		placeholder: 'e.g. +33612345678',
		hint: 'Leave empty to use the phone number of the customer',
		displayOptions: { show: { sendSms: [true] } },
	},
];

/**
 * POST /api/purchase_link/ (Pledg, "Purchase management", "Purchase creation"). The credential turns
 * the body into the signature, whatever authentication is chosen.
 */
export const createPurchaseLink: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a purchase link',
	description: 'Create a purchase at Pledg and get the link by which the customer pays it',
	properties: [...REQUIRED_SETTINGS, ...SENDING, ...optionalSettings(REDIRECTS)],
	request: (parameters, account, timezone) => {
		merchantSecret(account);
		return {
			method: 'POST',
			path: '/api/purchase_link/',
			body: {
				data: purchaseSettings(parameters, account, { timezone }),
				purchase_link_settings: linkSettings(parameters),
			},
			reference: `Reference ${purchaseReference(parameters)}`,
		};
	},
	items: (body, { parameters }) => [withAnswer({ reference: purchaseReference(parameters) }, body)],
};

/** Whom Pledg sends the link to; the names are those of "Object parameters". */
function linkSettings(parameters: Parameters): IDataObject {
	const byEmail = switchOf(parameters, 'sendEmail', 'Send by Email');
	const bySms = switchOf(parameters, 'sendSms', 'Send by SMS');
	return {
		send_email: byEmail,
		...(byEmail && { email: linkEmail(parameters) }),
		send_sms: bySms,
		...(bySms && { phone_number: linkPhone(parameters) }),
	};
}

function linkEmail(parameters: Parameters): string {
	const field = ['linkEmail', 'Send to Email'] as const;
	return isLeftEmpty(parameters, ...field)
		? email({ linkEmail: parameters.email }, ...field)
		: email(parameters, ...field);
}

function linkPhone(parameters: Parameters): string {
	const field = ['linkPhone', 'Send to Phone Number'] as const;
	const { phoneNumber } = (parameters.purchaseFields ?? {}) as IDataObject;
	return isLeftEmpty(parameters, ...field)
		? phone({ linkPhone: phoneNumber }, ...field)
		: phone(parameters, ...field);
}
