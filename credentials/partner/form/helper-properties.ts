import type { INodeProperties } from 'n8n-workflow';
import { HELPERS } from '../labels';
import { ALGORITHMS, KEY_ENCODINGS, OUTPUTS } from './lists';

const CUSTOM = { scheme: ['custom'] };

/** What is computed before the signature, which only some partners need. */
export const HELPER_PROPERTIES: INodeProperties[] = [
	{
		displayName: HELPERS.label,
		name: HELPERS.name,
		type: 'boolean',
		default: false,
		description:
			'Whether something is computed before the signature, such as a hash of the body or a key of the day',
		displayOptions: { show: CUSTOM },
	},
	{
		displayName: 'Helper Values',
		name: 'helpers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Helper Value',
		default: {},
		displayOptions: { show: { ...CUSTOM, useHelpers: [true] } },
		options: [
			{
				displayName: 'Helper Value',
				name: 'entry',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. digest',
					},
					{
						displayName: 'Algorithm',
						name: 'algorithm',
						type: 'options',
						options: [{ name: 'None: Text Only', value: 'text' }, ...ALGORITHMS],
						default: 'hash-sha256',
					},
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						default: '',
						placeholder: 'e.g. {body}',
					},
					{
						displayName: 'Key',
						name: 'key',
						type: 'string',
						default: '',
						placeholder: 'e.g. {secret}',
					},
					{
						displayName: 'Key Encoding',
						name: 'keyEncoding',
						type: 'options',
						options: KEY_ENCODINGS,
						default: 'text',
					},
					{
						displayName: 'Output',
						name: 'output',
						type: 'options',
						options: [...OUTPUTS, { name: 'Bytes, for Another Step', value: 'raw' }],
						default: 'hex',
					},
				],
			},
		],
	},
];
