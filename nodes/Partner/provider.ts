import { isTokenRefusedBy } from '../../credentials/partner/token-refusal';
import type { Provider } from '../shared/provider';
import { resources, webhookResources } from './resources';

export const partner: Provider = {
	name: 'Partner API',
	credentialType: 'partnerApi',
	/** The user decides which fields there are, and a preview needs them all. */
	accountFields: 'all',
	resources,
	/** A request says itself how a failure looks; else only the status tells. */
	failure: () => undefined,
	isTokenRefused: (answer, credentials) => isTokenRefusedBy(credentials, answer),
};

/** For what takes the credential of webhooks; it sends nothing. */
export const partnerWebhook: Provider = {
	name: 'Partner API',
	credentialType: 'partnerWebhookApi',
	accountFields: 'all',
	resources: webhookResources,
	failure: () => undefined,
};
