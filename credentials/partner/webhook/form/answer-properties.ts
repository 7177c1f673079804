import type { INodeProperties } from 'n8n-workflow';
import { LABELS, USE_ANSWER } from '../labels';

const EVALUATED = { ignoreCredentialExpressionResolveError: true };
const SHOWN = { show: { scheme: ['custom'], [USE_ANSWER.name]: [true] } };

/** What the partner must read to take a notification for delivered. */
export const ANSWER_PROPERTIES: INodeProperties[] = [
	{
		displayName: USE_ANSWER.label,
		name: USE_ANSWER.name,
		type: 'boolean',
		default: false,
		description:
			'Whether only a certain answer counts. Without it the answer is 200 with {"received":true}, and 401 where the signature is not right.',
		displayOptions: { show: { scheme: ['custom'] } },
	},
	{
		displayName: LABELS.answerStatus,
		name: 'answerStatus',
		type: 'number',
		typeOptions: { minValue: 200, maxValue: 299 },
		default: 200,
		displayOptions: SHOWN,
	},
	{
		displayName: LABELS.answerType,
		name: 'answerType',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. text/plain',
		hint: 'Leave empty for application/json',
		displayOptions: SHOWN,
	},
	{
		displayName: LABELS.answerBody,
		name: 'answerBody',
		type: 'string',
		typeOptions: { ...EVALUATED, rows: 2 },
		default: '',
		placeholder: 'e.g. success',
		displayOptions: SHOWN,
	},
	{
		displayName: LABELS.refusalStatus,
		name: 'refusalStatus',
		type: 'number',
		typeOptions: { minValue: 400, maxValue: 499 },
		default: 401,
		description: 'What a notification gets whose signature is not right',
		displayOptions: SHOWN,
	},
];
