import type { INodeProperties } from 'n8n-workflow';
import { REFRESH_PROPERTIES } from './refresh-properties';
import { TOKEN_ANSWER_PROPERTIES } from './token-answer-properties';
import { TOKEN_REQUEST_PROPERTIES } from './token-request-properties';

/** The fields of Custom that describe its token, in the order in which a partner's page explains it. */
export const PARTNER_TOKEN_PROPERTIES: INodeProperties[] = [
	...TOKEN_REQUEST_PROPERTIES,
	...TOKEN_ANSWER_PROPERTIES,
	...REFRESH_PROPERTIES,
];
