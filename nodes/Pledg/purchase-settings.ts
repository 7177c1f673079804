import { UserError, type IDataObject } from 'n8n-workflow';
import { requiredInteger } from '../shared/fields/number';
import { optionalId, optionalText, requiredId, requiredText } from '../shared/fields/text';
import type { Parameters } from '../shared/provider';
import { merchantUid } from './account';
import { optionalDay, optionalJson } from './optional-fields';

interface TextSetting {
	name: string;
	label: string;
	/** Left out where anything goes. */
	pattern?: RegExp;
	example?: string;
	/** What the pattern means, as a sentence. */
	rule?: string;
}

const EMAIL = { pattern: /^[^\s@]+@[^\s@]+$/, example: 'name@email.com', rule: '' };
const COUNTRY = {
	pattern: /^[A-Z]{2}$/,
	example: 'FR',
	rule: 'Countries have two capital letters (ISO 3166-1 alpha-2).',
};
const PHONE = {
	pattern: /^\+[1-9]\d{1,14}$/,
	example: '+33612345678',
	rule: 'Phone numbers have a plus sign, the country code and digits only (E.164).',
};
const WEB_ADDRESS = {
	pattern: /^https?:\/\/[^\s/]+\S*$/i,
	example: 'https://shop.example.com/path',
	rule: 'Enter the whole address with its scheme.',
};
/** Pledg, "Optional settings" of the plugin: an e-mail address does as well. */
const WEB_OR_MAIL_ADDRESS = {
	...WEB_ADDRESS,
	pattern: /^(https?:\/\/[^\s/]+\S*|mailto:[^\s@]+@[^\s@]+)$/i,
};

const OPTIONAL_TEXTS: TextSetting[] = [
	{ name: 'birthCity', label: 'Birth City' },
	{ name: 'birthCountry', label: 'Birth Country', ...COUNTRY },
	{ name: 'birthZipcode', label: 'Birth Zip Code' },
	{ name: 'cancelUrl', label: 'Cancel URL', ...WEB_ADDRESS },
	{ name: 'countryCode', label: 'Country Code', ...COUNTRY },
	{
		name: 'currency',
		label: 'Currency',
		pattern: /^[A-Z]{3}$/,
		example: 'EUR',
		rule: 'Currencies have three capital letters (ISO 4217).',
	},
	{ name: 'errorNotificationUrl', label: 'Error Notification URL', ...WEB_ADDRESS },
	{
		name: 'lang',
		label: 'Language',
		pattern: /^[a-z]{2}_[A-Z]{2}$/,
		example: 'fr_FR',
		rule: 'Pledg knows de_DE, en_GB, es_ES, fr_FR, it_IT and nl_NL at least.',
	},
	{ name: 'paymentNotificationUrl', label: 'Payment Notification URL', ...WEB_OR_MAIL_ADDRESS },
	{ name: 'phoneNumber', label: 'Phone Number', ...PHONE },
	{ name: 'redirectUrl', label: 'Redirect URL', ...WEB_ADDRESS },
	{ name: 'subtitle', label: 'Subtitle' },
];

/** With the names of the form. */
const ADDRESS_PARTS = {
	street: 'Street',
	city: 'City',
	stateProvince: 'State or Province',
	zipcode: 'Zip Code',
	country: 'Country',
};

/**
 * The settings of a purchase from the form, with those of "Additional Settings (JSON)" merged in
 * (Pledg, "Settings").
 *
 * @param own settings of one operation
 * @param timezone of the workflow, in which days are read
 * @throws UserError naming the field that does not fit, or the setting that is given twice
 */
export function purchaseSettings(
	parameters: Parameters,
	account: IDataObject,
	{ own = {}, timezone }: { own?: IDataObject; timezone?: string } = {},
): IDataObject {
	const fields = (parameters.purchaseFields ?? {}) as IDataObject;
	const settings = {
		amountCents: requiredInteger(parameters, 'amountCents', 'Amount (Cents)', 1),
		...seller(parameters, fields, account),
		email: email(parameters, 'email', 'Email'),
		firstName: requiredText(parameters, 'firstName', 'First Name'),
		lastName: requiredText(parameters, 'lastName', 'Last Name'),
		reference: purchaseReference(parameters),
		title: requiredText(parameters, 'title', 'Title'),
		...optionalTexts(fields),
		...optionalObjects(fields, timezone),
		...own,
	};
	return { ...settings, ...additionalSettings(parameters, settings) };
}

