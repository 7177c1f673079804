import type { Recipe, Step } from '../../credentials/recipe/recipe';

/** One mistake that people make with a recipe, and what the check has to say of it. */
export interface Spoil {
	kind: string;
	what: string;
	/** @returns undefined where it cannot be made in this recipe */
	spoil(recipe: Recipe): Recipe | undefined;
	advice(recipe: Recipe): RegExp;
}

const OUTPUT_NAMES: Record<string, string> = {
	hex: 'lower-case hex',
	HEX: 'upper-case hex',
	base64: 'Base64',
	base64url: 'Base64url',
};

const targetOf = ({ steps = [] }: Recipe) =>
	steps.map(({ alg }) => alg !== 'text').lastIndexOf(true);

function withSteps(
	recipe: Recipe,
	change: (step: Step, position: number) => Partial<Step> | undefined,
): Recipe | undefined {
	const changes = (recipe.steps ?? []).map(change);
	if (changes.every((each) => each === undefined)) return undefined;
	return { ...recipe, steps: recipe.steps?.map((step, at) => ({ ...step, ...changes[at] })) };
}

const inTexts = (from: string, to: string) => (recipe: Recipe) =>
	withSteps(recipe, ({ text = '' }) =>
		text.includes(from) ? { text: text.replaceAll(from, to) } : undefined,
	);

const atTarget = (change: (step: Step) => Partial<Step> | undefined) => (recipe: Recipe) =>
	withSteps(recipe, (step, at) => (at === targetOf(recipe) ? change(step) : undefined));

/** The keys that are values of the credential. */
const keyEncoding = (from: RegExp, to: Step['keyEncoding']) => (recipe: Recipe) => {
	const names = recipe.steps?.map(({ name }) => name) ?? [];
	return withSteps(recipe, ({ alg, key = '', keyEncoding: own = 'text' }) => {
		const isOwnKey = /^(hmac|jwt-HS)/.test(alg) && !names.some((name) => key.includes(name));
		return isOwnKey && from.test(own) ? { keyEncoding: to } : undefined;
	});
};

const replaced = (kind: string, from: string, to: string, advice: RegExp): Spoil => ({
	kind,
	what: `${from} as ${to}`,
	spoil: inTexts(from, to),
	advice: () => advice,
});

const output = (to: Step['output']): Spoil => ({
	kind: 'output',
	what: `output ${to}`,
	spoil: atTarget(({ alg, output: own = 'hex' }) =>
		/^jwt/.test(alg) || own === to ? undefined : { output: to },
	),
	advice: ({ steps = [], ...rest }) => {
		const { output: own = 'hex' } = steps[targetOf({ steps, ...rest })];
		return new RegExp(`The signature is written in ${OUTPUT_NAMES[own]}: set Output to `);
	},
});

const time = (from: string, to: string, unit: string): Spoil => ({
	kind: 'time',
	what: `time in ${to} in place of ${from}`,
	spoil: (recipe) =>
		(recipe.time?.format ?? 'ms') === from
			? { ...recipe, time: { ...recipe.time, format: to } }
			: undefined,
	advice: () => new RegExp(`The time is in ${unit}: set Time Format to `),
});

const algorithm = (from: string, to: string): Spoil => ({
	kind: 'algorithm',
	what: `${to} in place of ${from}`,
	spoil: atTarget(({ alg }) =>
		new RegExp(`^(hmac|hash)-${from}$`).test(alg) ? { alg: alg.replace(from, to) } : undefined,
	),
	advice: () => new RegExp(`The algorithm is \\w+-${from}: set Algorithm to it`),
});

const helperOutput = (from: Step['output'], to: Step['output'], kind: string): Spoil => ({
	kind: 'helper',
	what: `a helper's output ${to}`,
	spoil: (recipe) =>
		withSteps(recipe, ({ alg, output: own = 'hex' }, at) =>
			at < targetOf(recipe) && /^(hmac|hash)/.test(alg) && own === from
				? { output: to }
				: undefined,
		),
	advice: () => new RegExp(`The result of the step \\w+ is written in ${kind}: set its Output to `),
});

