import type { INodeProperties } from 'n8n-workflow';
import { KEY_ENCODINGS, OUTPUTS } from '../../form/lists';
import { JWT_ALGORITHMS as JWT_FIELD, LABELS } from '../labels';
import {
	ALGORITHMS,
	JWT_ALGORITHMS,
	PLACES,
	WITH_SHARED_KEY,
	WITHOUT_KEY,
	WITHOUT_OUTPUT,
} from './lists';

const CUSTOM = { scheme: ['custom'] };
const EVALUATED = { ignoreCredentialExpressionResolveError: true };

/** Where the signature stands and what is signed, in the order in which a partner's page explains it. */
export const SIGNATURE_PROPERTIES: INodeProperties[] = [
	{
		displayName: LABELS.signaturePlace,
		name: 'signaturePlace',
		type: 'options',
		options: PLACES,
		default: 'header',
		displayOptions: { show: CUSTOM },
	},
	{
		displayName: LABELS.signatureName,
		name: 'signatureName',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		required: true,
		placeholder: 'e.g. X-Signature',
		hint: 'For a field inside of JSON its path, such as data.signature',
		displayOptions: { show: CUSTOM, hide: { signaturePlace: ['body'] } },
	},
	{
		displayName: LABELS.looksLike,
		name: 'looksLike',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. t={timestamp},v1={signature}',
		hint: 'Leave empty where the signature stands alone. Write what is around it, such as sha256={signature}, or Bearer {signature} for a JWT; other names in braces are values for the fields below.',
		displayOptions: { show: CUSTOM, hide: { signaturePlace: ['body'] } },
	},
	{
		displayName: LABELS.separator,
		name: 'separator',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. ,',
		hint: 'What stands between several signatures, or between the parts where they come in any order',
		displayOptions: { show: CUSTOM, hide: { signaturePlace: ['body'] } },
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
		displayName: JWT_FIELD.label,
		name: JWT_FIELD.name,
		type: 'multiOptions',
		options: JWT_ALGORITHMS,
		default: ['RS256'],
		description: 'Only these are accepted. Choose those that the partner uses, and no others.',
		displayOptions: { show: { ...CUSTOM, algorithm: ['jwt'] } },
	},
	{
		displayName: LABELS.signedText,
		name: 'signedText',
		type: 'string',
		typeOptions: { ...EVALUATED, rows: 2 },
		default: '{body}',
		placeholder: 'e.g. {timestamp}.{body}',
		hint: 'Values stand in single braces: {body} is the body byte for byte, {timestamp} the time, {header:x-id} a header, {param:order_id} a field of the body, {method}, {url} … A line break is Enter or \\n. The docs list all.',
		displayOptions: { show: CUSTOM, hide: { algorithm: ['jwt'] } },
	},
	{
		displayName: LABELS.verifyingKey,
		name: 'verifyingKey',
		type: 'string',
		typeOptions: EVALUATED,
		default: '',
		placeholder: 'e.g. {secret|sha1|raw}',
		hint: 'Leave empty to take Secret or Public Key as it is. Never the secret itself: its name in braces.',
		displayOptions: { show: CUSTOM, hide: { algorithm: WITHOUT_KEY } },
	},
	{
		displayName: LABELS.keyEncoding,
		name: 'keyEncoding',
		type: 'options',
		options: KEY_ENCODINGS,
		default: 'text',
		description:
			'How the partner writes the secret: Base64 where its page says that the key is the decoded secret. A whsec_ in front is taken off then.',
		displayOptions: { show: { ...CUSTOM, algorithm: WITH_SHARED_KEY } },
	},
	{
		displayName: LABELS.output,
		name: 'output',
		type: 'options',
		options: OUTPUTS,
		default: 'hex',
		description: 'How the signature is written',
		displayOptions: { show: CUSTOM, hide: { algorithm: WITHOUT_OUTPUT } },
	},
];
