import type { Output } from '../../recipe/recipe';
import { attempt, type Attempt } from './fit';
import type { Suspect, Target } from './suspect';
import { suspectsFor } from './suspects';
import type { Trial } from './trial';

/** Each takes a fraction of a millisecond. */
const MOST_ATTEMPTS = 600;
const MOST_PAIRS_NAMED = 3;

/** Changes that give the signature of an example, and how it is written then. */
export interface Way {
	suspects: Suspect[];
	output: Output;
}

/** What a change came to. */
interface Tried {
	/** Whether something else was signed than ever before, or it cannot be told yet. */
	isOther: boolean;
	/** How the signature of the example is written, where this is it. */
	output?: Output;
}

/**
 * Looks for what is done otherwise than the partner does it: one change of the usual ones, or else two.
 *
 * @param own what the recipe does as it is; undefined where it cannot be carried out
 * @returns all that fit alone, or a few pairs
 */
export function waysTo(
	signature: string,
	trial: Trial,
	target: Target,
	own: Attempt | undefined,
): Way[] {
	const test = tester(signature, target.position, own);
	const alone = suspectsFor(trial, target, signature).flatMap((suspect) => {
		const changed = suspect.change(trial);
		return changed ? [{ suspect, changed, ...test(changed) }] : [];
	});
	const fitting = alone.flatMap(({ suspect, output }) =>
		output ? [{ suspects: [suspect], output }] : [],
	);
	if (fitting.length > 0) return fitting;
	// What changes nothing for this request changes nothing in a pair either.
	const others = alone.filter(({ isOther }) => isOther);
	const pairs: Way[] = [];
	for (const [index, first] of others.entries()) {
		for (const { suspect } of others.slice(index + 1)) {
			if (pairs.length === MOST_PAIRS_NAMED) return pairs;
			const changed =
				suspect.kind === first.suspect.kind ? undefined : suspect.change(first.changed);
			const output = changed && test(changed).output;
			if (output) pairs.push({ suspects: [first.suspect, suspect], output });
		}
	}
	return pairs;
}

/** Compares nothing twice, and not without end. */
function tester(
	signature: string,
	position: number,
	own: Attempt | undefined,
): (trial: Trial) => Tried {
	const known = new Set(own && [own.id]);
	let attempts = 0;
	return (trial) => {
		if (attempts === MOST_ATTEMPTS) return { isOther: false };
		attempts += 1;
		const found = unlessRefused(() => attempt(trial, position));
		// Another change may mend it.
		if (!found) return { isOther: true };
		if (known.has(found.id)) return { isOther: false };
		known.add(found.id);
		return { isOther: true, output: unlessRefused(() => found.compare(signature)) };
	};
}

/** Undefined where a recipe, or a key, cannot be used: not what is looked for, and no matter else. */
export function unlessRefused<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}
