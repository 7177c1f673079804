import { DEFAULT_ACCOUNTS } from '../simulator';
import type { Sending } from '../simulator/notifier';
import type { StoredAccount } from './harness/accounts';
import { netzmePayments } from '../simulator/notifierNetzme';
import { PARTNER_WEBHOOK, partnerEvents } from '../simulator/notifierPartner';
import { pledgNotifications } from '../simulator/notifierPledg';
import { suPushes } from '../simulator/notifierSu';

/** How many notifications the long tests send; PARTNER_APIS_NOTIFICATIONS shortens them. */
export const NOTIFICATIONS = Number(process.env.PARTNER_APIS_NOTIFICATIONS ?? 500);
/** As the long tests send them; a busy machine may take its time. */
export const DELIVERY = { concurrency: 20, repeats: 0.3, isReordered: true, patienceMs: 120_000 };
/** When n8n answers: after the workflow, or at once. */
export const RESPONSE_MODES = ['lastNode', 'onReceived'];

/** What only a test can do at the simulator. */
export type Act = (provider: 'netzme', name: string, sent: Record<string, unknown>) => unknown;

/** A provider that notifies a trigger of this package. */
export interface Notifier {
	provider: 'netzme' | 'partner' | 'pledg' | 'su';
	/** The trigger's type, without the package. */
	node: string;
	/** How often it sends a notification in all while it is not acknowledged, as it documents. */
	attempts: number;
	/** Finds in the data of an execution which notification has started it. */
	pattern: string;
	/** What the pattern finds for the notification at this position. */
	reference: (at: number) => string;
	/**
	 * Distinct notifications, of all kinds, with the answer that each is to get. Where the trigger
	 * asks about them, the provider knows of them from now on.
	 */
	notifications: (count: number, act: Act) => Promise<Sending[]>;
}

const received = (sending: Sending): Sending => ({
	...sending,
	acknowledgement: '{"received":true}',
});

export const NOTIFIERS: Notifier[] = [
	{
		provider: 'pledg',
		node: 'pledgTrigger',
		// Pledg documents no repeats.
		attempts: 1,
		pattern: 'order_\\d+',
		reference: (at) => `order_${at}`,
		notifications: async (count) =>
			pledgNotifications(count, DEFAULT_ACCOUNTS.pledg.merchantSecretKey).map(received),
	},
	{
		provider: 'su',
		node: 'suTrigger',
		// "Every 10 minutes, 3 tries."
		attempts: 3,
		pattern: 'RN-\\d+',
		reference: (at) => `RN-${at}`,
		notifications: async (count) => suPushes(count, DEFAULT_ACCOUNTS.su.push),
	},
	{
		provider: 'netzme',
		node: 'netzmeTrigger',
		// "Retries 3 times."
		attempts: 4,
		pattern: 'order_\\d+',
		reference: (at) => `order_${at}`,
		notifications: async (count, act) => {
			const payments = netzmePayments(count);
			for (const { known } of payments) await act('netzme', 'putTransaction', known);
			// Netzme documents no answer for QRIS; the trigger's is that for invoices as far as it goes.
			return payments.map(({ sending }) => ({ acknowledgement: '{"status":"100"}', ...sending }));
		},
	},
];

/** Any other partner, whose signature the Partner API Trigger verifies. */
export const PARTNER_NOTIFIER: Notifier = {
	provider: 'partner',
	node: 'partnerTrigger',
	attempts: 4,
	pattern: 'event_\\d+',
	reference: (at) => `event_${at}`,
	notifications: async (count) => partnerEvents(count),
};

/** Of {@link PARTNER_NOTIFIER}; it has nothing of the simulator. */
export const PARTNER_ACCOUNT: StoredAccount = {
	type: 'partnerWebhookApi',
	name: 'Partner webhooks',
	data: { scheme: 'custom', ...PARTNER_WEBHOOK },
};

/** What the pattern finds for the first so many notifications, sorted. */
export function references({ reference }: Notifier, count: number): string[] {
	return Array.from({ length: count }, (_, at) => reference(at)).sort();
}
