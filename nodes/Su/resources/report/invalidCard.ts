import type { INodeProperties } from 'n8n-workflow';
import { requiredId } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/provider';
import { HOTEL_ID } from '../../fields';
import { NOTIF_ID, reportItems, reportRequest } from './report';

const REPORT: INodeProperties = {
	displayName: 'Report',
	name: 'report',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. is_invalid_card',
	description:
		"Su's word for an invalid card, as its document has it. Known to us is only is_no_show; is_invalid_card is formed after it.",
};

/** POST reporting. Su's word for an invalid card is not known to us, so the user enters it. */
export const invalidCard: Operation = {
	value: 'invalidCard',
	name: 'Invalid Card',
	action: 'Report an invalid card',
	description:
		'Report that the card of a booking cannot be charged. Su answers before the channel has decided.',
	properties: [HOTEL_ID, NOTIF_ID, REPORT],
	request: (parameters) =>
		reportRequest(parameters, requiredId(parameters, REPORT.name, REPORT.displayName)),
	items: reportItems,
};
