import { minified } from '../../../recipe/json-text';
import type { KeyEncoding } from '../../../recipe/recipe';
import type { Received } from '../received';
import type { TIME_UNITS, WebhookRecipe } from '../recipe';

/** All that a verification depends on, as data. */
export interface WebhookTrial {
	recipe: WebhookRecipe;
	received: Received;
	values: Record<string, string>;
	secrets: string[];
}

/** One thing that is often done otherwise than the partner does it. */
export interface WebhookSuspect {
	/** Two of the same kind exclude each other. */
	kind: string;
	/** What to change, as one sentence without a full stop. */
	advice: string;
	trial: WebhookTrial;
}

/** In front of a signature, as partners write it. */
const PREFIXES = ['sha256=', 'sha1=', 'sha512=', 'v0=', 'v1=', 'v1,', 'hmac-sha256=', 'Bearer '];
const DIGESTS = ['sha256', 'sha1', 'sha512', 'sha384', 'md5'];
const KEYS: Array<[KeyEncoding, string]> = [
	['text', 'text'],
	['base64', 'Base64'],
	['hex', 'hex'],
];
const UNITS: Array<[(typeof TIME_UNITS)[number], string]> = [
	['s', 'Seconds'],
	['ms', 'Milliseconds'],
	['iso', 'ISO 8601'],
];
const BETWEEN: Array<[string, string]> = [
	['.', 'a full stop'],
	['', 'nothing'],
	[':', 'a colon'],
	['\\n', 'a line break'],
	[',', 'a comma'],
	['|', 'a pipe'],
];

/** The same with another unit of the time: for what is too old, or of the future. */
export function unitSuspects(trial: WebhookTrial): WebhookSuspect[] {
	const { recipe } = trial;
	return UNITS.filter(([unit]) => unit !== (recipe.timestamp?.unit ?? 's')).map(([unit, name]) => ({
		kind: 'unit',
		advice: `The time is written in another way: set Time Unit to ${name}`,
		trial: { ...trial, recipe: { ...recipe, timestamp: { ...recipe.timestamp, unit } } },
	}));
}

/** The usual ones for a trial. */
export function webhookSuspects(trial: WebhookTrial): WebhookSuspect[] {
	return [
		...keySuspects(trial),
		...writtenSuspects(trial),
		...placeSuspects(trial),
		...bodySuspects(trial),
		...textSuspects(trial),
		...addressSuspects(trial),
	];
}

function keySuspects(trial: WebhookTrial): WebhookSuspect[] {
	const { recipe, secrets } = trial;
	const encodings = KEYS.filter(([value]) => value !== (recipe.keyEncoding ?? 'text'));
	const suspects = encodings.map(([keyEncoding, name]) => ({
		kind: 'key',
		advice: `The secret is ${name === 'text' ? 'taken as the text that it is' : `written in ${name}`}: set Key Encoding to ${name}`,
		trial: { ...trial, recipe: { ...recipe, keyEncoding } },
	}));
	const cut = secrets.map((secret) => secret.replace(/^whsec_/, ''));
	if (cut.join() === secrets.join()) return suspects;
	const advice = 'The secret is taken without whsec_: delete that in front of it';
	return [...suspects, { kind: 'secret', advice, trial: { ...trial, secrets: cut } }];
}

function writtenSuspects(trial: WebhookTrial): WebhookSuspect[] {
	const { recipe } = trial;
	const other = recipe.output === 'base64' ? 'hex' : 'base64';
	const name = other === 'hex' ? 'hex' : 'Base64';
	const [family, digest] = recipe.alg.split(/-(?=[^-]+$)/);
	return [
		{
			kind: 'output',
			advice: `The signature is written in ${name}: set Signature Encoding to ${name}`,
			trial: { ...trial, recipe: { ...recipe, output: other } },
		},
		...DIGESTS.filter((each) => DIGESTS.includes(digest) && each !== digest).map((each) => ({
			kind: 'algorithm',
			advice: `The digest is ${each.toUpperCase().replace('SHA', 'SHA-')}: choose that Algorithm`,
			trial: { ...trial, recipe: { ...recipe, alg: `${family}-${each}` } },
		})),
	];
}

