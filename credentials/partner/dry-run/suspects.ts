import { parameterSuspects, timeSuspects } from './parameter-suspects';
import { algorithms, helperOutputs, keyEncodings, lineBreaks } from './step-suspects';
import type { Suspect, Target } from './suspect';
import { bodySuspects, textSuspects } from './text-suspects';
import type { Trial } from './trial';

/**
 * The usual suspects for a recipe, the most usual first.
 *
 * @param signature that of the partner: its length tells which algorithms it can be of
 */
export function suspectsFor(trial: Trial, target: Target, signature: string): Suspect[] {
	return [
		...keyEncodings(trial),
		...lineBreaks(target),
		...timeSuspects(),
		...parameterSuspects(),
		...textSuspects(),
		...bodySuspects(target),
		...helperOutputs(trial, target),
		...algorithms(trial, target, signature),
	];
}
