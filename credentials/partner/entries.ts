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
