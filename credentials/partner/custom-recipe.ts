import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { switchField } from '../auth/credential-fields';
import { textOf, trimmed } from '../auth/text';
import type { Recipe } from '../recipe/recipe';
import { customToken, tokenLabels } from './custom-token';
import { entriesOf, stepOf, withoutEmpty, type Entry } from './entries';
import { OWN_PATTERN } from './form/lists';
import { HELPERS, LABELS, SIGN_PARAMETERS, TOKEN_LABELS } from './labels';
import type { Settings } from './settings';

const NAMES = Object.keys(LABELS) as Array<keyof typeof LABELS>;
const OTHERS = [
	...['signParameters', 'parameterList', 'useHelpers', 'helpers', 'additions'],
	...Object.keys(TOKEN_LABELS),
];

/**
 * The recipe that the fields of Custom describe, and the label of the field behind each of its places.
 *
 * @param names of the values; two credentials with the same names and fields have the same recipe
 */
export function customRecipe(
	credentials: ICredentialDataDecryptedObject,
	names: string,
): Pick<Settings, 'id' | 'recipe' | 'labels'> {
	return {
		id: JSON.stringify([names, ...[...NAMES, ...OTHERS].map((name) => credentials[name])]),
		recipe: () => written(credentials),
		labels: () => ({
			...labelsFor(
				helpersOf(credentials).length,
				entriesOf(credentials.additions).length,
				credentials.timeFormat === OWN_PATTERN,
			),
			...tokenLabels(credentials),
		}),
	};
}

function written(credentials: ICredentialDataDecryptedObject): Record<keyof Recipe, unknown> {
	const text = (name: keyof typeof LABELS) => {
		const trimmedText = trimmed(textOf(credentials[name], LABELS[name]));
		return trimmedText === '' ? undefined : trimmedText;
	};
	const format = text('timeFormat');
	const alg = text('algorithm') ?? 'hmac-sha256';
	const signature = {
		name: 'signature',
		alg,
		key: text('signingKey') ?? usualKey(alg),
		keyEncoding: text('keyEncoding'),
		text: textOf(credentials.signedText, LABELS.signedText),
		output: text('output'),
		header: text('jwtHeader'),
	};
	const time = {
		format: format === OWN_PATTERN ? text('timePattern') : format,
		offset: offsetOf(text('utcOffset')),
	};
	const add = entriesOf(credentials.additions).map(addition);
	// With a token a partner may want no signature at all.
	const isSigned = signature.text !== '' || JSON.stringify(add).includes('{signature');
	return {
		token: customToken(credentials, time),
		time,
		nonce: undefined,
		params: switchField(credentials, SIGN_PARAMETERS) ? parameters(credentials) : undefined,
		steps: [
			...helpersOf(credentials).map((entry) => stepOf(entry, 'hash-sha256')),
			...(isSigned ? [signature] : []),
		],
		add,
	};
}

/** What most partners sign with. */
function usualKey(algorithm: string): string | undefined {
	if (/^(hmac-|jwt-HS)/.test(algorithm)) return '{secret}';
	return /^(hash-|text$)/.test(algorithm) ? undefined : '{privateKey}';
}

function helpersOf(credentials: ICredentialDataDecryptedObject): Entry[] {
	return switchField(credentials, HELPERS) ? entriesOf(credentials.helpers) : [];
}

function addition({ place, ...rest }: Entry): Entry {
	return withoutEmpty({ in: place ?? 'header', ...rest });
}

function parameters({ parameterList }: ICredentialDataDecryptedObject): Entry {
	const { leaveOut, extra, ...rest } = (parameterList ?? {}) as Entry;
	const names = textOf(leaveOut, 'Leave Out').split(',');
	return {
		...rest,
		leaveOut: names.map((name) => name.trim()).filter((name) => name !== ''),
		extra: entriesOf(extra),
	};
}

/** Text that is no number is refused as any recipe's is. */
function offsetOf(text: string | undefined): unknown {
	return text !== undefined && /^[+-]?\d+$/.test(text) ? Number(text) : text;
}

function labelsFor(
	helpers: number,
	additions: number,
	hasPattern: boolean,
): Record<string, string> {
	const step = `steps[${helpers}]`;
	const labels: Record<string, string> = {
		'time.format': hasPattern ? LABELS.timePattern : LABELS.timeFormat,
		'time.offset': LABELS.utcOffset,
		[`${step}.alg`]: LABELS.algorithm,
		[`${step}.keyEncoding`]: LABELS.keyEncoding,
		[`${step}.key`]: LABELS.signingKey,
		[`${step}.text`]: LABELS.signedText,
		[`${step}.output`]: LABELS.output,
		[`${step}.header`]: LABELS.jwtHeader,
		[step]: LABELS.signedText,
		params: SIGN_PARAMETERS.label,
	};
	for (let index = 0; index < helpers; index += 1) {
		labels[`steps[${index}]`] = `Helper Values, entry ${index + 1}`;
	}
	for (let index = 0; index < additions; index += 1) {
		labels[`add[${index}]`] = `Add to Each Request, entry ${index + 1}`;
	}
	return { ...labels, add: 'Add to Each Request' };
}
