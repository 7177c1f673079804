import { UserError, type IDataObject } from 'n8n-workflow';
import type { Parameters } from '../../shared/provider';
import { rupiah } from '../amount';

/**
 * An amount as SNAP BI writes it: decimals as text, so that nobody on the way writes the number in
 * another form.
 *
 * @throws UserError naming the field where it is none, or zero
 */
export function snapAmount(parameters: Parameters, name: string, label: string): IDataObject {
	const { units, cents } = rupiah(parameters, name, label);
	if (units !== '0' || cents !== '00') return { value: `${units}.${cents}`, currency: 'IDR' };
	throw new UserError(`${label} must be more than 0`, {
		description: `Check ${label} in the node. Nothing was sent.`,
	});
}

export const NO_AMOUNT: IDataObject = { value: '0.00', currency: 'IDR' };
