import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { answerObject, flagOf, noSuccess } from '../../../shared/answer';
import { switchOf } from '../../../shared/fields/boolean';
import { requiredIds } from '../../../shared/fields/list';
import { empty } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { optionsOf } from '../../../shared/settings';
import { asText, rupiah, wholeRupiah } from '../../amount';
import { MERCHANT_ID, merchantId } from '../../merchant-id';
import { INVOICE_OPTIONS } from './create-options';
import { AMOUNT, BUYER_AND_GOODS } from './create-properties';
import { buyerAndGoods, optionalFields, reference } from './fields';
import { ITEM_DETAILS } from './item-details';
import { payHost } from './pay-host';
import { PAYMENT_METHODS } from './payment-methods';

const LABEL = 'Payment Methods';
/** Those of an invoice with a method that Netzme's body for a link does not have. */
const OF_TRANSACTIONS_ONLY = ['splitFees', 'terminalId', 'topUpDeposit'];

const METHODS: INodeProperties = {
	displayName: LABEL,
	name: 'paymentMethods',
	type: 'multiOptions',
	options: PAYMENT_METHODS,
	default: ['QRIS'],
	required: true,
	description: 'Among which the buyer may choose',
};

const VALIDATED: INodeProperties = {
	displayName: 'Validated',
	name: 'validated',
	type: 'boolean',
	default: true,
	description:
		'Whether to use create/validated, which takes exactly one payment method. What it validates is not documented.',
};

/**
 * POST /api/v1/invoice/create on the pay host, or /api/v1/invoice/create/validated ("Create
 * Invoice"). The bodies are those of a public test tool of Netzme's.
 */
export const createLink: Operation = {
	value: 'createLink',
	name: 'Create Link',
	action: 'Create an invoice link',
	description:
		'Create an invoice whose buyer chooses the payment method; needs the invoice token of the credential',
	properties: [MERCHANT_ID, AMOUNT, METHODS, ...BUYER_AND_GOODS],
	options: [
		...INVOICE_OPTIONS.filter(({ name }) => !OF_TRANSACTIONS_ONLY.includes(name)),
		ITEM_DETAILS,
		VALIDATED,
	],
	request: (parameters, account) => {
		const merchant = merchantId(parameters, account);
		const amount = wholeRupiah(parameters, 'amount', 'Amount');
		const options = optionsOf(parameters);
		const isValidated = validated(options);
		return {
			method: 'POST',
			path: isValidated ? '/api/v1/invoice/create/validated' : '/api/v1/invoice/create',
			...payHost(account, merchant),
			body: {
				request: {
					merchant,
					amount,
					...buyerAndGoods(parameters),
					...(isValidated ? oneMethod(parameters) : severalMethods(parameters)),
					amount_detail: { basicAmount: amount, shippingAmount: 0 },
					...optionalFields(options),
				},
			},
			reference: `the invoice over ${asText(rupiah(parameters, 'amount', 'Amount'))}`,
			...reference(options),
		};
	},
	items: (body) => {
		const answer = answerObject(body);
		if (flagOf(answer.status) !== true) {
			throw noSuccess(answer, 'The pay host answers with a status of true.');
		}
		const { result } = answer;
		const isObject = typeof result === 'object' && result !== null && !Array.isArray(result);
		// Where the link stands in the answer is not documented.
		return [isObject ? (result as IDataObject) : answer];
	},
};

/** An option that was added and gives nothing would choose the other endpoint in silence. */
function validated(options: IDataObject): boolean {
	if ('validated' in options && (options.validated ?? undefined) === undefined) {
		throw empty('Validated');
	}
	return switchOf(options, 'validated', 'Validated');
}

function severalMethods(parameters: Parameters): IDataObject {
	return { type: 'single', payment_methods: requiredIds(parameters, 'paymentMethods', LABEL) };
}

function oneMethod(parameters: Parameters): IDataObject {
	const [method, ...others] = requiredIds(parameters, 'paymentMethods', LABEL);
	if (others.length === 0) return { payment_method: method };
	throw new UserError(`${LABEL} must be exactly one with Validated`, {
		description: `Choose one in ${LABEL}, or remove Validated from the options. Nothing was sent.`,
	});
}
