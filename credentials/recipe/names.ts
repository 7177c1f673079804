import { recipeError, suggestion, quoted } from './recipe-error';
import type { Scene } from './scene';
import type { FieldKind, TimeSettings } from './recipe';
import { timeWriter } from './time';
import { BUILT_IN, isToken, NUMBERS, timeReader, type BuiltIn, type Read } from './values';

/**
 * How much of a secret a text gives away: nothing, a secret, or a part of one, of which even a digest
 * can be guessed.
 */
export enum Exposure {
	None,
	Secret,
	Part,
}

/** `{params}`, which the recipe describes. */
export interface ParameterText {
	read: Read;
	exposure: Exposure;
	/** With its secrets masked. */
	shown(scene: Scene): string;
}

/** What the templates of a recipe may name. */
export interface Names {
	fields: Record<string, FieldKind>;
	/** Position of a step by its name. */
	steps: Map<string, number>;
	/** By position; that of a step that is not compiled yet is missing. */
	exposures: Exposure[];
	time: TimeSettings;
	params?: ParameterText;
	/** Values besides those that every recipe knows, or in their place. */
	own?: Record<string, BuiltIn>;
	/** Those that every recipe knows and this one does not. */
	without?: string[];
}

/** What a name in a template stands for. */
export interface Meaning {
	read: Read;
	exposure: Exposure;
	step?: number;
	isParams?: boolean;
}

const DESCRIBED = ['timestamp', 'time', 'params'];
/** Names that no field and no step can have. */
export const RESERVED = [...Object.keys(BUILT_IN), ...DESCRIBED];

/**
 * Finds what a name in a template stands for.
 *
 * @param plus a number to add
 * @throws UserError where it stands for nothing, or takes no argument, another one, or no number
 */
export function meaningOf(
	{ name, argument, plus = 0 }: { name: string; argument?: string; plus?: number },
	names: Names,
	place: string,
): Meaning {
	const step = names.steps.get(name);
	const own = argument === undefined && plus === 0;
	if (own && step !== undefined) {
		// It has a result before anything that refers to it is evaluated.
		return { read: ({ results }) => results[step] ?? '', exposure: names.exposures[step], step };
	}
	if (own && Object.hasOwn(names.fields, name)) {
		const exposure = names.fields[name] === 'secret' ? Exposure.Secret : Exposure.None;
		return { read: ({ inputs }) => inputs.values[name] ?? '', exposure };
	}
	if (own && name === 'params' && names.params) {
		const { read, exposure } = names.params;
		return { read, exposure, isParams: true };
	}
	const read = readerOf(name, argument, plus, names, place);
	return { read, exposure: Exposure.None };
}

function readerOf(
	name: string,
	argument: string | undefined,
	plus: number,
	names: Names,
	place: string,
): Read {
	const { time, fields, steps, own = {}, without = [] } = names;
	const reserved = [...Object.keys(own), ...RESERVED].filter((each) => !without.includes(each));
	if (!reserved.includes(name)) {
		const known = [...Object.keys(fields), ...steps.keys(), ...reserved];
		if (known.includes(name)) throw noArgument(name, place);
		throw recipeError(`${place}: there is no value ${quoted(name)}`, suggestion(name, known));
	}
	if (name === 'timestamp' && argument === undefined) return timestamp(time, plus, place);
	if (name === 's' || name === 'ms') {
		if (argument !== undefined) throw noArgument(name, place);
		return ({ inputs }) => String(NUMBERS[name](inputs.nowInMs) + plus);
	}
	if (name === 'time') {
		const read = timeReader(argument ?? '', time.offset ?? 0);
		if (read) return read;
		throw wrongArgument(name, 'a pattern, such as YYYY-MM-DD', place);
	}
	const builtIn = Object.hasOwn(own, name) ? own[name] : BUILT_IN[name];
	if (!builtIn) throw noArgument(name, place);
	if (argument !== undefined && builtIn.argument === undefined) throw noArgument(name, place);
	const read = builtIn.reader(argument ?? '');
	if (read) return read;
	throw wrongArgument(name, builtIn.argument ?? '', place);
}

function timestamp(
	{ format = 'ms', offset = 0, shift = 0 }: TimeSettings,
	plus: number,
	place: string,
): Read {
	const shiftInMs = shift * 1000;
	if (format === 'ms' || format === 's') {
		const number = NUMBERS[format];
		return ({ inputs }) => String(number(inputs.nowInMs + shiftInMs) + plus);
	}
	if (plus !== 0) {
		throw recipeError(
			`${place}: a number can only be added to a number`,
			'Set the format of the time to s or ms, or write {s+300}.',
		);
	}
	const write = timeWriter(format);
	if (write) return ({ inputs }) => write(inputs.nowInMs + shiftInMs, offset);
	throw recipeError(
		`time.format: ${quoted(format)} is not known`,
		'Write s for seconds, ms for milliseconds, or a pattern such as YYYY-MM-DD[T]HH:mm:ssZZ.',
	);
}

/**
 * Checks the names of fields and steps: each only once, and none that means something else.
 *
 * @throws UserError naming the step, or the field
 */
export function stepPositions(
	steps: Array<{ name: string }>,
	fields: Record<string, FieldKind>,
): Map<string, number> {
	for (const field of Object.keys(fields)) assertName(field, `the value ${quoted(field)}`);
	const positions = new Map<string, number>();
	for (const [index, { name }] of steps.entries()) {
		const place = `steps[${index}].name`;
		assertName(name, place);
		if (positions.has(name) || Object.hasOwn(fields, name)) {
			throw recipeError(
				`${place}: ${quoted(name)} is there twice`,
				'Give each step a name of its own that no value of the credential has.',
			);
		}
		positions.set(name, index);
	}
	return positions;
}

function assertName(name: string, place: string): void {
	if (RESERVED.includes(name)) {
		throw recipeError(
			`${place}: ${quoted(name)} has a meaning already`,
			'Take another name, such as signature or digest.',
		);
	}
	if (/^[A-Za-z_][\w-]{0,59}$/.test(name)) return;
	throw recipeError(
		`${place} is not a name`,
		'Take letters, digits and _, a letter first, 60 at most.',
	);
}

/** @throws UserError where it is not the name of a header */
export function assertHeaderName(name: string, place: string): void {
	if (isToken(name)) return;
	throw recipeError(
		`${place} is not the name of a header`,
		'It has letters, digits and hyphens only, such as X-Signature.',
	);
}

function noArgument(name: string, place: string): Error {
	return recipeError(
		`${place}: ${quoted(name)} takes nothing behind its name`,
		`Write {${name}}, or {param:name} for a parameter and {header:name} for a header.`,
	);
}

function wrongArgument(name: string, argument: string, place: string): Error {
	return recipeError(`${place}: ${quoted(name)} needs ${argument}`, `Write {${name}:…}.`);
}
