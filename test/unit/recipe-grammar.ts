import fc from 'fast-check';
import { ALGORITHMS } from '../../credentials/recipe/algorithms';
import { FILTER_NAMES } from '../../credentials/recipe/filters';
import { RESERVED } from '../../credentials/recipe/names';
import {
	ADDITION_PLACES,
	KEY_ENCODINGS,
	NESTED,
	OUTPUTS,
	PARAMETER_ENCODINGS,
	PARAMETER_PLACES,
} from '../../credentials/recipe/recipe';
import { EXAMPLES } from '../vectors/published';

export const ORIGIN = 'https://api.example.com';
export const FIELDS = { id: 'open', secret: 'secret', privateKey: 'secret' } as const;
export const pemOf = (id: string) =>
	String(EXAMPLES.find((example) => example.id === id)?.inputs.values.privateKey);
/** Unlike anything that a recipe, a body or a digest spells by chance. */
export const SECRET = 'S3cretOfMine~S3cretOfMine';

const junk = fc.string({
	unit: fc.constantFrom(...'{}|:?/\\"\n\t +-%&=#ü😀', 'a', '\u0000', 'secret', '__proto__'),
	maxLength: 12,
});
const BUILT_IN = [
	...['method', 'scheme', 'host', 'hostname', 'port', 'path', 'query', 'pathAndQuery', 'url'],
	...['urlWithoutQuery', 'body', 's', 'ms', 'nonce', 'token', 'timestamp', 'path:2-', 's+5'],
	...['param:a.b.0', 'header:x-a', 'headers:x-*,host', 'headers:*;names', 'time:YYYY', 'id'],
];

/** Once in a while what nobody should write, in the place of what is right. */
const rarely = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: wrong });
const filter = rarely(
	fc.constantFrom(...FILTER_NAMES.filter((name) => !name.startsWith('un') && name !== 'first')),
	fc.oneof(fc.constantFrom('first:3', 'first', 'unhex', 'unbase64', 'unurl'), junk),
);

/** @param names of values that may stand in it besides those of the request */
function template(...names: string[]): fc.Arbitrary<string> {
	const name = rarely(
		fc.constantFrom(...BUILT_IN, ...names, ...names),
		fc.oneof(fc.constantFrom('one', 'three', 'secret', ...RESERVED), junk),
	);
	const placeholder = fc
		.tuple(name, fc.array(filter, { maxLength: 2 }))
		.map(([first, filters]) => `{${[first, ...filters].join('|')}}`);
	const part = fc.oneof(
		{ weight: 5, arbitrary: placeholder },
		{ weight: 2, arbitrary: fc.constantFrom('&', '\\n', '{"a":"', '"}', '.', '{') },
		{ weight: 1, arbitrary: placeholder.map((inner) => `{?body}${inner}{/body}`) },
	);
	return fc.array(rarely(part, junk), { maxLength: 5 }).map((parts) => parts.join(''));
}

const SHARED = Object.keys(ALGORITHMS).filter((name) => /^(text|h|jwt-HS)/.test(name));
const PRIVATE = Object.keys(ALGORITHMS).filter((name) => /^(rsa|jwt-RS|ed)/.test(name));

function step(name: string, ...earlier: string[]) {
	const key = rarely(fc.constant('{secret}'), template('secret', ...earlier));
	const signer = fc.oneof(
		{ weight: 4, arbitrary: fc.tuple(fc.constantFrom(...SHARED), key) },
		{ weight: 1, arbitrary: fc.tuple(fc.constantFrom(...PRIVATE), fc.constant('{privateKey}')) },
		{ weight: 1, arbitrary: fc.tuple(rarely(fc.constant('hash-md5'), junk), key) },
	);
	return fc
		.record({
			signer,
			keyEncoding: rarely(fc.constant(undefined), fc.constantFrom(...KEY_ENCODINGS)),
			text: template('params', ...earlier, ...(name === 'one' ? ['secret'] : [])),
			output: fc.constantFrom(undefined, ...OUTPUTS),
			header: fc.constantFrom(undefined, '{"alg":"{id}"}', '{secret}'),
		})
		.map(({ signer: [alg, made], ...rest }) => ({ name, alg, key: made, ...rest }));
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Some of them spoiled. */
export const recipe = fc.record({
	time: maybe(
		fc.record({
			format: rarely(fc.constantFrom('s', 'ms', 'YYYY-MM-DD', 'ddd ZZ'), junk),
			offset: rarely(fc.integer({ min: -1440, max: 1440 }), fc.double()),
		}),
	),
	params: maybe(
		fc.record({
			from: fc.subarray([...PARAMETER_PLACES]),
			encoding: fc.constantFrom(...PARAMETER_ENCODINGS),
			nested: fc.constantFrom(...NESTED),
			pair: fc.oneof(fc.constant('{n}{v}'), junk),
			extra: fc.array(fc.record({ name: fc.constant('x'), value: template('secret') }), {
				maxLength: 1,
			}),
		}),
	),
	steps: fc.tuple(step('one'), step('two', 'one'), step('three', 'one', 'two')),
	add: fc
		.tuple(
			fc.record({
				in: fc.constantFrom('header', 'query', 'rawquery', 'wholebody'),
				name: rarely(fc.constantFrom('X-A', 'sign', 'Content-Type'), junk),
				value: fc.constantFrom('{three|base64url}', '{two|hex}'),
			}),
			fc.array(
				fc.record({
					in: fc.constantFrom(...ADDITION_PLACES),
					name: rarely(fc.constantFrom('X-B', 'b'), junk),
					value: fc.oneof(fc.constantFrom('{id}', '{s}', '{one|hex}'), template('two')),
				}),
				{ maxLength: 1 },
			),
		)
		.map(([first, others]) => [first, ...others]),
});
export const request = fc.record({
	method: fc.constantFrom('GET', 'POST', 'DELETE'),
	body: fc.constantFrom(
		'',
		'{"a":{"b":[1.50]},"c":"ü"}',
		'a=1&b=+%zz',
		'[[]]',
		Buffer.from([0, 255]),
	),
	headers: fc.constantFrom({}, { 'content-type': 'application/x-www-form-urlencoded', 'x-a': '1' }),
	qs: fc.dictionary(junk, junk, { maxKeys: 3 }),
});

/** Every way in which the secrets could be read out of what is sent, shown or said. */
export function revealed(text: string, pem: string): string[] {
	const lines = pem.split('\n').filter((line) => line.length > 40 && !line.startsWith('-----'));
	const written = [SECRET, ...lines].flatMap((secret) => [
		secret,
		encodeURIComponent(secret),
		Buffer.from(secret).toString('base64').replace(/=+$/, ''),
		Buffer.from(secret).toString('hex'),
	]);
	return written.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
}
