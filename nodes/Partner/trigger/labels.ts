export const WEBHOOK_CREDENTIAL = 'partnerWebhookApi';
export const ALLOW_UNVERIFIED = {
	name: 'allowUnverified',
	label: 'Allow Unverified Notifications',
};
export const PUBLIC_URL = { name: 'publicUrl', label: 'Public URL' };
