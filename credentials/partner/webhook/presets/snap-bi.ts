import type { WebhookPreset } from '../preset';

const answerOf = (code: string) =>
	JSON.stringify({ responseCode: code, responseMessage: 'Successful' });

/**
 * base64(RSA-SHA256 of METHOD:path:hex SHA-256 of the minified body:time) in X-SIGNATURE.
 *
 * Source: Bank Indonesia, "Standar Nasional Open API Pembayaran", technical and security standard; the
 * example is that of https://github.com/Midtrans/SNAP-BI-Signature-Demo. The code of the answer has the
 * number of the service in its middle.
 */
export const snapBi: WebhookPreset = {
	value: 'snapBi',
	name: 'SNAP BI',
	fields: [
		{
			name: 'secret',
			label: 'Public Key',
			kind: 'secret',
			isLong: true,
			hint: 'That of the bank or payment company. Several one after another.',
		},
	],
	choices: [
		{
			name: 'snapService',
			label: 'Notification Of',
			hint: 'What the code in the answer depends on',
			options: [
				{ value: 'debit', name: 'Direct Debit (2005600)' },
				{
					value: 'qris',
					name: 'QRIS (2005200)',
					sets: { 'answer.body': answerOf('2005200') },
				},
				{
					value: 'other',
					name: 'Another Service (2000000)',
					sets: { 'answer.body': answerOf('2000000') },
				},
			],
		},
	],
	recipe: {
		read: [{ in: 'header', name: 'X-SIGNATURE' }],
		timestamp: { from: '{header:x-timestamp}', unit: 'iso', tolerance: 300 },
		alg: 'rsa-sha256',
		output: 'base64',
		text: '{method}:{path}:{body|minify|sha256}:{header:x-timestamp}',
		id: '{header:x-external-id}',
		answer: { body: answerOf('2005600') },
	},
	proof: 'example',
};