/** The user's own reference of the purchase. */
export function purchaseReference(parameters: Parameters): string {
	return requiredId(parameters, 'reference', 'Reference');
}

/** A mandatory e-mail address. */
export function email(parameters: Parameters, name: string, label: string): string {
	return checkedText(parameters, { name, label, ...EMAIL });
}

/** A mandatory phone number in international format. */
export function phone(parameters: Parameters, name: string, label: string): string {
	return checkedText(parameters, { name, label, ...PHONE });
}

/** A mandatory address on the web. */
export function webAddress(parameters: Parameters, name: string, label: string): string {
	return checkedText(parameters, { name, label, ...WEB_ADDRESS });
}

/** Pledg, "Settings": `merchantUid` or `companyUid`. */
function seller(parameters: Parameters, fields: IDataObject, account: IDataObject): IDataObject {
	const companyUid = optionalId(fields, 'companyUid', 'Company UID');
	return companyUid === '' ? { merchantUid: merchantUid(parameters, account) } : { companyUid };
}

function optionalTexts(fields: IDataObject): IDataObject {
	const filled = OPTIONAL_TEXTS.filter(
		({ name, label }) => optionalText(fields, name, label) !== '',
	);
	const texts = Object.fromEntries(filled.map((each) => [each.name, checkedText(fields, each)]));
	if (texts.birthCountry === 'FR' && texts.birthZipcode === undefined) {
		throw new UserError('Birth Zip Code is empty', {
			description: 'Pledg needs it where Birth Country is FR. Add it to Purchase Fields.',
		});
	}
	return texts;
}

function checkedText(fields: Parameters, setting: TextSetting): string {
	const { name, label, pattern, example, rule = '' } = setting;
	const value = pattern ? requiredId(fields, name, label) : requiredText(fields, name, label);
	if (!pattern || pattern.test(value)) return value;
	throw new UserError(`${label} must look like ${example}`, {
		description: `${rule} Nothing was sent.`.trim(),
	});
}

function optionalObjects(fields: IDataObject, timezone: string | undefined): IDataObject {
	const objects: IDataObject = {};
	const birthDate = optionalDay(fields, 'birthDate', 'Birth Date', timezone);
	if (birthDate !== undefined) objects.birthDate = birthDate;
	const metadata = optionalJson(fields, 'metadata', 'Metadata (JSON)');
	if (Object.keys(metadata).length > 0) objects.metadata = metadata;
	const billing = address(fields.address, 'Billing Address');
	if (billing) objects.address = billing;
	const shipping = address(fields.shippingAddress, 'Shipping Address');
	if (shipping) objects.shippingAddress = shipping;
	return objects;
}

function address(collection: unknown, label: string): IDataObject | undefined {
	const parts = (collection as { details?: IDataObject } | undefined)?.details ?? {};
	const given = Object.entries(ADDRESS_PARTS).map(
		([name, part]) => [name, optionalText(parts, name, `${part} of ${label}`)] as const,
	);
	const filled = Object.fromEntries(given.filter(([, text]) => text !== ''));
	if (Object.keys(filled).length === 0) return undefined;
	return {
		...filled,
		country: checkedText(filled, { name: 'country', label: `Country of ${label}`, ...COUNTRY }),
	};
}

function additionalSettings(parameters: Parameters, settings: IDataObject): IDataObject {
	const label = 'Additional Settings (JSON)';
	const additional = optionalJson(parameters, 'additionalSettings', label);
	const fields = [...Object.keys(settings), 'merchantUid', 'companyUid'];
	const twice = fields.find((name) => Object.hasOwn(additional, name));
	if (twice === undefined) return additional;
	throw new UserError(`${label} must not repeat ${twice}`, {
		description: 'The setting has a field of its own. Give it there only. Nothing was sent.',
	});
}
