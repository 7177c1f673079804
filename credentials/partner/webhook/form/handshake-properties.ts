import type { INodeProperties } from 'n8n-workflow';
import { HANDSHAKE_IS_SIGNED, HANDSHAKE_LABELS, USE_HANDSHAKE } from '../labels';

const EVALUATED = { ignoreCredentialExpressionResolveError: true };
const SHOWN = { show: { scheme: ['custom'], [USE_HANDSHAKE.name]: [true] } };

/** The question by which a partner makes sure that the URL is the user's. */
export const HANDSHAKE_PROPERTIES: INodeProperties[] = [
	{
		displayName: USE_HANDSHAKE.label,
		name: USE_HANDSHAKE.name,
		type: 'boolean',
		default: false,
		description:
			'Whether the partner asks the URL a question when it is registered. It is answered without starting the workflow.',
		displayOptions: { show: { scheme: ['custom'] } },
	},
	{
		displayName: HANDSHAKE_LABELS.handshakeIf,
		name: 'handshakeIf',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		required: true,
		placeholder: 'e.g. {param:challenge}',
		hint: 'It is the handshake where this is not empty',
		displayOptions: SHOWN,
	},
	{
		displayName: 'Handshake Must Have',
		name: 'handshakeChecks',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Pair',
		default: {},
		hint: 'What else must be equal: {param:type} and url_verification, for instance, or {param:hub.verify_token} and {verifyToken}',
		displayOptions: SHOWN,
		options: [
			{
				displayName: 'Pair',
				name: 'entry',
				values: [
					{
						displayName: 'One',
						name: 'one',
						type: 'string',
						default: '',
						placeholder: 'e.g. {param:type}',
					},
					{
						displayName: 'Other',
						name: 'other',
						type: 'string',
						default: '',
						placeholder: 'e.g. url_verification',
					},
				],
			},
		],
	},
	{
		displayName: HANDSHAKE_LABELS.handshakeHmacOf,
		name: 'handshakeHmacOf',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. {param:payload.plainToken}',
		hint: 'Where the answer has an HMAC-SHA256 of something with the secret: {hmac} is its hex',
		displayOptions: SHOWN,
	},
	{
		displayName: HANDSHAKE_IS_SIGNED.label,
		name: HANDSHAKE_IS_SIGNED.name,
		type: 'boolean',
		default: false,
		description:
			'Whether the partner signs the handshake like a notification. Then it is answered only where that signature is right.',
		displayOptions: SHOWN,
	},
	{
		displayName: HANDSHAKE_LABELS.handshakeType,
		name: 'handshakeType',
		type: 'options',
		options: [
			{ name: 'JSON', value: 'application/json' },
			{ name: 'Text', value: 'text/plain' },
		],
		default: 'text/plain',
		displayOptions: SHOWN,
	},
	{
		displayName: HANDSHAKE_LABELS.handshakeAnswer,
		name: 'handshakeAnswer',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		required: true,
		placeholder: 'e.g. {param:challenge}',
		hint: 'In JSON, values stand between quotation marks: {"challenge":"{param:challenge}"}',
		displayOptions: SHOWN,
	},
];
