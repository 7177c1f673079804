import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { switchField } from '../../auth/credential-fields';
import { textOf, trimmed } from '../../auth/text';
import { entriesOf, withoutEmpty, type Entry } from '../entries';
import {
	HANDSHAKE_IS_SIGNED,
	HANDSHAKE_LABELS,
	LABELS,
	USE_ANSWER,
	USE_HANDSHAKE,
	USE_PARAMETERS,
} from './labels';
import type { WebhookRecipe } from './recipe';

type Fields = ICredentialDataDecryptedObject;

/** Of a JWT and a whole body nothing else is read. */
const WHOLE_BODY = 'body';

/**
 * The recipe that the fields of Custom describe. What is filled in and not shown has no meaning.
 *
 * @throws UserError naming a field that is no text
 */
export function customWebhook(credentials: Fields): Record<keyof WebhookRecipe, unknown> {
	const text = reader(credentials, LABELS);
	const alg = text('algorithm') ?? 'hmac-sha256';
	const isJwt = alg === 'jwt';
	const isAnswered = switchField(credentials, USE_ANSWER);
	return {
		read: [placeOf(text, textOf(credentials.separator, LABELS.separator))],
		alg,
		jwt: isJwt
			? { algs: credentials.jwtAlgorithms ?? [], skew: numberOf(credentials.clockSkew) }
			: undefined,
		key: text('verifyingKey'),
		keyEncoding: text('keyEncoding'),
		output: isJwt || alg === 'text' ? undefined : text('output'),
		text: isJwt ? undefined : textOf(credentials.signedText, LABELS.signedText),
		params: switchField(credentials, USE_PARAMETERS) ? parametersOf(credentials) : undefined,
		timestamp: isJwt ? undefined : timestampOf(credentials, text),
		checks: pairsOf(credentials.checks),
		id: text('repeatId'),
		challenges: switchField(credentials, USE_HANDSHAKE) ? [handshakeOf(credentials)] : undefined,
		answer: isAnswered
			? {
					status: numberOf(credentials.answerStatus),
					type: text('answerType'),
					body: text('answerBody'),
				}
			: undefined,
		refusal: isAnswered ? numberOf(credentials.refusalStatus) : undefined,
	};
}

/** Where an error names a place of the recipe, the field of the form behind it; the longest fits. */
export const CUSTOM_PLACES: Record<string, string> = {
	'read[0].in': LABELS.signaturePlace,
	'read[0].name': LABELS.signatureName,
	'read[0].looksLike': LABELS.looksLike,
	'read[0].separator': LABELS.separator,
	'read[0]': LABELS.signatureName,
	alg: LABELS.algorithm,
	jwt: 'JWT Algorithms',
	'jwt.skew': LABELS.clockSkew,
	keyEncoding: LABELS.keyEncoding,
	output: LABELS.output,
	text: LABELS.signedText,
	params: 'Parameter List',
	timestamp: LABELS.timestampFrom,
	'timestamp.from': LABELS.timestampFrom,
	'timestamp.unit': LABELS.timestampUnit,
	'timestamp.tolerance': LABELS.tolerance,
	checks: 'Must Be Equal',
	id: LABELS.repeatId,
	'challenges[0].when': HANDSHAKE_LABELS.handshakeIf,
	'challenges[0].steps': HANDSHAKE_LABELS.handshakeHmacOf,
	'challenges[0].answer': HANDSHAKE_LABELS.handshakeAnswer,
	'answer.status': LABELS.answerStatus,
	'answer.type': LABELS.answerType,
	'answer.body': LABELS.answerBody,
	refusal: LABELS.refusalStatus,
};

/** Where Key is filled in; else it is the secret that an error is about. */
export const KEY_PLACE = { key: LABELS.verifyingKey };

type Read<Name extends string> = (name: Name) => string | undefined;

/** Reads a field as text; undefined where it is empty. */
function reader<Name extends string>(
	credentials: Fields,
	labels: Record<Name, string>,
): Read<Name> {
	return (name) => {
		const read = trimmed(textOf(credentials[name], labels[name]));
		return read === '' ? undefined : read;
	};
}

/** @param separator as it is: it may be a space */
function placeOf(text: Read<keyof typeof LABELS>, separator: string): Entry {
	const place = text('signaturePlace') ?? 'header';
	if (place === WHOLE_BODY) return { in: place };
	return {
		in: place,
		name: text('signatureName'),
		looksLike: text('looksLike'),
		separator: separator === '' ? undefined : separator,
	};
}

function timestampOf(credentials: Fields, text: Read<keyof typeof LABELS>): Entry | undefined {
	const from = text('timestampFrom');
	if (from === undefined) return undefined;
	return { from, unit: text('timestampUnit'), tolerance: numberOf(credentials.tolerance) };
}

function parametersOf({ parameterList }: Fields): Entry {
	const { leaveOut, replaced, replacement = '_', ...rest } = (parameterList ?? {}) as Entry;
	const names = textOf(leaveOut, 'Leave Out').split(',');
	const characters = textOf(replaced, 'Replace Characters');
	return {
		...rest,
		exclude: names.map((name) => name.trim()).filter((name) => name !== ''),
		replace: characters === '' ? undefined : [characters, replacement],
	};
}

function handshakeOf(credentials: Fields): Entry {
	const text = reader(credentials, HANDSHAKE_LABELS);
	const hmacOf = text('handshakeHmacOf');
	const step = { name: 'hmac', alg: 'hmac-sha256', key: '{secret}', text: hmacOf };
	return {
		when: [[text('handshakeIf') ?? ''], ...pairsOf(credentials.handshakeChecks)],
		steps: hmacOf === undefined ? undefined : [step],
		answer: { type: text('handshakeType'), body: text('handshakeAnswer') },
		isSigned: switchField(credentials, HANDSHAKE_IS_SIGNED),
	};
}

function pairsOf(collection: unknown): unknown[][] {
	return entriesOf(collection)
		.map(withoutEmpty)
		.map(({ one = '', other = '' }) => [one, other]);
}

/** An expression may give a number as text. */
function numberOf(value: unknown): unknown {
	return typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value;
}
