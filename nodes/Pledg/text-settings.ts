import { UserError, type IDataObject } from 'n8n-workflow';
import { optionalText, requiredId, requiredText } from '../shared/fields/text';
import type { Parameters } from '../shared/provider';

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
/** Pledg, "Settings". */
export const COUNTRY = {
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
	{ name: 'b2bCompanyName', label: 'B2B Company Name' },
	{
		name: 'b2bCompanyNationalId',
		label: 'B2B Company National ID',
		pattern: /^[A-Z0-9][A-Z0-9 ./-]*$/i,
		example: '123456789',
		rule: 'National IDs have letters, digits, spaces, points, slashes and hyphens only.',
	},
	{
		name: 'b2bCompanyNationalIdType',
		label: 'B2B Company National ID Type',
		pattern: /^[A-Z][A-Z0-9_-]*$/,
		example: 'SIREN',
		rule: 'Types have capital letters, digits, hyphens and underscores only.',
	},
	{ name: 'birthCity', label: 'Birth City' },
	{ name: 'birthCountry', label: 'Birth Country', ...COUNTRY },
	{ name: 'birthStateProvince', label: 'Birth State or Province' },
	{ name: 'birthZipcode', label: 'Birth Zip Code' },
	{ name: 'cancelUrl', label: 'Cancel URL', ...WEB_ADDRESS },
	{ name: 'civility', label: 'Civility' },
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

/**
 * The texts among the settings that a purchase may have, as far as they are filled in.
 *
 * @throws UserError naming the field that does not fit
 */
export function optionalTexts(fields: IDataObject): IDataObject {
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

/**
 * A mandatory text of a certain form.
 *
 * @throws UserError naming the field that is empty or looks otherwise
 */
export function checkedText(fields: Parameters, setting: TextSetting): string {
	const { name, label, pattern, example, rule = '' } = setting;
	const value = pattern ? requiredId(fields, name, label) : requiredText(fields, name, label);
	if (!pattern || pattern.test(value)) return value;
	throw new UserError(`${label} must look like ${example}`, {
		description: `${rule} Nothing was sent.`.trim(),
	});
}
