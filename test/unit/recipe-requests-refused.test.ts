import { EXAMPLES } from '../vectors/published';
import { oneStep, signed } from './recipe-helpers';
import { refusalOf } from './refusal';

const add = (entry: object) => ({ add: [entry] });

/** What only the request or the values can tell. */
const EVALUATED: Array<[string, () => unknown, string, string]> = [
	[
		'a header value with a line break',
		() => signed(add({ in: 'header', name: 'X', value: 'a\\nb' })),
		'add[0].value has a line break, which a header cannot carry',
		'base64',
	],
	[
		'a value with a line break',
		() =>
			signed(add({ in: 'header', name: 'X', value: '{id}' }), {}, { values: { id: 'a\r\nB: c' } }),
		'add[0].value has a line break, which a header cannot carry',
		'Check the values',
	],
	[
		'a header value beyond Latin-1',
		() => signed(add({ in: 'header', name: 'X', value: 'Ω' })),
		'add[0].value has a character that a header cannot carry',
		'{…|url}',
	],
	[
		'bytes in a header',
		() => signed(add({ in: 'header', name: 'X', value: '{body|sha256|raw}' })),
		'add[0].value has bytes that are no text',
		'{…|hex}',
	],
	[
		'a raw query with a space',
		() => signed(add({ in: 'rawquery', name: 'x', value: 'a b' })),
		'add[0] is not a query',
		'{…|url}',
	],
	[
		'a raw query with a fragment',
		() => signed(add({ in: 'rawquery', value: 'a#b' })),
		'add[0] is not a query',
		'#',
	],
	[
		'a body for a GET',
		() => signed(add({ in: 'body', name: 'x', value: '1' }), { method: 'GET', body: '' }),
		'add[0]: a request of this method has no body',
		'"when"',
	],
	[
		'a member for a list',
		() => signed(add({ in: 'body', name: 'x', value: '1' }), { body: '[]' }),
		'add[0]: nothing can be added to this body',
		'JSON object or a form',
	],
	[
		'a member for text',
		() =>
			signed(add({ in: 'body', name: 'x', value: '1' }), { body: '<a/>', contentType: 'text/xml' }),
		'add[0]: nothing can be added to this body',
		'form',
	],
	[
		'an empty key',
		() => signed(oneStep({}), {}, { values: {} }),
		'steps[0].key ({secret}) is empty',
		'Fill in',
	],
	[
		'a key that is no Base64',
		() => signed(oneStep({ keyEncoding: 'base64' }), {}, { values: { secret: 'not, Base64' } }),
		'steps[0].key ({secret}) is not written in Base64',
		'"text"',
	],
	[
		'a key that is no hex',
		() => signed(oneStep({ keyEncoding: 'hex' })),
		'steps[0].key ({secret}) is not written in hex',
		'complete',
	],
	[
		'a key that is too short',
		() =>
			signed(
				oneStep({ alg: 'jwt-PS512', key: '{key}' }),
				{},
				{
					values: {
						key: EXAMPLES.find(({ id }) => id === 'oci-get')?.inputs.values.privateKey ?? '',
					},
				},
			),
		'steps[0].key ({key}) cannot be used with this algorithm',
		'too short',
	],
	[
		'text that is no hex',
		() => signed(oneStep({ text: '{id|unhex}' })),
		'steps[0].text: the filter "unhex" met text that it cannot decode',
		'Check the value',
	],
	[
		'text that is no Base64',
		() => signed(oneStep({ text: '{body|unbase64}' })),
		'steps[0].text: the filter "unbase64" met text that it cannot decode',
		'take the filter out',
	],
	[
		'a text that grows without end',
		() =>
			signed(oneStep({ text: '{body|hex|hex|hex|hex|hex|hex|hex|hex|hex|hex}' }), {
				body: 'a'.repeat(9999),
			}),
		'steps[0].text: the text becomes too long',
		'repeats the body',
	],
];

describe('a request is refused', () => {
	it.each(EVALUATED)('for %s', (_what, action, message, hint) => {
		const refusal = refusalOf(action);
		expect(refusal.message).toBe(message);
		expect(refusal.description).toContain(hint);
	});
});
