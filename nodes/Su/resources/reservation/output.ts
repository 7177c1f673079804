import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { answerObject } from '../../../shared/answer';
import { maskCardFields, SHOW_CARD_FIELDS } from '../../../shared/card-fields';
import { switchOf } from '../../../shared/fields/boolean';
import type { Asked, Parameters } from '../../../shared/provider';
import { optionsOf } from '../../../shared/settings';
import { assertSaysNothing } from '../../answers';
import { unwrapReservations } from '../../reservation';

/** {@link SHOW_CARD_FIELDS}, where there is Simplify, too. */
export const SHOW_CARD_FIELDS_OPTION: INodeProperties = {
	...SHOW_CARD_FIELDS,
	description: `${SHOW_CARD_FIELDS.description} Turn off Simplify to see them.`,
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
