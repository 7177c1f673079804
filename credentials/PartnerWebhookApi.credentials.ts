import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { WEBHOOK_PROPERTIES } from './partner/webhook/form/properties';

export class PartnerWebhookApi implements ICredentialType {
	name = 'partnerWebhookApi';

	displayName = 'Partner Webhook API';

	icon = { light: 'file:../icons/partner.svg', dark: 'file:../icons/partner.dark.svg' } as const;

	documentationUrl =
		'https://github.com/partner-apis/n8n-nodes-partner-apis/blob/main/docs/partner-webhooks.md';

	properties: INodeProperties[] = WEBHOOK_PROPERTIES;
}
