import { UserError, type IDataObject } from 'n8n-workflow';

/**
 * What a provider answered, as a JSON object.
 *
 * @throws UserError where it is none: a web page in place of an answer, for instance
 */
export function answerObject(body: unknown): IDataObject {
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	if (isObject && !Buffer.isBuffer(body)) return body as IDataObject;
	throw new UserError('The answer is not what this operation gets as a rule', {
		description:
			'Check the base URL or environment of the credential, or look at the answer with the resource Request.',
	});
}

/** An ID as text, also where it comes as a number; anything else as it is. */
export function idAsText<T>(id: T): T | string {
	return typeof id === 'number' ? String(id) : id;
}

/** A flag of an answer: true or false, also as a word in any case; undefined where it is neither. */
export function flagOf(value: unknown): boolean | undefined {
	const word = String(value).trim().toLowerCase();
	return word === 'true' || word === 'false' ? word === 'true' : undefined;
}

/** What an answer says of itself, as a sentence of an error's description; '' where it says nothing. */
export function itsWords({ Message, message = Message }: IDataObject): string {
	return typeof message === 'string' ? ` This answer says: ${message}.` : '';
}

/**
 * The error for an answer to a write that reports neither a failure nor success.
 *
 * @param expected how the provider reports success, as a sentence
 */
export function noSuccess(answer: IDataObject, expected: string): UserError {
	return new UserError('The answer does not report success', {
		description: `${expected}${itsWords(answer)}`,
	});
}

/** An answer as output items: each entry of a list, or the whole. */
export function asItems(body: unknown): IDataObject[] {
	return Array.isArray(body) ? body.map(asItem) : [asItem(body)];
}

function asItem(value: unknown): IDataObject {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
		return value as IDataObject;
	}
	return { data: value as IDataObject };
}
