import { UserError } from 'n8n-workflow';
import { requiredId } from '../../../shared/fields/text';
import type { Operation, Parameters } from '../../../shared/provider';
import { succeeded } from '../../answers';
import { HOTEL_ID, hotelIdOf, post } from '../../fields';

/** POST RemoveProperty (document, "Delete Property Listing"). Nothing brings the property back. */
export const deleteProperty: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a property',
	description:
		'Delete a property with its rooms and rate plans for good. Su cannot bring it back, and refuses while the property is mapped to a channel.',
	properties: [
		HOTEL_ID,
		{
			displayName: 'Hotel ID Again',
			name: 'hotelIdAgain',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. TEST0001',
			description:
				'The same Hotel ID once more, typed by hand. Nothing is deleted unless both are the same.',
		},
	],
	request: (parameters) => {
		const hotelId = hotelIdOf(parameters);
		assertConfirmed(parameters, hotelId);
		return { ...post('RemoveProperty', hotelId), reference: `Property ${hotelId}` };
	},
	items: (body, { parameters }) => {
		succeeded(body);
		return [{ deleted: true, hotelid: hotelIdOf(parameters) }];
	},
};

function assertConfirmed(parameters: Parameters, hotelId: string): void {
	if (requiredId(parameters, 'hotelIdAgain', 'Hotel ID Again') === hotelId) return;
	throw new UserError('Hotel ID and Hotel ID Again are not the same', {
		description:
			'A deleted property cannot be brought back, so its ID has to be typed twice. Nothing was deleted.',
	});
}
