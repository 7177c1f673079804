import { UserError, type IDataObject } from 'n8n-workflow';
import { requiredInteger } from '../shared/fields/number';
import { switchOf } from '../shared/fields/boolean';
import { optionalId, optionalText, requiredId, requiredText } from '../shared/fields/text';
import type { Parameters } from '../shared/provider';
import { merchantUid } from './account';
import { isGiven, optionalDay, optionalJson } from './optional-fields';
import { checkedText, COUNTRY, email, optionalTexts } from './text-settings';

const DAYS = {
	balancePaymentDate: 'Balance Payment Date',
	birthDate: 'Birth Date',
	deferredPaymentDate: 'Deferred Payment Date',
	secondInstallmentPaymentDate: 'Second Instalment Payment Date',
};

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
		...optionalDays(fields, timezone),
		...otherSettings(fields),
		...own,
	};
	return { ...settings, ...additionalSettings(parameters, settings) };
}

/** The user's own reference of the purchase. */
export function purchaseReference(parameters: Parameters): string {
	return requiredId(parameters, 'reference', 'Reference');
}

/** Pledg, "Settings": `merchantUid` or `companyUid`. */
function seller(parameters: Parameters, fields: IDataObject, account: IDataObject): IDataObject {
	const companyUid = optionalId(fields, 'companyUid', 'Company UID');
	return companyUid === '' ? { merchantUid: merchantUid(parameters, account) } : { companyUid };
}

/** That Pledg writes all of them as it writes the birth date is our conclusion. */
function optionalDays(fields: IDataObject, timezone: string | undefined): IDataObject {
	const days = Object.entries(DAYS).map(
		([name, label]) => [name, optionalDay(fields, name, label, timezone)] as const,
	);
	return Object.fromEntries(days.filter(([, day]) => day !== undefined));
}

function otherSettings(fields: IDataObject): IDataObject {
	const settings: IDataObject = {};
	if (isGiven(fields.showCloseButton)) {
		settings.showCloseButton = switchOf(fields, 'showCloseButton', 'Show Close Button');
	}
	const metadata = optionalJson(fields, 'metadata', 'Metadata (JSON)');
	if (Object.keys(metadata).length > 0) settings.metadata = metadata;
	const billing = address(fields.address, 'Billing Address');
	if (billing) settings.address = billing;
	const shipping = address(fields.shippingAddress, 'Shipping Address');
	if (shipping) settings.shippingAddress = shipping;
	return settings;
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
