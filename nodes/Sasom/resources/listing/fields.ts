import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { decimalOf, requiredInteger } from '../../../shared/fields/number';
import { optionalId, requiredId } from '../../../shared/fields/text';

const LOWEST_PRICE_IN_BAHT = 250;
const LARGEST_QUANTITY = 99;
/** Satang; the document shows whole baht only. */
const PRICE_DECIMALS = 2;

export const SKU: INodeProperties = {
	displayName: 'SKU',
	name: 'sku',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. AIR-JORDAN-1-HIGH-OG',
	description: 'SKU of the product, as SASOM writes it',
};

export const SIZE: INodeProperties = {
	displayName: 'Size',
	name: 'size',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 10',
	description: 'Size as SASOM writes it, such as 10, M or L',
};

export const PRICE: INodeProperties = {
	displayName: 'Price',
	name: 'price',
	type: 'number',
	typeOptions: { minValue: LOWEST_PRICE_IN_BAHT },
	default: 0,
	required: true,
	description: 'Price in baht, at least 250',
};

export const QUANTITY: INodeProperties = {
	displayName: 'Quantity',
	name: 'quantity',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: LARGEST_QUANTITY },
	default: 1,
	required: true,
	description: 'Number of pieces, from 1 to 99',
};

export const YEAR: INodeProperties = {
	displayName: 'Year',
	name: 'year',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2023',
	description: 'Year in which the product was released; may be left empty',
};

export const LISTING_ID: INodeProperties = {
	displayName: 'Listing ID',
	name: 'listingId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. abc123',
	description: 'The listing_id that SASOM gave when the listing was created',
};

/** What every new listing has. */
export interface ListingFields extends IDataObject {
	sku: string;
	size: string;
	/** In baht. */
	price: number;
	quantity: number;
}

/**
 * The fields of a new listing (guide "Listing Management", Parameters).
 *
 * @param prefix which listing it is, e.g. `Listing 2: `, where there are several
 * @throws UserError naming the field that SASOM would refuse
 */
export function listingFields(fields: IDataObject, prefix = ''): ListingFields {
	return {
		sku: plainText(fields, 'sku', `${prefix}SKU`),
		size: plainText(fields, 'size', `${prefix}Size`),
		price: priceOf(fields, prefix),
		quantity: quantityOf(fields, prefix),
	};
}

/** `year`, where one is given; SASOM takes it as text. */
export function yearOf({ year }: IDataObject): { year?: string } {
	const text = optionalId({ year }, 'year', 'Year');
	return text === '' ? {} : { year: text };
}

/**
 * A price in baht.
 *
 * @throws UserError where it is below 250 or no number of at most two decimals
 */
export function priceOf(fields: IDataObject, prefix = ''): number {
	const label = `${prefix}Price`;
	assertPlain(fields.price, label);
	const price = decimalOf(fields, 'price', label, PRICE_DECIMALS);
	if (price !== undefined && price >= LOWEST_PRICE_IN_BAHT) return price;
	throw new UserError(`${label} must be a number of at least ${LOWEST_PRICE_IN_BAHT} (baht)`, {
		description: 'SASOM takes no price below 250 baht. Write it without separators, e.g. 5000.',
	});
}

/**
 * A number of pieces.
 *
 * @throws UserError where it is not a whole number from 1 to 99
 */
export function quantityOf(fields: IDataObject, prefix = ''): number {
	const label = `${prefix}Quantity`;
	const quantity = requiredInteger(fields, 'quantity', label, 1);
	if (quantity <= LARGEST_QUANTITY) return quantity;
	throw new UserError(`${label} must be at most ${LARGEST_QUANTITY}`, {
		description: 'SASOM takes 1 to 99 pieces at a time. Spread more over several listings.',
	});
}

function plainText(fields: IDataObject, name: string, label: string): string {
	assertPlain(fields[name], label);
	return requiredId(fields, name, label);
}

function assertPlain(value: unknown, label: string): void {
	if (value === null || !['object', 'boolean'].includes(typeof value)) return;
	throw new UserError(`${label} must be text or a number`, {
		description: `Check ${label}: it holds a list, an object or a yes or no.`,
	});
}
