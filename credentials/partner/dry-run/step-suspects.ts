import { ALGORITHMS } from '../../recipe/algorithms';
import type { Step } from '../../recipe/recipe';
import { KEY_ENCODINGS, nameOf, OUTPUTS } from '../form/lists';
import { digestBytesOf, possibleLengths } from './signature-bytes';
import { withSteps, type Suspect, type Target } from './suspect';
import type { Trial } from './trial';

/** Of the steps whose key is a value of the credential, not the result of another step. */
export function keyEncodings({ recipe: { steps } }: Trial): Suspect[] {
	const isOwnKey = ({ alg, key = '' }: Step) =>
		/^(hmac|jwt-HS)/.test(alg) && !steps.some(({ name }) => key.includes(`{${name}`));
	const choices = [
		['text', 'plain text'],
		['base64', 'Base64'],
		['hex', 'hex'],
	] as const;
	return steps.flatMap((step, position) =>
		!isOwnKey(step)
			? []
			: choices
					.filter(
						([value]) => value !== (step.keyEncoding ?? 'text').replace('base64url', 'base64'),
					)
					.map(([keyEncoding, kind]) => ({
						kind: `key ${position}`,
						advice: `The key is ${kind}: set Key Encoding to ${nameOf(KEY_ENCODINGS, keyEncoding)}${ofStep(steps, step)}`,
						change: (trial: Trial) =>
							withSteps(trial, (_, at) => (at === position ? { keyEncoding } : undefined)),
					})),
	);
}

/** At the end of what is signed, and of the key. */
export function lineBreaks({ position }: Target): Suspect[] {
	const atTarget =
		(change: (step: Step) => Partial<Step> | undefined) =>
		(trial: Trial): Trial | undefined =>
			withSteps(trial, (step, at) => (at === position ? change(step) : undefined));
	const ending = /(\\n|\n)$/;
	return [
		{
			kind: 'end of text',
			advice: 'The text ends in a line break: add \\n at the end of Text to Sign',
			change: atTarget(({ text = '' }) => (ending.test(text) ? undefined : { text: `${text}\\n` })),
		},
		{
			kind: 'end of text',
			advice: 'The text does not end in a line break: take it out at the end of Text to Sign',
			change: atTarget(({ text = '' }) =>
				ending.test(text) ? { text: text.replace(ending, '') } : undefined,
			),
		},
		{
			kind: 'end of key',
			advice: 'The key ends in a line break: add \\n at the end of Key, as in {secret}\\n',
			change: atTarget(({ key = '' }) => (ending.test(key) ? undefined : { key: `${key}\\n` })),
		},
		{
			kind: 'end of key',
			advice: 'The key does not end in a line break: take it out at the end of Key',
			change: atTarget(({ key = '' }) =>
				ending.test(key) ? { key: key.replace(ending, '') } : undefined,
			),
		},
	];
}

/** How the results of the steps before are written. */
export function helperOutputs({ recipe: { steps } }: Trial, target: Target): Suspect[] {
	const outputs = [
		['hex', 'hex'],
		['HEX', 'upper-case hex'],
		['base64', 'Base64'],
	] as const;
	return steps.flatMap((step, position) => {
		const isHelper = position !== target.position && /^(hmac|hash)/.test(step.alg);
		if (!isHelper || step.output === 'raw') return [];
		return outputs
			.filter(([output]) => output !== (step.output ?? 'hex'))
			.map(([output, kind]) => ({
				kind: `output ${position}`,
				advice: `The result of the step ${step.name} is written in ${kind}: set its Output to ${nameOf(OUTPUTS, output)}`,
				change: (trial: Trial) =>
					withSteps(trial, (_, at) => (at === position ? { output } : undefined)),
			}));
	});
}

/** Only where the length says that it is another one. */
export function algorithms(
	{ recipe: { steps } }: Trial,
	target: Target,
	signature: string,
): Suspect[] {
	const { alg } = steps[target.position];
	const lengths = possibleLengths(signature);
	const own = digestBytesOf(alg);
	if (own === undefined || lengths.has(own)) return [];
	const family = alg.slice(0, alg.indexOf('-') + 1);
	return Object.keys(ALGORITHMS)
		.filter((each) => each.startsWith(family) && lengths.has(digestBytesOf(each) ?? 0))
		.map((each) => ({
			kind: 'algorithm',
			advice: `The algorithm is ${each}: set Algorithm to it`,
			change: (trial: Trial) =>
				withSteps(trial, (_, at) => (at === target.position ? { alg: each } : undefined)),
		}));
}

function ofStep(steps: Step[], { name }: Step): string {
	return steps.length > 1 ? ` in the step ${name}` : '';
}
