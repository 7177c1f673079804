import type { Preset } from '../preset';

/**
 * hex(SHA1(sorted name=value joined by & + secret)); file, cloud_name, resource_type and api_key are left out; raw values; seconds.
 *
 * Source: https://cloudinary.com/documentation/signatures (older example, secret "abcd"). The address is from memory.
 */
export const cloudinaryUpload: Preset = {
	value: 'cloudinaryUpload',
	name: 'Cloudinary Upload',
	baseUrl: 'https://api.cloudinary.com',
	fields: [
		{
			name: 'apiKey',
			label: 'API Key',
			kind: 'open',
			isMasked: true,
		},
		{
			name: 'secret',
			label: 'API Secret',
			kind: 'secret',
		},
	],
	recipe: {
		time: {
			format: 's',
		},
		params: {
			leaveOut: ['file', 'cloud_name', 'resource_type', 'api_key', 'signature'],
			dropEmpty: true,
		},
		steps: [
			{
				name: 'signature',
				alg: 'hash-sha1',
				text: '{params}{secret}',
			},
		],
		add: [
			{
				in: 'body',
				name: 'timestamp',
				value: '{timestamp}',
			},
			{
				in: 'body',
				name: 'api_key',
				value: '{apiKey}',
			},
			{
				in: 'body',
				name: 'signature',
				value: '{signature}',
			},
		],
	},
	proof: 'example',
};
