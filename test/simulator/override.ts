import { isObject } from './digest';

export type DeepPartial<T> = T extends object ? { [Key in keyof T]?: DeepPartial<T[Key]> } : T;

/** A copy with some values replaced; a misspelt field or another type throws. */
export function override(base: unknown, changes: unknown): unknown {
	if (changes === undefined) return structuredClone(base);
	if (!isObject(base)) {
		if (typeof base !== typeof changes) throw new Error('An account value of the wrong type');
		return changes;
	}
	const unknownField = Object.keys(Object(changes)).find((key) => !Object.hasOwn(base, key));
	if (!isObject(changes) || unknownField !== undefined) {
		throw new Error(`No such account field: ${unknownField ?? JSON.stringify(changes)}`);
	}
	return Object.fromEntries(
		Object.entries(base).map(([key, value]) => [key, override(value, changes[key])]),
	);
}
