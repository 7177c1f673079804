import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Asked } from '../../../shared/provider';
import { answerObject } from '../../../shared/answer';
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
 * One item per reservation of an answer, payment cards masked unless {@link SHOW_CARD_FIELDS} is on.
 *
 * @throws UserError where the answer is no JSON object, or one of another kind
 */
export function reservationItems(body: unknown, { parameters }: Asked): IDataObject[] {
	const answer = answerObject(body);
	const reservations = unwrapReservations(answer);
	if (reservations.length === 0 && !('reservations' in answer)) assertSaysNothing(answer);
	const { showCardFields } = (parameters.options ?? {}) as IDataObject;
	return showCardFields === true ? reservations : reservations.map((each) => maskCardFields(each));
}
