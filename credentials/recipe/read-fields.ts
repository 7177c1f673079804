import { quoted, recipeError, suggestion } from './recipe-error';

/** The members of an object in a recipe, read one by one. Null counts as not there. */
export interface Fields {
	text(key: string): string | undefined;
	/** Text that must not be empty. */
	required(key: string): string;
	flag(key: string): boolean | undefined;
	whole(key: string, least: number, most: number): number | undefined;
	/** A list of whole numbers; a single one counts as a list. */
	wholes(key: string, least: number, most: number): number[] | undefined;
	choice<T extends string>(key: string, known: readonly T[]): T | undefined;
	/** A list of texts; a single one counts as a list. */
	texts(key: string): string[] | undefined;
	choices<T extends string>(key: string, known: readonly T[]): T[] | undefined;
	/**
	 * A list of lists, each with one text or two.
	 *
	 * @param isSingle whether one such list may stand there by itself
	 */
	pairs(key: string, most: number, isSingle?: boolean): string[][] | undefined;
	object<T>(key: string, known: string[], read: (fields: Fields) => T): T | undefined;
	objects<T>(
		key: string,
		known: string[],
		most: number,
		read: (fields: Fields) => T,
	): T[] | undefined;
	missing(key: string): Error;
	/** The place of a member, as errors name it. */
	at(key: string): string;
}

/**
 * An object of a recipe.
 *
 * @param place of it, named in errors; '' for the recipe itself
 * @param known the keys that it may have
 * @throws UserError where it is none, or has another key; its methods where a value is not what it must be
 */
export function objectAt(value: unknown, place: string, known: string[]): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw wrongType(place || 'Recipe', 'an object', `{ "${known[0]}": … }`);
	}
	const object = value as Record<string, unknown>;
	for (const key of Object.keys(object)) {
		if (known.includes(key)) continue;
		throw recipeError(`${place || 'Recipe'}: unknown key ${quoted(key)}`, suggestion(key, known));
	}
	return fieldsOf(object, place);
}

function fieldsOf(object: Record<string, unknown>, place: string): Fields {
	const at = (key: string) => (place === '' ? key : `${place}.${key}`);
	const has = (key: string) => Object.hasOwn(object, key) && object[key] != null;
	const read = <T>(key: string, reader: (value: unknown, name: string) => T) =>
		has(key) ? reader(object[key], at(key)) : undefined;
	const list = <T>(key: string, reader: (value: unknown, name: string) => T) =>
		read(key, (value, name) =>
			Array.isArray(value)
				? value.map((each, index) => reader(each, `${name}[${index}]`))
				: [reader(value, name)],
		);
	const missing = (key: string) =>
		recipeError(`${at(key)} is missing`, `Add "${key}" to this part of the recipe.`);
	return {
		at,
		missing,
		text: (key) => read(key, textAt),
		required: (key) => {
			const text = read(key, textAt);
			if (text === undefined || text === '') throw missing(key);
			return text;
		},
		flag: (key) =>
			read(key, (value, name) => {
				if (typeof value === 'boolean') return value;
				throw wrongType(name, 'true or false', 'true');
			}),
		whole: (key, least, most) => read(key, (value, name) => wholeAt(value, name, least, most)),
		wholes: (key, least, most) => list(key, (value, name) => wholeAt(value, name, least, most)),
		choice: (key, known) => read(key, (value, name) => choiceAt(value, name, known)),
		texts: (key) => list(key, textAt),
		choices: (key, known) => list(key, (value, name) => choiceAt(value, name, known)),
		pairs: (key, most, isSingle = false) =>
			read(key, (value, name) => {
				const lists: unknown = isSingle && Array.isArray(value) ? [value] : value;
				if (!Array.isArray(lists)) throw wrongType(name, 'a list of pairs', '[["…", "…"]]');
				if (lists.length > most) {
					throw recipeError(`${name} has too many entries`, `${most} are the most.`);
				}
				return lists.map((each: unknown, at) => pairAt(each, `${name}[${at}]`));
			}),
		object: (key, known, reader) =>
			read(key, (value, name) => reader(objectAt(value, name, known))),
		objects: (key, known, most, reader) =>
			read(key, (value, name) => {
				if (!Array.isArray(value)) throw wrongType(name, 'a list', `[{ "${known[0]}": … }]`);
				if (value.length > most) {
					throw recipeError(`${name} has too many entries`, `${most} are the most.`);
				}
				return value.map((each, index) => reader(objectAt(each, `${name}[${index}]`, known)));
			}),
	};
}

function pairAt(value: unknown, place: string): string[] {
	if (!Array.isArray(value) || value.length < 1 || value.length > 2) {
		throw wrongType(place, 'one text or two', '["…", "…"]');
	}
	return value.map((each, at) => textAt(each, `${place}[${at}]`));
}

function textAt(value: unknown, place: string): string {
	if (typeof value === 'string') return value;
	throw wrongType(place, 'text', '"…"');
}

function wholeAt(value: unknown, place: string, least: number, most: number): number {
	const isWhole = typeof value === 'number' && Number.isInteger(value);
	if (isWhole && value >= least && value <= most) return value;
	throw wrongType(place, `a whole number from ${least} to ${most}`, String(Math.max(least, 60)));
}

function choiceAt<T extends string>(value: unknown, place: string, known: readonly T[]): T {
	const text = textAt(value, place);
	const chosen = known.find((each) => each === text);
	if (chosen !== undefined) return chosen;
	throw recipeError(`${place}: ${quoted(text)} is not known`, suggestion(text, known));
}

function wrongType(place: string, type: string, example: string): Error {
	return recipeError(`${place} must be ${type}`, `Write it as ${example} in the recipe.`);
}
