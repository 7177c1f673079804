import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { readAnswer } from '../../nodes/shared/read-answer';

type Encoding = 'latin1' | 'utf8' | 'utf16le';

function read(
	text: string,
	type: string,
	encoding: Encoding = 'utf8',
	headers: object = {},
	secrets: string[] = [],
) {
	const body = Buffer.from(text, encoding) as unknown as IN8nHttpFullResponse['body'];
	const response = { statusCode: 200, body, headers: { 'content-type': type, ...headers } };
	const { answer, isGarbled } = readAnswer(response, secrets);
	return { body: answer.body, isGarbled };
}

const ATTACHED = { 'content-disposition': 'Attachment; filename="a"' };

describe('an answer is read', () => {
	it.each<[string, string, Encoding, unknown]>([
		['application/json', '{"a":"é"}', 'utf8', { a: 'é' }],
		['application/json', '\ufeff{"a":"é"}', 'utf8', { a: 'é' }],
		['application/octet-stream', '\ufeff[1]', 'utf8', [1]],
		['application/problem+json; charset=latin1', '{"a":"é"}', 'latin1', { a: 'é' }],
		['application/json ; Charset = "ISO-8859-1"', '{"a":"é"}', 'latin1', { a: 'é' }],
		['application/json; charset=utf-16le', '{"a":"é"}', 'utf16le', { a: 'é' }],
		['application/json; charset=unheard-of', '{"a":"é"}', 'utf8', { a: 'é' }],
		['application/json; charset=shift_jis', '{"a":"Ā"}', 'utf8', { a: 'Ā' }],
		['text/csv; charset=ISO-8859-1', 'é', 'latin1', 'é'],
		['text/html', '<p>é', 'utf8', '<p>é'],
		['application/json', '{"a":', 'utf8', '{"a":'],
	])('as a whole: %s %s in %s', (type, text, encoding, body) => {
		expect(read(text, type, encoding)).toEqual({ body, isGarbled: false });
	});

	it.each<[string, string, unknown]>([
		['application/json', '{"a":"é"}', { a: '\ufffd' }],
		['application/json', '{"a":"é"', '{"a":"\ufffd"'],
		['application/vnd.api+json', '"é"', '\ufffd'],
		['application/octet-stream', '{"a":"é"}', { a: '\ufffd' }],
		['', ' [ "é" ]', ['\ufffd']],
		['text/csv', '["é"]', ['\ufffd']],
		['text/plain', 'é', '\ufffd'],
		['text/html; charset=utf-8', '<p>é', '<p>\ufffd'],
		['text/xml', '<a>é</a>', '<a>\ufffd</a>'],
		['application/xml', '<a>é</a>', '<a>\ufffd</a>'],
		['application/soap+xml', '<a>é</a>', '<a>\ufffd</a>'],
	])('but for what is neither in its encoding nor in UTF-8: %s %s', (type, text, body) => {
		expect(read(text, type, 'latin1')).toEqual({ body, isGarbled: true });
	});

	it('as JSON, also where it is to be saved as a file', () => {
		expect(read('{"a":"é"}', 'application/json', 'latin1', ATTACHED).body).toEqual({ a: '\ufffd' });
	});
});

it.each<[string, string, object]>([
	['text/csv', 'é', {}],
	['text/csv', '"é"', {}],
	['text/csv; charset=utf-8', 'é', {}],
	['text/plain', 'é', ATTACHED],
	['application/xml', '<a>é</a>', ATTACHED],
	['image/svg+xml', '<a>é</a>', {}],
	['', 'é', {}],
	['application/octet-stream', '{é', {}],
])('%s %s %j is a file', (type, text, headers) => {
	const body = Buffer.from(text, 'latin1');
	expect(read(text, type, 'latin1', headers)).toEqual({ body, isGarbled: false });
});

it('numbers that JavaScript would change are text', () => {
	const json = '{"id":12345678901234567890,"n":1.5,"at":1764374400000,"in":["9007199254740993"]}';
	expect(read(json, 'application/json').body).toEqual({
		id: '12345678901234567890',
		n: 1.5,
		at: 1764374400000,
		in: ['9007199254740993'],
	});
});

it('secrets are redacted, also where they are such numbers or cannot be read', () => {
	const secrets = ['12345678901234567890', 'pässwort'];
	const json = '{"a":12345678901234567890,"b":"pässwort","c":100000}';
	for (const encoding of ['latin1', 'utf8'] as const) {
		expect(read(json, 'application/json', encoding, {}, secrets)).toEqual({
			body: { a: '***', b: '***', c: 100000 },
			isGarbled: false,
		});
	}
});
