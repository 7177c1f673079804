import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { answerObject } from '../../../shared/answer';
import { switchOf } from '../../../shared/fields/boolean';
import type { Asked, Parameters } from '../../../shared/provider';
import { optionsOf } from '../../../shared/settings';
import { assertSaysNothing } from '../../answers';
import { maskCardFields, unwrapReservations } from '../../reservation';

/** The option that lets payment cards into the output. */
export const SHOW_CARD_FIELDS: INodeProperties = {
	displayName: 'Show Card Fields',
	name: 'showCardFields',
	type: 'boolean',
	default: false,
	description:
		'Whether to output card numbers, codes and other fields of a payment card as they are, instead of masking them. They end up in the execution data of n8n. Turn off Simplify to see them.',
};

/**
 * Whether {@link SHOW_CARD_FIELDS} is on.
 *
 * @throws UserError where it is no switch; called before anything is sent
 */
export function showsCardFields(parameters: Parameters): boolean {
	return switchOf(optionsOf(parameters), 'showCardFields', SHOW_CARD_FIELDS.displayName);
}

/**
 * One item per reservation of an answer, payment cards masked unless {@link SHOW_CARD_FIELDS} is on.
 *
 * @throws UserError where the answer is no JSON object, or one of another kind
 */
export function reservationItems(body: unknown, { parameters }: Asked): IDataObject[] {
	const answer = answerObject(body);
	const reservations = unwrapReservations(answer);
	if (reservations.length === 0 && !('reservations' in answer)) assertSaysNothing(answer);
	return showsCardFields(parameters)
		? reservations
		: reservations.map((each) => maskCardFields(each));
}
