import { oneStep, refusedRecipes, type Refused } from './recipe-helpers';

const text = (template: string) => oneStep({ text: template });

const RECIPES: Refused[] = [
	[
		'an unknown value',
		text('{secrt}'),
		'steps[0].text: there is no value "secrt"',
		'Did you mean "secret"?',
	],
	[
		'a value of Object',
		text('{constructor}'),
		'steps[0].text: there is no value "constructor"',
		'Known:',
	],
	[
		'an unknown filter',
		text('{body|sha265}'),
		'steps[0].text: there is no filter "sha265"',
		'Did you mean "sha256"?',
	],
	[
		'a filter of Object',
		text('{body|valueOf}'),
		'steps[0].text: there is no filter "valueOf"',
		'Known:',
	],
	[
		'an empty filter',
		text('{body|}'),
		'steps[0].text: there is no filter something else',
		'Known:',
	],
	[
		'a filter without its number',
		text('{body|first}'),
		'steps[0].text: the filter "first" needs a number',
		'first:32',
	],
	[
		'a filter with a number',
		text('{body|sha256:2}'),
		'steps[0].text: the filter "sha256" takes nothing behind its name',
		'{…|sha256}',
	],
	['too many filters', text(`{body${'|hex'.repeat(11)}}`), 'steps[0].text: too many filters', '10'],
	[
		'a brace that is not closed',
		text('{body'),
		'steps[0].text: a brace does not close',
		'character 1',
	],
	[
		'a brace closed on the next line',
		text('{body\n}'),
		'steps[0].text: a brace does not close',
		'\\{',
	],
	['double braces', text('{{body}}'), 'steps[0].text: double braces', 'expressions of n8n'],
	[
		'a condition that is not closed',
		text('{?body}x'),
		'steps[0].text: a condition is not closed, or not opened',
		'"?body"',
	],
	[
		'a condition that is not opened',
		text('x{/body}'),
		'steps[0].text: a condition is not closed, or not opened',
		'"/body"',
	],
	[
		'conditions across each other',
		text('{?body}{?query}{/body}{/query}'),
		'steps[0].text: a condition is not closed, or not opened',
		'one inside the other',
	],
	[
		'an argument too many',
		text('{body:x}'),
		'steps[0].text: "body" takes nothing behind its name',
		'{param:name}',
	],
	[
		'an argument for a field',
		text('{secret:x}'),
		'steps[0].text: "secret" takes nothing behind its name',
		'{header:name}',
	],
	[
		'no name of a parameter',
		text('{param}'),
		'steps[0].text: "param" needs the name of a parameter',
		'{param:…}',
	],
	[
		'no name of a header',
		text('{header:}'),
		'steps[0].text: "header" needs the name of a header',
		'{header:…}',
	],
	[
		'no list of headers',
		text('{headers:a b}'),
		'steps[0].text: "headers" needs names of headers, such as host,x-amz-*',
		'{headers:…}',
	],
	[
		'a range that ends before it begins',
		text('{path:3-2}'),
		'steps[0].text: "path" needs numbers of segments, such as 2-',
		'{path:…}',
	],
	[
		'a pattern without a date',
		text('{time:[now]}'),
		'steps[0].text: "time" needs a pattern, such as YYYY-MM-DD',
		'{time:…}',
	],
	[
		'a number added to text',
		oneStep({ text: '{timestamp+5}' }, { time: { format: 'YYYY' } }),
		'steps[0].text: a number can only be added to a number',
		'{s+300}',
	],
	[
		'an unknown format of time',
		oneStep({ text: '{timestamp}' }, { time: { format: 'iso' } }),
		'time.format: "iso" is not known',
		'YYYY-MM-DD[T]HH:mm:ssZZ',
	],
	[
		'a text of 20,001 characters',
		text('a'.repeat(20_001)),
		'steps[0].text: the text is too long',
		'20000',
	],
];

describe('a text template is refused', () => refusedRecipes(RECIPES));
