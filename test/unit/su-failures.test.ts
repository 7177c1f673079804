import { su } from '../../nodes/Su/provider';

type Row = [what: string, status: number, body: unknown, failure: object | undefined];

const answer = (status: number, body: unknown) => ({ status, headers: {}, body });

describe('a failure that Su reports', () => {
	it.each<Row>([
		[
			'an object',
			200,
			{ Status: 'Fail', Errors: { Code: '400', ShortText: 'Invalid hotel' } },
			{ message: 'Invalid hotel', code: '400' },
		],
		[
			'a list',
			200,
			{ Status: 'Fail', Errors: [{ Code: '400', ShortText: 'Invalid hotel' }], Ruid: '' },
			{ message: 'Invalid hotel', code: '400' },
		],
		[
			'an empty list and a message',
			200,
			{ Status: 'Fail', Errors: [], Message: 'Not found', Ruid: 'x' },
			{ message: 'Not found' },
		],
		[
			'a single error',
			200,
			{ Status: 'Fail', Error: { Code: '573', ShortText: 'No mapping' } },
			{ message: 'No mapping', code: '573' },
		],
		[
			'a code as number',
			200,
			{ Status: 'Fail', Errors: { Code: 400, ShortText: 'Invalid hotel' } },
			{ message: 'Invalid hotel', code: '400' },
		],
		[
			'an object, under HTTP 401',
			401,
			{ Status: 'Fail', Errors: { Code: '497', ShortText: 'Authorization Required' } },
			{ message: 'Authorization Required', code: '497' },
		],
		[
			'a list, under HTTP 400',
			400,
			{
				Errors: [{ Code: '400', ShortText: 'HotelCode: Invalid HotelCode (X)' }],
				Status: 'Fail',
			},
			{ message: 'HotelCode: Invalid HotelCode (X)', code: '400' },
		],
		['a response', 200, { status: 'Fail', response: 'No thread' }, { message: 'No thread' }],
		[
			'a response that is a list',
			200,
			{ status: 'fail', response: [{ message: 'No thread' }, { message: 'No guest' }] },
			{ message: 'No thread; No guest' },
		],
		[
			'a message and a response that is an object',
			200,
			{ status: 'Fail', message: 'No', response: { id: 1 } },
			{ message: 'No' },
		],
		['a response without words', 200, { status: 'Fail', response: [{}, null] }, { message: '' }],
		['success with a response', 200, { status: 'Success', response: 'sent' }, undefined],
		['nothing else', 200, { Status: 'Fail' }, { message: '' }],
		['the word Error', 200, { Status: 'Error', Message: 'No' }, { message: 'No' }],
		['white space around it', 200, { Status: ' FAIL ', Message: 'No' }, { message: 'No' }],
		['false', 200, { Status: false, Message: 'No' }, { message: 'No' }],
		['the word false', 200, { Status: 'False', Message: 'No' }, { message: 'No' }],
		['another word', 200, { Status: 'Falsework' }, undefined],
		['true', 200, { Status: true }, undefined],
		['success', 200, { Status: 'Success' }, undefined],
		['properties', 200, { properties: [] }, undefined],
	])('with %s (HTTP %i)', (_what, status, body, failure) => {
		expect(su.failure(answer(status, body))).toEqual(failure);
	});

	it.each([
		[401, {}, true],
		[200, { Status: 'Fail', Errors: { Code: '497' } }, true],
		[200, { Status: 'Fail', Errors: [{ Code: 497 }] }, true],
		[200, { Status: 'Fail', Errors: { Code: '400' } }, false],
		[403, {}, false],
		[200, { Status: 'Success' }, false],
	])('HTTP %i with %j: token refused is %s', (status, body, refused) => {
		expect(su.isTokenRefused?.(answer(status, body), {})).toBe(refused);
	});
});
