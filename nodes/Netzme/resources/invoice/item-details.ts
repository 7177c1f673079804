import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { jsonValue } from '../../../shared/fields/json';
import { requiredInteger } from '../../../shared/fields/number';
import { empty, requiredId, requiredText } from '../../../shared/fields/text';
import type { Parameters } from '../../../shared/provider';
import { wholeRupiah } from '../../amount';

const LABEL = 'Item Details (JSON)';

/** What is sold, item by item. */
export const ITEM_DETAILS: INodeProperties = {
	displayName: LABEL,
	name: 'itemDetails',
	type: 'json',
	default: '',
	placeholder: 'e.g. [{"item_id": "T1", "name": "Ticket", "amount": 25000, "qty": 2}]',
	description:
		'A list of what is sold: item_id, name, amount in whole rupiah, and qty of each. Netzme does not document that they add up to Amount, so this is not checked.',
};

/**
 * What is sold, as Netzme takes it; other fields of an item are sent as they are.
 *
 * @returns one item or more, each with `item_id`, `name`, `amount` in rupiah and `qty`
 * @throws UserError naming the field, and what is missing in which item
 */
export function itemDetails(parameters: Parameters): IDataObject[] {
	if ((parameters.itemDetails ?? '') === '') throw empty(LABEL);
	const value = jsonValue(parameters, 'itemDetails', LABEL);
	if (!Array.isArray(value) || value.length === 0) throw notAList();
	return value.map((item, index) => itemOf(item, `${LABEL}: Item ${index + 1}: `));
}

function itemOf(value: unknown, label: string): IDataObject {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notAList();
	const item = value as IDataObject;
	return {
		...item,
		item_id: requiredId(item, 'item_id', `${label}item_id`),
		name: requiredText(item, 'name', `${label}name`),
		amount: wholeRupiah(item, 'amount', `${label}amount`),
		qty: requiredInteger(item, 'qty', `${label}qty`, 1),
	};
}

function notAList(): UserError {
	return new UserError(`${LABEL} must be a JSON list of objects`, {
		description:
			'Enter one object for each item, in brackets: [{"item_id": "T1", "name": "Ticket", "amount": 25000, "qty": 2}]. Nothing was sent.',
	});
}
