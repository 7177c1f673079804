/** What the node panel shows of a provider. */
export interface Listed {
	/** What a person types. */
	search: string;
	/** What a person types as well, and finds more than this package by. */
	alsoBy?: string[];
	node: string;
	/** How its text begins there: n8n shows the trigger's, where there is one, above all actions. */
	text: string;
	icon: string;
	/** What a workflow can start with, in n8n's words. */
	triggers: string[];
	/** Found beside it. */
	further?: string;
	/** Some of the actions, in the panel's order. */
	actions: string[];
}

export const LISTED: Listed[] = [
	{
		search: 'sasom',
		node: 'SASOM',
		text: 'Work with orders, prices and listings',
		icon: 'sasom',
		triggers: ['On changed order', 'On new order'],
		actions: ['Get processing orders', 'Create an R2S batch', 'Send a request'],
	},
	{
		search: 'pledg',
		node: 'Pledg',
		text: 'Work with instalment payments',
		icon: 'pledg',
		triggers: [
			'On end of split payment',
			'On error',
			'On other message',
			'On payment by transfer',
			'On payment by virtual card',
		],
		actions: ['Create a purchase link', 'Verify a notification', 'Send a request'],
	},
	{
		search: 'channel manager',
		alsoBy: ['su', 'su api'],
		node: 'Su',
		text: 'Work with availability, rates and reservations',
		icon: 'su',
		triggers: ['On guest messages', 'On reservations', 'On reviews'],
		further: 'Su Reservations Trigger',
		actions: ['Pull reservations', 'Push availability, rates and restrictions', 'Send a request'],
	},
	{
		search: 'guestline',
		node: 'Guestline Checkout',
		text: 'Start payments and validations',
		icon: 'guestline',
		triggers: [],
		actions: ['Create a payment session', 'Create a validation session', 'Send a request'],
	},
	{
		search: 'netzme',
		node: 'Netzme',
		text: 'Work with balances, invoices and withdrawals',
		icon: 'netzme',
		triggers: ['On new Netzme event'],
		actions: ['Get a balance', 'Submit a withdrawal', 'Send a request'],
	},
];
