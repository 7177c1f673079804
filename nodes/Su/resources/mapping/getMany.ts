import type { IDataObject } from 'n8n-workflow';
import { isLeftEmpty, requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { answerMap, assertSaysNothing } from '../../answers';
import { HOTEL_ID, hotelIdOf, isObject, post } from '../../fields';

/** POST mappings (document, "Currently Mapped OTA Channels"). */
export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many mappings',
	description: 'Get the channels to which a property is mapped, with their rooms and rate plans',
	properties: [
		HOTEL_ID,
		{
			displayName: 'Channel ID',
			name: 'channelId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 19',
			description: "Su's number of a channel; all channels where it is empty",
		},
	],
	isRead: true,
	request: (parameters) => {
		const channelid = isLeftEmpty(parameters, 'channelId', 'Channel ID')
			? ''
			: requiredId(parameters, 'channelId', 'Channel ID');
		return post('mappings', hotelIdOf(parameters), channelid === '' ? {} : { channelid });
	},
	items: channelsOf,
	list: {},
};

/**
 * The answer is an object by channel ID, each entry a list (of one, unless the property is several
 * hotels at that channel). Beside the channels it may hold `Status`.
 *
 * @throws UserError where it holds something else only
 */
function channelsOf(body: unknown): IDataObject[] {
	const answer = answerMap(body);
	const hasEntries = Object.values(answer).some((entry) => isObject(entry) || Array.isArray(entry));
	if (!hasEntries) assertSaysNothing(answer);
	return Object.entries(answer).flatMap(([channelid, entry]) =>
		[entry]
			.flat()
			.filter(isObject)
			.map((mapping) => ({ channelid, ...mapping })),
	);
}
