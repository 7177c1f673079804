import type { INodeProperties } from 'n8n-workflow';
import { LABELS } from '../labels';
import {
	ALGORITHMS,
	JWT_ALGORITHMS,
	KEY_ENCODINGS,
	OUTPUTS,
	OWN_PATTERN,
	TIME_FORMATS,
	WITH_SHARED_KEY,
	WITHOUT_KEY,
} from './lists';

const CUSTOM = { scheme: ['custom'] };
const EVALUATED = { ignoreCredentialExpressionResolveError: true };

/** What is signed, and how: in the order in which a partner's page explains it. */
export const SIGNATURE_PROPERTIES: INodeProperties[] = [
	{
		displayName: LABELS.signedText,
		name: 'signedText',
		type: 'string',
		typeOptions: { ...EVALUATED, rows: 3 },
		default: '',
		placeholder: 'e.g. {timestamp}{method}{pathAndQuery}{body}',
		hint: 'Values stand in single braces: {timestamp}, {method}, {path}, {query}, {body}, {nonce}, {id}, {secret} … A line break is Enter or \\n. The docs list all.',
		displayOptions: { show: CUSTOM },
	},
	{
		displayName: LABELS.algorithm,
		name: 'algorithm',
		type: 'options',
		options: ALGORITHMS,
		default: 'hmac-sha256',
		displayOptions: { show: CUSTOM },
	},
	{
		displayName: LABELS.signingKey,
		name: 'signingKey',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. {secret}',
		hint: 'Leave empty to sign with Secret, or with Private Key where the algorithm takes one. Never the secret itself: its name in braces.',
		displayOptions: { show: CUSTOM, hide: { algorithm: WITHOUT_KEY } },
	},
	{
		displayName: LABELS.keyEncoding,
		name: 'keyEncoding',
		type: 'options',
		options: KEY_ENCODINGS,
		default: 'text',
		description: 'How the partner writes the key. Most take it as the text that it is.',
		displayOptions: { show: { ...CUSTOM, algorithm: WITH_SHARED_KEY } },
	},
	{
		displayName: LABELS.jwtHeader,
		name: 'jwtHeader',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. {"alg":"RS256","typ":"JWT","kid":"{id}"}',
		hint: 'Leave empty for alg and typ',
		displayOptions: { show: { ...CUSTOM, algorithm: JWT_ALGORITHMS } },
	},
	{
		displayName: LABELS.output,
		name: 'output',
		type: 'options',
		options: OUTPUTS,
		default: 'hex',
		description: 'How the signature is written',
		displayOptions: { show: CUSTOM, hide: { algorithm: JWT_ALGORITHMS } },
	},
	{
		displayName: LABELS.timeFormat,
		name: 'timeFormat',
		type: 'options',
		options: TIME_FORMATS,
		default: 'ms',
		description: 'How {timestamp} is written',
		displayOptions: { show: CUSTOM },
	},
	{
		displayName: LABELS.timePattern,
		name: 'timePattern',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. YYYYMMDD[T]HHmmss[Z]',
		hint: 'What stands in brackets is written as it is',
		displayOptions: { show: { ...CUSTOM, timeFormat: [OWN_PATTERN] } },
	},
	{
		displayName: LABELS.utcOffset,
		name: 'utcOffset',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. 420',
		hint: 'How far the zone of the partner is east of UTC. Leave empty for UTC.',
		displayOptions: { show: CUSTOM, hide: { timeFormat: ['ms', 's'] } },
	},
];
