import { minified } from '../../recipe/json-text';
import { inTexts, withBody, type Suspect, type Target } from './suspect';

/** Those that do not depend on the recipe: what stands in texts, and what to write in its place. */
const IN_TEXTS: Array<[kind: string, advice: string, pattern: RegExp, replacement: string]> = [
	...swap('path', '{pathAndQuery}', '{path}', 'The path is signed without its query'),
	...swap('path', '{path}', '{pathAndQuery}', 'The path is signed with its query'),
	...swap('path', '{url}', '{urlWithoutQuery}', 'The address is signed without its query'),
	...swap('path', '{urlWithoutQuery}', '{url}', 'The address is signed with its query'),
	...swap('method', '{method}', '{method|lower}', 'The method is signed in lower case'),
	...swap('method', '{method|lower}', '{method}', 'The method is signed in upper case'),
	...swap('host', '{host}', '{host|upper}', 'The host is signed in upper case'),
	...swap('host', '{host|upper}', '{host}', 'The host is signed in lower case'),
	...swap('host', '{hostname|upper}', '{hostname}', 'The host is signed in lower case'),
	...swap('host', '{host}', '{hostname}', 'The host is signed without its port'),
	...swap('host', '{hostname}', '{host}', 'The host is signed with its port'),
	[
		'digest',
		'A digest inside the text is written in Base64: put |base64 behind its filter, as in {body|sha256|base64}',
		/\|(sha\d+|md5)\}/g,
		'|$1|base64}',
	],
	[
		'digest',
		'A digest inside the text is written in hex: take |base64 out, as in {body|sha256}',
		/\|(sha\d+|md5)\|base64\}/g,
		'|$1}',
	],
	[
		'body',
		'The body is signed without the white space between its parts: write {body|minify} in place of {body}',
		/\{body(?=[|}])(?!\|(minify|nospace|sortjson))/g,
		'{body|minify',
	],
	[
		'body',
		'The body is signed without any white space: write {body|nospace} in place of {body}',
		/\{body(?=[|}])(?!\|nospace)(\|minify)?/g,
		'{body|nospace',
	],
	[
		'body',
		'The members of the body are sorted by name before it is signed: write {body|sortjson} in place of {body}',
		/\{body(?=[|}])(?!\|sortjson)(\|minify)?/g,
		'{body|sortjson',
	],
	[
		'body',
		'The body is signed as it is sent: write {body} in place of {body|minify} and the like',
		/\{body\|(minify|nospace|sortjson)/g,
		'{body',
	],
	...swap('parameters', '{params}', '{query}', 'The query is signed as it is sent, not sorted'),
];

function swap(
	kind: string,
	from: string,
	to: string,
	what: string,
): Array<(typeof IN_TEXTS)[number]> {
	// Whatever filters follow stay.
	const pattern = new RegExp(`${from.slice(0, -1).replace(/[{|]/g, '\\$&')}(?=[|}])`, 'g');
	return [[kind, `${what}: write ${to} in place of ${from}`, pattern, to.slice(0, -1)]];
}

/** What stands in the texts of all steps. */
export function textSuspects(): Suspect[] {
	return IN_TEXTS.map(([kind, advice, pattern, replacement]) => ({
		kind,
		advice,
		change: inTexts(pattern, replacement),
	}));
}

/** Other bodies than the one that would be sent. */
export function bodySuspects({ typedBody }: Target): Suspect[] {
	const other = (advice: string, bodyOf: (body: string) => string | undefined): Suspect => ({
		kind: 'body',
		advice,
		change: (trial) => {
			const body = trial.request.body.toString();
			const changed = bodyOf(body);
			return changed === undefined || changed === body ? undefined : withBody(trial, changed);
		},
	});
	return [
		other(
			'The body is signed as it was typed: send it with Body Type Text, which leaves it unchanged',
			() => typedBody,
		),
		other('The body is sent and signed without white space: minify it', minified),
		other('The body takes no part in the signature: take {body} out of Text to Sign', () => ''),
		other('The body ends in a line break: add it to the body', (body) =>
			body === '' ? undefined : `${body}\n`,
		),
	];
}
