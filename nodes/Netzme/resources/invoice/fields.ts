import { UserError, type IDataObject } from 'n8n-workflow';
import { jsonObject, jsonValue } from '../../../shared/fields/json';
import { switchOf } from '../../../shared/fields/boolean';
import { decimalOf, requiredInteger } from '../../../shared/fields/number';
import { empty, optionalId, requiredId, requiredText } from '../../../shared/fields/text';
import type { Parameters } from '../../../shared/provider';
import { INVOICE_OPTIONS } from './create-options';
import { ITEM_DETAILS, itemDetails } from './item-details';

const LAST_PERCENT = 100;
/** The document gives none; finer parts of a percent are no rupiah. */
const PERCENT_DECIMALS = 4;

/**
 * The buyer's name. "Must be alphabetic" (Netzme, "Create Invoice Transaction").
 *
 * @throws UserError where it has anything but letters and spaces
 */
export function fullName(parameters: Parameters): string {
	const name = requiredText(parameters, 'fullName', 'Full Name');
	if (/^[\p{L}\p{M} ]+$/u.test(name)) return name;
	throw new UserError('Full Name must be letters and spaces only', {
		description:
			'Netzme takes no digits or punctuation in the name of the buyer. Nothing was sent.',
	});
}

/** All of these are mandatory; the notes repeat the description unless the options have others. */
export function buyerAndGoods(parameters: Parameters): IDataObject {
	const description = requiredText(parameters, 'description', 'Description');
	return {
		fullname: fullName(parameters),
		email: requiredId(parameters, 'email', 'Email'),
		phone_number: requiredId(parameters, 'phoneNumber', 'Phone Number'),
		description,
		notes: description,
		image_url: '',
		commission_percentage: 0,
		fee_type: 'on_seller',
	};
}

/** By which to find an invoice at Netzme, where it has an ID of the partner's. */
export function reference(options: IDataObject): { reference?: string } {
	const id = optionalId(options, 'partnerTransactionId', 'Partner Transaction ID');
	return id === '' ? {} : { reference: `Partner Transaction ID ${id}` };
}

/** Reads one entry of the options into fields of the request. */
type Reader = (options: IDataObject) => IDataObject;

/** By the name of the option. */
const READERS: Record<string, Reader> = {
	amountDetail: (options) => {
		if (options.amountDetail === '') throw empty('Amount Detail (JSON)');
		return { amount_detail: jsonObject(options, 'amountDetail', 'Amount Detail (JSON)') };
	},
	commissionPercentage: (options) => ({ commission_percentage: percentage(options) }),
	expireInSecond: (options) => ({
		expire_in_second: requiredInteger(options, 'expireInSecond', 'Expires In (Seconds)', 1),
	}),
	feeType: (options) => ({ fee_type: requiredId(options, 'feeType', 'Fee Type') }),
	itemDetails: (options) => ({ item_details: itemDetails(options) }),
	imageUrl: (options) => ({ image_url: optionalId(options, 'imageUrl', 'Image URL') }),
	notes: (options) => ({ notes: requiredText(options, 'notes', 'Notes') }),
	partnerTransactionId: (options) => ({
		partner_transaction_id: requiredId(options, 'partnerTransactionId', 'Partner Transaction ID'),
	}),
	splitFees: (options) => ({ isSplitFee: true, splitFees: splitFees(options) }),
	terminalId: (options) => ({ terminal_id: terminalId(options) }),
	topUpDeposit: (options): IDataObject =>
		switchOf(options, 'topUpDeposit', 'Top Up Deposit') ? { apiSource: 'topup_deposit' } : {},
	type: (options) => ({ type: requiredId(options, 'type', 'Type') }),
};

/** Words for the buyer, without which the invoice is still the one that was meant. */
const MAY_BE_MISSING = new Set(['imageUrl', 'notes']);

/**
 * What the chosen options add to the request.
 *
 * @throws UserError naming the option that does not fit, or whose expression gives nothing: without
 * it, somebody else would pay the fee, or nobody would have a share
 */
export function optionalFields(options: IDataObject): IDataObject {
	const chosen = Object.keys(READERS).filter((name) => isGiven(options, name));
	return Object.assign({}, ...chosen.map((name) => READERS[name](options))) as IDataObject;
}

function isGiven(options: IDataObject, name: string): boolean {
	if (!(name in options)) return false;
	if (options[name] !== undefined && options[name] !== null) return true;
	if (MAY_BE_MISSING.has(name)) return false;
	throw empty(
		[...INVOICE_OPTIONS, ITEM_DETAILS].find((each) => each.name === name)?.displayName ?? name,
	);
}

function percentage(options: IDataObject): number {
	const value = decimalOf(
		options,
		'commissionPercentage',
		'Commission (Percent)',
		PERCENT_DECIMALS,
	);
	if (value !== undefined && value >= 0 && value <= LAST_PERCENT) return value;
	throw new UserError('Commission (Percent) must be a number from 0 to 100', {
		description: 'Check Commission (Percent) in the options of the node. Nothing was sent.',
	});
}

/** "Qris terminal id A01-Z99". */
function terminalId(options: IDataObject): string {
	const value = requiredId(options, 'terminalId', 'Terminal ID');
	if (/^[A-Z](?!00)\d\d$/.test(value)) return value;
	throw new UserError('Terminal ID must be a capital letter and two digits, A01 to Z99', {
		description: 'Check Terminal ID in the options of the node. Nothing was sent.',
	});
}

function splitFees(options: IDataObject): IDataObject[] {
	const value = jsonValue(options, 'splitFees', 'Split Fees (JSON)');
	if (Array.isArray(value) && value.length > 0) return value as IDataObject[];
	throw new UserError('Split Fees (JSON) must be a JSON list', {
		description: 'Enter one object for each merchant that shares the fee, in brackets.',
	});
}
