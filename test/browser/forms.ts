import type { ProviderCredential } from '../e2e/harness/accounts';

/** What a person sees in the dialog of a credential, with the data of `credentialsFor`. */
export interface Form {
	provider: ProviderCredential['provider'];
	/** Of the type, in the list of credentials. */
	title: string;
	/** Label, `*` where required, hint. */
	fields: string[];
	/** The labels of what is shown as dots. */
	masked: string[];
	/** The label of a secret, and what is said when another one is typed there. */
	wrong: { label: string; says: string };
	/** The labels of what can be chosen, where a choice changes the form. */
	choices: string[];
}

/** n8n's own last field of every credential that the HTTP Request node can use. */
const DOMAINS = 'Allowed HTTP Request Domains';

export const FORMS: Form[] = [
	{
		provider: 'sasom',
		title: 'SASOM API',
		fields: ['Base URL *', 'API Key *', 'API Secret *', DOMAINS],
		masked: ['API Key', 'API Secret'],
		wrong: {
			label: 'API Secret',
			says: 'SASOM refused these secrets. Check API Key and API Secret.',
		},
		choices: [],
	},
	{
		provider: 'pledg',
		title: 'Pledg API',
		fields: [
			'Environment',
			'Base URL *',
			'Authentication',
			'API Key *',
			'API Secret *',
			'Merchant UID Optional with Access Token: used where a node leaves it empty. If filled in, the connection test asks for a payment schedule.',
			'Merchant Secret Key (for Links and Notifications) It is not the API secret. Needed for purchase links, payment page links and notifications.',
			'Signature Lifetime (Seconds)',
			DOMAINS,
		],
		masked: ['API Key', 'API Secret', 'Merchant Secret Key (for Links and Notifications)'],
		wrong: {
			label: 'API Secret',
			says: 'Pledg gave no access token. Check API Key, API Secret and Environment',
		},
		choices: ['Authentication', 'Environment'],
	},
	{
		provider: 'su',
		title: 'Su API',
		fields: [
			'Environment',
			'Base URL *',
			'Client Secret Is For',
			'Domain * As registered with Su, in plain text: it is encoded for you',
			"Client Secret * Generate it in Su's extranet; sandbox and production have one each",
			'Send App ID',
			'Push User For the Su Trigger only: a name of your own invention, without a colon, that you give to Su',
			'Push Password For the Su Trigger only: a long random password that you give to Su together with Push User',
			DOMAINS,
		],
		masked: ['Client Secret', 'Push Password'],
		wrong: {
			label: 'Client Secret',
			says: 'Su gave no access token. Check Domain, Client Secret and Environment',
		},
		choices: ['Environment'],
	},
	{
		provider: 'guestline',
		title: 'Guestline Checkout API',
		fields: [
			'Base URL *',
			'Level',
			'Client ID * In production your site ID. At level Product: the client you act for',
			'API Key *',
			DOMAINS,
		],
		masked: ['API Key'],
		wrong: {
			label: 'API Key',
			says: 'Guestline refused these secrets. Check the level, the IDs and the API key.',
		},
		choices: ['Level'],
	},
	{
		provider: 'netzme',
		title: 'Netzme API',
		fields: [
			'Environment',
			'API Family',
			'Base URL *',
			'Client ID *',
			'Client Secret *',
			'Merchant ID Optional: used where a node leaves it empty. The connection test does not check it.',
			'PIN The six digits that confirm a withdrawal. Leave empty if you do not withdraw.',
			'Invoice Token Another token than the access token, from Netzme. Leave empty if you create no invoices.',
			'Invoice Client Name The name that Netzme gave you together with the invoice token. Leave empty to use the Client ID.',
			'Pay Base URL Scheme and host for invoices; the invoice token goes nowhere else. In production leave empty to use https://pay.netzme.com.',
			DOMAINS,
		],
		masked: ['Client Secret', 'PIN', 'Invoice Token'],
		wrong: {
			label: 'Client Secret',
			says: 'Netzme gave no access token. Check Client ID, Client Secret, API Family and Environment',
		},
		choices: ['API Family', 'Environment'],
	},
	{
		provider: 'netzmeSnap',
		title: 'Netzme API',
		fields: [
			'Environment',
			'API Family',
			'Base URL *',
			'Client ID *',
			'Client Secret *',
			'Private Key * Gets the access token. PEM, or the same in Base64 without the lines of PEM, as Netzme hands it out.',
			'Channel ID *',
			'Callback Token For the Netzme Trigger: callbacks without it are refused. Leave empty if Netzme gave you none.',
			"Callback Public Key For the Netzme Trigger: Netzme's public key, which verifies callbacks with a signature. Leave empty if Netzme gave you none.",
			'Merchant ID Optional: used where a node leaves it empty. The connection test does not check it.',
			'PIN The six digits that confirm a withdrawal. Leave empty if you do not withdraw.',
			DOMAINS,
		],
		// n8n has no dots for fields of several lines; what is stored does not come back in them either.
		masked: ['Client Secret', 'Callback Token', 'PIN'],
		wrong: {
			label: 'Client Secret',
			says: 'Netzme refused the signed request. Check Client ID, Client Secret and API Family.',
		},
		choices: [],
	},
];
