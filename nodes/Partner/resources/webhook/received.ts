import { UserError, type INodeProperties } from 'n8n-workflow';
import { parseUrl } from '../../../../credentials/auth/destination';
import { bytesOfBase64, type Received } from '../../../../credentials/partner/webhook/received';
import { jsonObject } from '../../../shared/fields/json';
import { exactText, optionalId, requiredChoice } from '../../../shared/fields/text';
import type { Parameters } from '../../../shared/provider';
import { timeOf } from '../../time';

/** Where the address is no part of what is signed, any will do. */
const ANY_ADDRESS = 'https://hooks.example.com/';
const ENCODINGS = ['base64', 'text'];
const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'];

/** A notification that came another way. */
export const RECEIVED_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Headers',
		name: 'receivedHeaders',
		type: 'json',
		default: '{}',
		required: true,
		placeholder: 'e.g. {"x-signature": "…"}',
		description: 'Headers of the notification as an object, such as the output of a Webhook node',
	},
	{
		displayName: 'Body',
		name: 'receivedBody',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description:
			'Body byte for byte, as text. What was parsed and written anew has another signature.',
	},
	{
		displayName: 'Body Encoding',
		name: 'bodyEncoding',
		type: 'options',
		options: [
			{ name: 'Base64', value: 'base64' },
			{ name: 'Text', value: 'text' },
		],
		default: 'text',
		description: 'How Body is written here. Base64 keeps every byte.',
	},
	{
		displayName: 'Method',
		name: 'receivedMethod',
		type: 'options',
		options: METHODS.map((method) => ({ name: method, value: method })),
		default: 'POST',
	},
	{
		displayName: 'URL',
		name: 'receivedUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://hooks.example.com/orders?shop=1',
		description: 'Address that the partner called, where that is signed, too',
	},
	{
		displayName: 'Time',
		name: 'receivedTime',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1700000000',
		description:
			'When the notification came: seconds or milliseconds since 1970, or ISO 8601. Leave empty for now; an old example is too old then.',
	},
];

/**
 * The notification that the fields describe.
 *
 * @throws UserError naming the field that does not fit
 */
export function receivedIn(parameters: Parameters): { received: Received; nowInMs?: number } {
	const url = optionalId(parameters, 'receivedUrl', 'URL') || ANY_ADDRESS;
	if (!parseUrl(url)) {
		throw new UserError('URL is not an address', {
			description:
				'Enter the whole address, such as https://hooks.example.com/orders. Nothing was sent.',
		});
	}
	return {
		received: {
			method: requiredChoice(parameters, 'receivedMethod', 'Method', METHODS),
			url,
			headers: jsonObject(parameters, 'receivedHeaders', 'Headers'),
			body: bodyOf(parameters),
		},
		nowInMs: timeOf(parameters.receivedTime, 'Time'),
	};
}

function bodyOf(parameters: Parameters): Buffer {
	const text = exactText(parameters.receivedBody, 'Body');
	const encoding = requiredChoice(parameters, 'bodyEncoding', 'Body Encoding', ENCODINGS);
	if (encoding === 'text') return Buffer.from(text, 'utf8');
	const bytes = bytesOfBase64(text);
	if (bytes) return bytes;
	throw new UserError('Body is not Base64', {
		description: 'Copy it whole, or set Body Encoding to Text. Nothing was sent.',
	});
}
