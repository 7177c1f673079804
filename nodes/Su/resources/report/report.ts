import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { requiredId } from '../../../shared/fields/text';
import type { Asked, Parameters, RequestDescription } from '../../../shared/provider';
import { succeeded } from '../../answers';
import { hotelIdOf, post } from '../../fields';

/** The reservation that is reported. */
export const NOTIF_ID: INodeProperties = {
	displayName: 'Reservation Notification ID',
	name: 'reservationNotifId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 155411226779361384952',
	description: 'The reservation_notif_id of the reservation',
};

/**
 * POST reporting.
 *
 * @param report Su's word for what is reported
 */
export function reportRequest(parameters: Parameters, report: string): RequestDescription {
	const id = notifIdOf(parameters);
	const request = post('reporting', hotelIdOf(parameters), { reservation_notif_id: id, report });
	return { ...request, reference: `Reservation Notification ID ${id}` };
}

/** Su only takes the report in: `{"Status": "enqueued"}`. What the channel makes of it comes later. */
export function reportItems(body: unknown, { parameters }: Asked): IDataObject[] {
	return [{ ...succeeded(body, 'enqueued'), reservation_notif_id: notifIdOf(parameters) }];
}

function notifIdOf(parameters: Parameters): string {
	return requiredId(parameters, NOTIF_ID.name, NOTIF_ID.displayName);
}
