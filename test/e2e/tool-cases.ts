import { byModel } from './tools';

/** A node as a tool, and one call of it. */
export interface Tool {
	/** The node it is made of. */
	node: string;
	title: string;
	description: RegExp;
	credential: string;
	parameters: Record<string, unknown> & { resource: string; operation: string };
	/** What the tool is called with that action. */
	name: string;
	/** In place of what a model would fill in. */
	values: Record<string, unknown>;
	items: unknown[];
}

export const TOOLS: Tool[] = [
	{
		node: 'sasom',
		title: 'SASOM',
		description: /orders, prices, listings and R2S batches on the SASOM marketplace/,
		credential: 'sasomApi',
		parameters: { resource: 'price', operation: 'getLowest', sku: byModel('SKU') },
		name: 'Get the lowest price in SASOM',
		values: { SKU: 'A-1' },
		items: [{ sku: 'A-1', lowest_price: null }],
	},
	{
		node: 'pledg',
		title: 'Pledg',
		description: /instalment payments at Pledg/,
		credential: 'pledgApi',
		parameters: {
			resource: 'paymentSchedule',
			operation: 'simulate',
			amountCents: byModel('Amount__Cents_', 'number'),
			created: byModel('Purchase_Date'),
		},
		name: 'Simulate a payment schedule in Pledg',
		values: { Amount__Cents_: '29700', Purchase_Date: '2026-12-01' },
		items: [
			{
				INSTALLMENT: ['2026-12-01', '2027-01-01', '2027-02-01'].map((payment_date, at) => ({
					amount_cents: 9900,
					fees: at === 0 ? 297 : 0,
					payment_date,
				})),
			},
		],
	},
	{
		node: 'su',
		title: 'Su',
		description: /properties, availability, rates and reservations in the Su channel manager/,
		credential: 'suApi',
		parameters: {
			resource: 'availability',
			operation: 'push',
			hotelId: 'TEST0001',
			roomId: byModel('Room_ID'),
			changes: {
				rateplanid: 'BAR',
				prices: { price: [{ NumberOfGuests: 2, value: byModel('Value') }] },
				closed: byModel('Closed', 'boolean'),
			},
		},
		name: 'Push availability, rates and restrictions in Su',
		values: { Room_ID: 'DBL', Value: '99.50', Closed: 'false' },
		items: [{ Status: 'Success' }],
	},
	{
		node: 'guestlineCheckout',
		title: 'Guestline Checkout',
		description: /payments and validations on the hosted payment page of Guestline/,
		credential: 'guestlineCheckoutApi',
		parameters: {
			resource: 'session',
			operation: 'create',
			session: byModel('Session__JSON_', 'json'),
		},
		name: 'Create a payment session in Guestline Checkout',
		values: { Session__JSON_: { amount: '125.00' } },
		items: [{ url: 'https://checkout.guestline.example/ses_1' }],
	},
	{
		node: 'netzme',
		title: 'Netzme',
		description: /balances, withdrawals, transactions and invoices at Netzme/,
		credential: 'netzmeApi',
		parameters: { resource: 'merchant', operation: 'get', phoneNo: byModel('Phone_Number') },
		name: 'Get a merchant in Netzme',
		values: { Phone_Number: '+628110000001' },
		items: [{ merchantName: 'Test Merchant' }],
	},
];