function placeSuspects(trial: WebhookTrial): WebhookSuspect[] {
	const { recipe } = trial;
	const [first, ...rest] = recipe.read ?? [];
	if (!first) return [];
	return [...new Set(['', ...PREFIXES, ...ownPrefixes(trial, first.name ?? '')])]
		.map((prefix) => `${prefix}{signature}`)
		.filter((looksLike) => looksLike !== (first.looksLike ?? '{signature}'))
		.map((looksLike) => ({
			kind: 'place',
			advice: `The signature looks otherwise: set Looks Like to ${looksLike}`,
			trial: { ...trial, recipe: { ...recipe, read: [{ ...first, looksLike }, ...rest] } },
		}));
}

/** What stands in front of the signature in the example, as `k1=`. */
function ownPrefixes({ received }: WebhookTrial, name: string): string[] {
	const values = Object.entries(received.headers)
		.filter(([each]) => each.toLowerCase() === name.toLowerCase())
		.map(([, value]) => String(value));
	return values.flatMap((value) => /^[\w-]{1,20}[=,: ]/.exec(value)?.[0] ?? []);
}

function bodySuspects(trial: WebhookTrial): WebhookSuspect[] {
	const { received } = trial;
	const body = received.body.toString('utf8');
	const bare = body.trimEnd();
	const forms: Array<[string, string]> = [
		['The body ends without the line break or space that stands at its end here', bare],
		['The body ends in a line break, which is missing here', `${bare}\n`],
		['The body has no white space between its parts', minified(body)],
		['The body was parsed and written anew on its way: take it byte for byte', spaced(body)],
	];
	return forms
		.filter(([, other]) => other !== body)
		.map(([advice, other]) => ({
			kind: 'body',
			advice,
			trial: { ...trial, received: { ...received, body: Buffer.from(other) } },
		}));
}

/** As Python's `json.dumps` writes it. */
function spaced(body: string): string {
	return minified(body).replace(/"(?:[^"\\]|\\.)*"|[,:]/g, (part) =>
		part === ',' || part === ':' ? `${part} ` : part,
	);
}

function textSuspects(trial: WebhookTrial): WebhookSuspect[] {
	const { recipe, received } = trial;
	const times = recipe.read?.some(({ looksLike }) => looksLike?.includes('{timestamp}'))
		? ['{timestamp}']
		: Object.keys(received.headers)
				.filter((name) => /time/i.test(name))
				.map((name) => `{header:${name.toLowerCase()}}`);
	const texts: Array<[string, string]> = [
		['the body alone', '{body}'],
		['address and body', '{url}{body}'],
		...times.flatMap((time) =>
			BETWEEN.map(([text, name]): [string, string] => [
				`time and body with ${name} between them`,
				`${time}${text}{body}`,
			]),
		),
	];
	return texts
		.filter(([, text]) => text !== recipe.text)
		.map(([what, text]) => ({
			kind: 'text',
			advice: `What is signed is ${what}: set Signed Text to ${text}`,
			trial: { ...trial, recipe: { ...recipe, text } },
		}));
}

function addressSuspects(trial: WebhookTrial): WebhookSuspect[] {
	const { recipe, received } = trial;
	if (!/\{(url|path|host|query)/.test(recipe.text ?? '')) return [];
	const { url } = received;
	const [path, query] = url.split('?');
	const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
	const forms: Array<[string, string]> = [
		['The address is signed without its query', path],
		['The address is signed with another end', query === undefined ? other : `${other}?${query}`],
	];
	return forms
		.filter(([, each]) => each !== url)
		.map(([advice, each]) => ({
			kind: 'address',
			advice: `${advice}: compare URL with what the partner has registered`,
			trial: { ...trial, received: { ...received, url: each } },
		}));
}
