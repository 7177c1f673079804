import type { IDataObject } from 'n8n-workflow';
import {
	GENERIC_REQUEST_OPTIONS,
	GENERIC_REQUEST_PROPERTIES,
} from '../../../shared/generic-request-properties';
import { sendRequest } from '../../../shared/generic-request';
import type { Answer, Operation, Parameters, RequestDescription } from '../../../shared/provider';
import { optionsOf } from '../../../shared/settings';
import { failureIn, failureRuleOf } from '../../failure';
import { itemsAt, itemsPathOf } from '../../items';
import { PAGE_PROPERTIES, PAGINATIONS } from '../../page-properties';
import { firstPage, isPaged, nextPage } from '../../pages';
import { rateLimitOf } from '../../rate';
import { ANSWER_OPTIONS } from './answer-options';

/** Any endpoint, as in every node, with what the user knows of the partner. */
export const send: Operation = {
	...sendRequest,
	properties: [...GENERIC_REQUEST_PROPERTIES, ...PAGE_PROPERTIES],
	options: [...GENERIC_REQUEST_OPTIONS, ...ANSWER_OPTIONS],
	request: describe,
	list: {
		onlyFor: {
			applies: isPaged,
			show: { method: ['GET'], pagination: PAGINATIONS.filter((each) => each !== 'none') },
		},
		next: nextPage,
	},
};

function describe(parameters: Parameters, account: IDataObject): RequestDescription {
	const options = optionsOf(parameters);
	const rule = failureRuleOf(options);
	const path = itemsPathOf(options);
	return {
		...firstPage(sendRequest.request(parameters, account), parameters),
		rateLimit: rateLimitOf(options),
		...(rule && { failure: (answer: Answer) => failureIn(answer, rule) }),
		...(path && { items: (body: unknown) => itemsAt(body, path) }),
	};
}
