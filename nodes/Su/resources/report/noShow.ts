import type { Operation } from '../../../shared/provider';
import { HOTEL_ID } from '../../fields';
import { NOTIF_ID, reportItems, reportRequest } from './report';

/** POST reporting, `is_no_show`. */
export const noShow: Operation = {
	value: 'noShow',
	name: 'No-Show',
	action: 'Report a no-show',
	description:
		'Report that a guest has not come. Booking.com takes it for 48 hours, Go-MMT for 7 days. Su answers before the channel has decided.',
	properties: [HOTEL_ID, NOTIF_ID],
	request: (parameters) => reportRequest(parameters, 'is_no_show'),
	items: reportItems,
};
