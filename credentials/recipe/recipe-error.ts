import { UserError } from 'n8n-workflow';

/**
 * What is wrong with a recipe, or with a request that it is for.
 *
 * @param message names the place first, e.g. `steps[0].text: …`; never holds a value
 * @param wayOut what the user can do about it
 */
export function recipeError(message: string, wayOut: string): UserError {
	return new UserError(message, { description: `${wayOut} Nothing was sent.` });
}

/** An error of something inside a part of the recipe names the place of that part, too. */
export function within<T>(part: string, action: () => T): T {
	try {
		return action();
	} catch (error) {
		throw inPart(error, part);
	}
}

function inPart(error: unknown, part: string): unknown {
	if (!(error instanceof UserError)) return error;
	return Object.assign(error, { message: `${part}.${error.message}` });
}

/** A word of the recipe for an error; what is long or odd may be anything, and is not repeated. */
export function quoted(word: string): string {
	return /^[\w:;,+*?/.|[\] -]{1,60}$/.test(word) ? `"${word}"` : 'something else';
}

/** "Did you mean …?", where a known word is near, and all the known ones. */
export function suggestion(word: string, known: readonly string[]): string {
	const near = nearest(word, known);
	const question = near === undefined ? '' : `Did you mean "${near}"? `;
	return `${question}Known: ${known.join(', ')}.`;
}

/** The known word that differs least from another one; undefined where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
	const lower = word.slice(0, 40).toLowerCase();
	let best: string | undefined;
	let least = Math.max(1, Math.floor(lower.length / 3)) + 1;
	for (const candidate of known) {
		const edits = distance(lower, candidate.toLowerCase());
		if (edits < least) [best, least] = [candidate, edits];
	}
	return best;
}

/** How many letters have to be put in, taken out or exchanged (Levenshtein). */
function distance(a: string, b: string): number {
	let above = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const exchanged = above[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
			current.push(Math.min(exchanged, above[column] + 1, current[column - 1] + 1));
		}
		above = current;
	}
	return above[b.length];
}
