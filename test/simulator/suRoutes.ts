import { isText, jsonBody, reply } from './call';
import { bulkLog, inventoryLog, pushAvailability } from './suAvailability';
import { content, contentOf, controlInventory, toggleStatus } from './suContent';
import { CHANNELS, MAPPED, RATE_PLANS, ROOMS } from './suData';
import {
	downloadAttachment,
	messages,
	replyToReview,
	report,
	reviews,
	sendAttachment,
} from './suGuests';
import { DONE, many, one, singular } from './suReplies';
import { acknowledge, bookings, pull, refetch } from './suReservations';
import type { Handler, Routes } from './call';
import type { Fields, SuState } from './suData';
import type { Answer } from './types';

/** A route whose body names a known hotel. */
function forHotel(
	work: (sent: Fields, state: SuState) => Answer,
	field = 'hotelid',
	failure = many,
): Handler<SuState> {
	return (call, state) => {
		const sent = jsonBody(call);
		if (!sent) return one('400', 'invalid request body');
		const id = sent[field];
		const isKnown = typeof id === 'string' && state.data.hotels.has(id);
		return isKnown ? work(sent, state) : failure('400', 'invalid hotel code');
	};
}

function mappings({ channelid }: Fields): Answer {
	const meant = CHANNELS.filter((each) => channelid === undefined || channelid === each.channelid);
	if (!meant.length) return singular('573', 'channel mapping not found');
	return reply(200, Object.fromEntries(meant.map((each) => [each.channelid, [mappingOf(each)]])));
}

const mappingOf = ({ channelid, channelhotelid }: (typeof CHANNELS)[number]) => ({
	ChannelID: channelid,
	ChannelHotelID: channelhotelid,
	Status: 'Active',
	RoomIDs: ['DBL'],
	Rateplans: [{ PMSRoomID: 'DBL', PMSRateID: 'BAR', ChannelRoomID: '1', MappingStatus: 'Active' }],
});

function otaRatePlans({ channelid, channelhotelid }: Fields): Answer {
	if (!isText(channelid) || !isText(channelhotelid)) return one('400', 'channelid is required');
	const isMapped = CHANNELS.some(
		(each) => each.channelid === channelid && each.channelhotelid === channelhotelid,
	);
	// Own choice: a failure is in lower case too, as the documented success of this endpoint is.
	if (!isMapped) {
		const errors = [{ Code: '573', ShortText: 'channel mapping not found' }];
		return reply(200, { status: 'Fail', errors }, 'invalid');
	}
	return reply(200, { status: 'Success', data: ['manageable', 'nonmanageable'].map(otaRatePlan) });
}

const otaRatePlan = (type: string) => ({
	type,
	mappedname: `Basic Room-Breakfast(${type})`,
	roomtypename: 'Basic Room',
	roomtype_id: '210023573',
	rateplanname: 'Breakfast',
	rateplan_id: '220141455A',
	rateplan_code: '',
	mappingformula: '210023573####220141455A',
	mapping_rateplan: '220141455A',
	fixed_occupany: '',
	is_child: '',
});

// Own choice: the second hotel never loses its mapping, the first one may be removed at once.
function removeProperty({ hotelid }: Fields, { data }: SuState): Answer {
	if (String(hotelid).endsWith(MAPPED)) {
		return one('953', 'This Property Have Mapping With Channels');
	}
	data.hotels.delete(String(hotelid));
	return DONE;
}

const BASE = '/SUAPI/jservice';

export const SU_ROUTES: Routes<SuState> = {
	[`GET ${BASE}/pmsproperty`]: (_call, { data }) =>
		reply(200, {
			properties: [...data.hotels].map((propertyid) => ({
				propertyid,
				propertyname: `Hotel ${propertyid}`,
				status: data.inactive.has(propertyid) ? 'Inactive' : 'Active',
				roomcount: String(ROOMS.length),
			})),
		}),
	[`POST ${BASE}/roomdetails`]: forHotel(() => reply(200, { rooms: ROOMS }), 'hotelid', one),
	[`POST ${BASE}/ratedetails`]: forHotel(
		() => reply(200, { rateplans: RATE_PLANS }),
		'hotelid',
		one,
	),
	[`POST ${BASE}/availability`]: forHotel(pushAvailability),
	[`POST ${BASE}/Reservation`]: forHotel(pull),
	[`POST ${BASE}/Reservation_notif`]: forHotel(acknowledge),
	[`POST ${BASE}/Bookings`]: forHotel(bookings, 'Su_hotelid', singular),
	[`POST ${BASE}/getReservation`]: forHotel(refetch, 'hotelid', singular),
	[`POST ${BASE}/mappings`]: forHotel(mappings, 'hotelid', one),
	[`POST ${BASE}/invratedetails`]: forHotel(inventoryLog),
	[`POST ${BASE}/BulkARIdetails`]: forHotel(bulkLog),
	[`POST ${BASE}/OTARateplanPull`]: forHotel(otaRatePlans),
	[`POST ${BASE}/RemoveProperty`]: forHotel(removeProperty, 'hotelid', one),
	[`POST ${BASE}/TogglePropertyStatus`]: forHotel(toggleStatus),
	[`POST ${BASE}/OTA_HotelDescriptiveContentNotif`]: content,
	[`POST ${BASE}/OTA_HotelRoom`]: forHotel(contentOf('roomid', '859')),
	[`POST ${BASE}/OTA_HotelRatePlan`]: forHotel(contentOf('rateplanid', '863')),
	[`POST ${BASE}/invratecontrol`]: forHotel(controlInventory),
	[`POST ${BASE}/reporting`]: forHotel(report),
	[`POST ${BASE}/messagingAB`]: forHotel(messages),
	[`POST ${BASE}/message/sendAttachment`]: forHotel(sendAttachment),
	[`POST ${BASE}/message/downloadAttachment`]: forHotel(downloadAttachment),
	[`POST ${BASE}/review/list`]: forHotel(reviews),
	[`POST ${BASE}/review/reply`]: forHotel(replyToReview),
};
