import { UserError } from 'n8n-workflow';
import type { Settings } from './settings';

/** An error that begins with a place in the recipe begins with the label of the field in its stead. */
export function withLabels<T>(labelsOf: Settings['labels'], action: () => T): T {
	try {
		return action();
	} catch (error) {
		throw labelled(error, labelsOf);
	}
}

function labelled(error: unknown, labelsOf: Settings['labels']): unknown {
	if (!(error instanceof UserError)) return error;
	const labels = labelsOf();
	const place = Object.keys(labels)
		.filter((each) => error.message.startsWith(each))
		.sort((a, b) => b.length - a.length)[0];
	if (place === undefined) return error;
	const message = labels[place] + error.message.slice(place.length);
	return Object.assign(error, { message });
}