export const SPOILS: Spoil[] = [
	{
		kind: 'key',
		what: 'key Base64, not text',
		spoil: keyEncoding(/^text$/, 'base64'),
		advice: () => /The key is plain text: set Key Encoding to Text/,
	},
	{
		kind: 'key',
		what: 'key hex, not text',
		spoil: keyEncoding(/^text$/, 'hex'),
		advice: () => /The key is plain text: set Key Encoding to Text/,
	},
	{
		kind: 'key',
		what: 'key text, not Base64',
		spoil: keyEncoding(/^base64/, 'text'),
		advice: () => /The key is Base64: set Key Encoding to Base64/,
	},
	output('hex'),
	output('HEX'),
	output('base64'),
	output('base64url'),
	replaced('path', '{path}', '{pathAndQuery}', /The path is signed without its query/),
	replaced('path', '{pathAndQuery}', '{path}', /The path is signed with its query/),
	replaced('path', '{urlWithoutQuery|', '{url|', /The address is signed without its query/),
	{
		kind: 'order',
		what: 'parameters not sorted',
		spoil: (recipe) => ({ ...recipe, params: { ...recipe.params, order: 'asis' } }),
		advice: () => /The parameters are sorted by name: set Order to By Name/,
	},
	{
		kind: 'order',
		what: 'query sorted',
		spoil: (recipe) => {
			const changed = inTexts('{query}', '{params}')(recipe);
			return changed && { ...changed, params: { from: ['query'], encoding: 'rfc3986' } };
		},
		advice: () => /not sorted: write \{query\} in place of \{params\}|in the order of the request/,
	},
	time('s', 'ms', 'seconds'),
	time('ms', 's', 'milliseconds'),
	replaced('time', '{s}', '{ms}', /The time is in seconds: write \{s\}/),
	replaced('body', '{body|nospace', '{body', /The body is signed without any white space/),
	replaced('digest', '{body|sha256}', '{body|sha256|base64}', /is written in hex/),
	replaced('digest', '{body|sha512}', '{body|sha512|base64}', /is written in hex/),
	replaced('digest', '|sha256|base64}', '|sha256}', /is written in Base64: put \|base64/),
	{
		kind: 'body',
		what: 'a body that the partner leaves out',
		spoil: (recipe) =>
			JSON.stringify(recipe).includes('{body') || JSON.stringify(recipe).includes('{params}')
				? undefined
				: atTarget(({ text = '' }) => ({ text: `${text}{body}` }))(recipe),
		advice: () => /The body takes no part in the signature/,
	},
	{
		kind: 'end of text',
		what: 'a line break at the end of the text',
		spoil: atTarget(({ text = '' }) => ({ text: `${text}\\n` })),
		advice: () => /The text does not end in a line break/,
	},
	{
		kind: 'end of text',
		what: 'no line break at the end of the text',
		spoil: atTarget(({ text = '' }) =>
			text.endsWith('\\n') ? { text: text.slice(0, -2) } : undefined,
		),
		advice: () => /The text ends in a line break/,
	},
	{
		kind: 'end of key',
		what: 'a line break at the end of the key',
		spoil: atTarget(({ key, keyEncoding: own = 'text', alg }) =>
			key && own === 'text' && /^(hmac|jwt-HS)/.test(alg) ? { key: `${key}\\n` } : undefined,
		),
		advice: () => /The key does not end in a line break/,
	},
	replaced('method', '{method}', '{method|lower}', /The method is signed in upper case/),
	replaced('method', '{method|lower}', '{method}', /The method is signed in lower case/),
	replaced('host', '{host}', '{host|upper}', /The host is signed in lower case/),
	replaced('host', '{hostname|lower}', '{hostname|upper}', /The host is signed in lower case/),
	algorithm('sha256', 'sha512'),
	algorithm('sha512', 'sha256'),
	algorithm('sha1', 'sha256'),
	algorithm('md5', 'sha1'),
	helperOutput('base64', 'hex', 'Base64'),
	helperOutput('hex', 'HEX', 'hex'),
];
