/** One entry of a list in a form. */
export type Entry = Record<string, unknown>;

/** A list of n8n's form is an object with one list. */
export function entriesOf(collection: unknown): Entry[] {
	return ((collection ?? {}) as { entry?: Entry[] }).entry ?? [];
}

/** What is left empty in an entry of a list is not there. */
export function withoutEmpty(entry: Entry): Entry {
	return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== ''));
}

/**
 * A step of a recipe out of an entry. A text is taken as it is, and a JWT is written in one way only,
 * whatever the list says.
 *
 * @param usual the algorithm of an entry that names none
 */
export function stepOf({ algorithm, output = '', ...rest }: Entry, usual: string): Entry {
	const alg = algorithm ?? usual;
	const isText = /^(text$|jwt-)/.test(String(alg));
	return withoutEmpty({ alg, output: isText ? '' : output, ...rest });
}
