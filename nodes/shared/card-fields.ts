import type { INodeProperties } from 'n8n-workflow';

const MASK = '***';

/** What may stand in front of `cc`, `vcc` or `card`. */
const KIND = 'bank|credit|debit|guest|payment|virtual';

/** What of a card a field may hold, in lower case and without separators. */
const PARTS = [
	'brand',
	'code',
	'company',
	'csc',
	'cv[cnv]2?(code|number|no)?',
	'exp(ire|ires|iry|iration)?(date|month|year)?',
	'holder(name)?',
	'id',
	'issue(date|number|r)?',
	'month',
	'name',
	'no',
	'num(ber)?',
	'owner(name)?',
	'pin',
	'security(code|number)',
	'seriescode',
	'startdate',
	'token(id)?',
	'type',
	'valid(from|ity|thru|to|until)(date)?',
	'year',
].join('|');

/** Names that hold something of a card, in lower case and without separators. */
const CARD_FIELDS = [
	new RegExp(`^(${KIND})?(v?cc|card)(${PARTS})\\d*$`),
	new RegExp(`^(${KIND})?card$`),
	/^(cv[cnv]2?|csc)(code|no|num(ber)?|value)?$/,
	/^(security|series)code$/,
	/^exp(ire|ires|iry|iration)?(date|month|year)$/,
	// Stands for a card that is kept elsewhere.
	/^tokenid$/,
];

/** The same for names that may also be a flag or a count; an object under them is a card. */
const CARDS = new RegExp(`^(${KIND})?(v?cc|cards)$`);

/** The switch that lets payment cards into the output. */
export const SHOW_CARD_FIELDS: INodeProperties = {
	displayName: 'Show Card Fields',
	name: 'showCardFields',
	type: 'boolean',
	default: false,
	description:
		'Whether to output card numbers, codes and other fields of a payment card as they are, instead of masking them. They end up in the execution data of n8n.',
};

/**
 * A copy with every field of a payment card masked, at any depth. Empty ones stay empty, so that a
 * workflow can tell whether there is a card.
 */
export function maskCardFields<T>(value: T): T;
export function maskCardFields(value: unknown): unknown {
	if (Array.isArray(value)) return value.map((entry: unknown) => maskCardFields(entry));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]: [string, unknown]) => [
			name,
			isCardField(name, entry) ? masked(entry) : maskCardFields(entry),
		]),
	);
}

function masked(value: unknown): unknown {
	if (value === undefined || value === null || value === '') return value;
	return typeof value === 'object' && Object.keys(value).length === 0 ? value : MASK;
}

/**
 * Whether a field holds something of a payment card, by its name, however it is written: `cc_number`,
 * `ccNumber`, `CardNumber`, `card-no`. All that begins with `cc` or `vcc` as a word of its own
 * counts. Words that only begin so do not: `ccy`, `currency`, `cardinality`.
 */
function isCardField(name: string, value: unknown): boolean {
	if (/^v?cc[^a-z0-9]/i.test(name) || /^(v?cc|V?Cc)[A-Z]/.test(name)) return true;
	const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
	if (CARD_FIELDS.some((pattern) => pattern.test(plain))) return true;
	return CARDS.test(plain) && typeof value === 'object';
}
