import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { redact } from '../../auth/redact';
import { trimmed } from '../../auth/text';
import { ALGORITHMS } from '../../recipe/algorithms';
import type { Output } from '../../recipe/recipe';
import { nameOf, OUTPUTS } from '../form/lists';
import { attempt } from './fit';
import { preview, type Preview } from './preview';
import { unlessRefused, waysTo, type Way } from './search';
import { digestBytesOf, possibleLengths } from './signature-bytes';
import { trialOf, type Draft, type Trial } from './trial';

const KINDS: Record<Output, string> = {
	hex: 'lower-case hex',
	HEX: 'upper-case hex',
	base64: 'Base64',
	base64url: 'Base64url',
	base64hex: 'Base64 of hex digits',
	raw: 'bytes',
};

/** Whether a recipe gives the signature of an example, and if not, what to change. */
export interface Verdict extends Partial<Preview> {
	equal: boolean;
	/** The verdict in one or two sentences. */
	result: string;
	/** Each one way to the signature of the example. */
	advice: string[];
	step: string;
	expected: string;
	/** '' where the recipe cannot be carried out as it is. */
	computed: string;
}

/**
 * Compares what a recipe gives with the signature that a partner prints. Where they differ, it tries
 * what is often done otherwise, alone and then in pairs, by changing the recipe and evaluating it again.
 *
 * @param signature as the partner prints it
 * @param stepName of the step whose result it is; '' for the last one that hashes or signs
 * @throws UserError where the step is not known, or the recipe cannot be carried out and no usual
 * change helps
 */
export function check(
	credentials: ICredentialDataDecryptedObject,
	draft: Draft,
	signature: string,
	stepName = '',
): Verdict {
	const { settings, ...trial } = trialOf(credentials, draft);
	const position = positionOf(trial, stepName);
	const { name, output: wanted = 'hex' } = trial.recipe.steps[position];
	const expected = bare(signature);
	const own = unlessRefused(() => attempt(trial, position));
	const output = own && unlessRefused(() => own.compare(expected));
	const isEqual = output !== undefined && isWanted(output, wanted);
	const target = { position, typedBody: draft.typed.body };
	const ways = output ? [{ suspects: [], output }] : waysTo(expected, trial, target, own);
	const advice = isEqual ? [] : ways.map((way) => inWords(way, wanted));
	// Where nothing can be advised, the reason why it cannot be carried out is all that there is.
	const shown =
		advice.length > 0
			? unlessRefused(() => preview(credentials, draft))
			: preview(credentials, draft);
	return {
		equal: isEqual,
		result: verdict(isEqual, advice, credentials),
		advice: isEqual || advice.length > 0 ? advice : hints(trial, position, expected),
		step: name,
		expected: redact(expected, [...settings.hidden, draft.token ?? '']),
		computed: shown?.steps.find((each) => each.name === name)?.result ?? '',
		...shown,
	};
}

function verdict(
	isEqual: boolean,
	[first]: string[],
	{ scheme }: ICredentialDataDecryptedObject,
): string {
	if (isEqual) return 'Equal: this is the signature of the example.';
	// A preset has none of these fields.
	const isFixed = scheme !== 'custom' && scheme !== 'json';
	const way = isFixed ? ' Choose the scheme Custom or Recipe (JSON) in the credential for it.' : '';
	if (first !== undefined) return `Not equal. ${first}.${way}`;
	return 'Not equal, and none of the usual reasons explains it. Compare the text of the step with the text of the partner, character by character.';
}

function inWords({ suspects, output }: Way, wanted: Output): string {
	return [
		...suspects.map(({ advice }) => advice),
		...(isWanted(output, wanted)
			? []
			: [`The signature is written in ${KINDS[output]}: set Output to ${nameOf(OUTPUTS, output)}`]),
	].join('. And: ');
}

/** Bytes that go on into another step are shown in any way. */
function isWanted(output: Output, wanted: Output): boolean {
	return output === wanted || wanted === 'raw';
}

/** The last one that computes something, as a signature is made of what stands before it. */
function positionOf({ recipe: { steps } }: Trial, name: string): number {
	const isComputing = steps.map(({ alg }) => ALGORITHMS[alg]?.family !== 'text');
	const position =
		name === '' ? isComputing.lastIndexOf(true) : steps.findIndex((each) => each.name === name);
	if (position >= 0) return position;
	if (name === '') {
		throw new UserError('The recipe computes no signature', {
			description:
				'It has no step that hashes or signs, so there is nothing to compare. Nothing was sent.',
		});
	}
	const known = steps.map((each) => each.name).join(', ');
	throw new UserError('Step is not a step of the recipe', {
		description: `Leave Step empty for the last one, or enter one of these: ${known}. Nothing was sent.`,
	});
}

/** Without what a page, or a query, writes around it. */
function bare(signature: string): string {
	const text = trimmed(signature).replace(/^(["'])(.*)\1$/s, '$2');
	if (!/%[\da-f]{2}/i.test(text)) return text;
	return unlessRefused(() => decodeURIComponent(text)) ?? text;
}

/** What can be said where nothing fits. */
function hints({ recipe: { steps } }: Trial, position: number, expected: string): string[] {
	const { alg } = steps[position];
	const own = digestBytesOf(alg);
	const lengths = possibleLengths(expected);
	if (own === undefined || lengths.size === 0 || lengths.has(own)) return [];
	return [
		`${alg} gives ${own} bytes, and the signature of the example has ${[...lengths].join(' or ')}: check Algorithm, and whether the signature is complete`,
	];
}
