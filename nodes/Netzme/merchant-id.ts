import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isLeftEmpty, requiredId, requiredPathStep } from '../shared/fields/text';
import type { Parameters } from '../shared/provider';

const LABEL = 'Merchant ID';

/** The parameter; empty where the merchant of the credential is meant. */
export const MERCHANT_ID: INodeProperties = {
	displayName: LABEL,
	name: 'merchantId',
	type: 'string',
	default: '',
	placeholder: 'e.g. M_pXAFWzCg',
	hint: 'Leave empty to use the one of the credential',
};

/**
 * The merchant of an operation.
 *
 * @throws UserError where neither node nor credential names one
 */
export function merchantId(parameters: Parameters, account: IDataObject): string {
	return requiredId(chosen(parameters, account), 'merchantId', LABEL);
}

/** The same as a step of a path. */
export function merchantIdStep(parameters: Parameters, account: IDataObject): string {
	return requiredPathStep(chosen(parameters, account), 'merchantId', LABEL);
}

function chosen(parameters: Parameters, account: IDataObject): Parameters {
	const { merchantId: own } = isLeftEmpty(parameters, 'merchantId', LABEL) ? account : parameters;
	return { merchantId: own };
}
