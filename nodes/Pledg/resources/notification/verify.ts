import { UserError, type IDataObject } from 'n8n-workflow';
import {
	isUnsigned,
	unsignedNotification,
	verifyNotification,
	type Notification,
	type NotificationRefusal,
} from '../../../../credentials/pledg/notification';
import { maskCardFields, SHOW_CARD_FIELDS } from '../../../shared/card-fields';
import { switchOf } from '../../../shared/fields/boolean';
import { jsonObject } from '../../../shared/fields/json';
import type { LocalOperation } from '../../../shared/provider';
import { merchantSecret } from '../../account';

const CHECK_SECRET = 'Check Merchant Secret Key in the credential: it is the one of the dashboard.';

const REFUSALS: Record<NotificationRefusal, { message: string; description: string }> = {
	algorithm: {
		message: 'The notification is not signed with HS256',
		description: 'Pledg signs with nothing else. Do not trust it.',
	},
	early: {
		message: 'The notification is not valid yet',
		description: 'Check the clock of this machine.',
	},
	expired: {
		message: 'The notification has expired',
		description: 'It was made too long ago. Check the clock of this machine.',
	},
	malformed: {
		message: 'The notification is not what Pledg sends',
		description:
			'Hand over the whole body as Pledg sent it, with nothing added, changed or left out.',
	},
	noSecret: { message: 'Merchant Secret Key is empty', description: CHECK_SECRET },
	signature: {
		message: 'The signature of the notification is wrong',
		description: `It was changed on its way, or somebody else made it. ${CHECK_SECRET}`,
	},
	unsigned: {
		message: 'The notification has no signature',
		description:
			'Anybody could have sent it. Ask Pledg to set a Secret Key for the merchant, or switch on Allow Unsigned Notifications.',
	},
};

/** Checks what Pledg sent to another node; asks Pledg nothing. */
export const verify: LocalOperation = {
	value: 'verify',
	name: 'Verify',
	action: 'Verify a notification',
	description: 'Check that a notification comes from Pledg and was not changed on its way',
	properties: [
		{
			displayName: 'Notification (JSON)',
			name: 'notification',
			type: 'json',
			default: '={{ $json.body }}',
			required: true,
			description: 'The whole body that Pledg sent, e.g. from a Webhook node',
		},
		{
			displayName: 'Allow Unsigned Notifications',
			name: 'allowUnsigned',
			type: 'boolean',
			default: false,
			description:
				'Whether to output a notification without signature as not verified, instead of an error; anybody could have sent it',
		},
		SHOW_CARD_FIELDS,
	],
	result: (parameters, account) => {
		const body = jsonObject(parameters, 'notification', 'Notification (JSON)');
		const allowUnsigned = switchOf(parameters, 'allowUnsigned', 'Allow Unsigned Notifications');
		const showCardFields = switchOf(parameters, 'showCardFields', SHOW_CARD_FIELDS.displayName);
		const checked = check(body, account, allowUnsigned);
		if ('refusal' in checked) throw refused(checked.refusal);
		return [{ ...(showCardFields ? checked : maskCardFields(checked)) }];
	},
};

function check(
	body: IDataObject,
	account: IDataObject,
	allowUnsigned: boolean,
): Notification | { refusal: NotificationRefusal } {
	if (!isUnsigned(body)) return verifyNotification(merchantSecret(account), body, Date.now());
	return allowUnsigned ? unsignedNotification(body) : { refusal: 'unsigned' };
}

function refused(refusal: NotificationRefusal): UserError {
	const { message, description } = REFUSALS[refusal];
	return new UserError(message, { description });
}
